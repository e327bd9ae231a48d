package mnvh.event;

import java.nio.ByteBuffer;
import mnvh.units.HotPath;

/**
 * A change of one instrument's quote, last trade, volume or venue mark; timestamp is the venue's. Prices that a venue
 * did not give are 0.
 *
 * <p>Flyweight: wrap, read, forget. Allocates nothing but the texts that say so.
 */
@HotPath
public final class MarketDataEvent {
    /** Length of the whole record, in bytes. */
    public static final int LENGTH = 120;

    static final int INSTRUMENT_OFFSET = 48;
    static final int BID_PRICE_OFFSET = 56;
    static final int BID_SIZE_OFFSET = 64;
    static final int ASK_PRICE_OFFSET = 72;
    static final int ASK_SIZE_OFFSET = 80;
    static final int LAST_PRICE_OFFSET = 88;
    static final int VOLUME_OFFSET = 96;
    static final int MARK_PRICE_OFFSET = 104;
    static final int RECEIVED_NS_OFFSET = 112;

    private ByteBuffer buffer = EventSlot.EMPTY;
    private int offset;

    /** Points at the record that starts at {@code start}. */
    public MarketDataEvent wrap(ByteBuffer source, int start) {
        this.buffer = source;
        this.offset = start;
        return this;
    }

    /** Starts a record of this kind in {@code slot}: zeroes it, writes the header, and wraps it. */
    public MarketDataEvent begin(EventSlot slot, long timestampNs) {
        slot.begin(EventKind.MARKET_DATA, LENGTH, timestampNs);
        return wrap(slot.buffer(), 0);
    }

    /** @return index in the universe */
    public int instrument() {
        return buffer.getInt(offset + INSTRUMENT_OFFSET);
    }

    /** Sets index in the universe. */
    public MarketDataEvent instrument(int value) {
        buffer.putInt(offset + INSTRUMENT_OFFSET, value);
        return this;
    }

    /** @return best bid at 1e-8, 0 for none */
    public long bidPrice() {
        return buffer.getLong(offset + BID_PRICE_OFFSET);
    }

    /** Sets best bid at 1e-8, 0 for none. */
    public MarketDataEvent bidPrice(long value) {
        buffer.putLong(offset + BID_PRICE_OFFSET, value);
        return this;
    }

    /** @return quantity at the best bid at 1e-8 */
    public long bidSize() {
        return buffer.getLong(offset + BID_SIZE_OFFSET);
    }

    /** Sets quantity at the best bid at 1e-8. */
    public MarketDataEvent bidSize(long value) {
        buffer.putLong(offset + BID_SIZE_OFFSET, value);
        return this;
    }

    /** @return best offer at 1e-8, 0 for none */
    public long askPrice() {
        return buffer.getLong(offset + ASK_PRICE_OFFSET);
    }

    /** Sets best offer at 1e-8, 0 for none. */
    public MarketDataEvent askPrice(long value) {
        buffer.putLong(offset + ASK_PRICE_OFFSET, value);
        return this;
    }

    /** @return quantity at the best offer at 1e-8 */
    public long askSize() {
        return buffer.getLong(offset + ASK_SIZE_OFFSET);
    }

    /** Sets quantity at the best offer at 1e-8. */
    public MarketDataEvent askSize(long value) {
        buffer.putLong(offset + ASK_SIZE_OFFSET, value);
        return this;
    }

    /** @return last trade at 1e-8, 0 for none */
    public long lastPrice() {
        return buffer.getLong(offset + LAST_PRICE_OFFSET);
    }

    /** Sets last trade at 1e-8, 0 for none. */
    public MarketDataEvent lastPrice(long value) {
        buffer.putLong(offset + LAST_PRICE_OFFSET, value);
        return this;
    }

    /** @return quantity traded since the previous event of this instrument, at 1e-8 */
    public long volume() {
        return buffer.getLong(offset + VOLUME_OFFSET);
    }

    /** Sets quantity traded since the previous event of this instrument, at 1e-8. */
    public MarketDataEvent volume(long value) {
        buffer.putLong(offset + VOLUME_OFFSET, value);
        return this;
    }

    /** @return the venue's own mark at 1e-8, 0 for none */
    public long markPrice() {
        return buffer.getLong(offset + MARK_PRICE_OFFSET);
    }

    /** Sets the venue's own mark at 1e-8, 0 for none. */
    public MarketDataEvent markPrice(long value) {
        buffer.putLong(offset + MARK_PRICE_OFFSET, value);
        return this;
    }

    /** @return when the edge received it, nanoseconds since 1970; for latency only */
    public long receivedNs() {
        return buffer.getLong(offset + RECEIVED_NS_OFFSET);
    }

    /** Sets when the edge received it, nanoseconds since 1970; for latency only. */
    public MarketDataEvent receivedNs(long value) {
        buffer.putLong(offset + RECEIVED_NS_OFFSET, value);
        return this;
    }
}
