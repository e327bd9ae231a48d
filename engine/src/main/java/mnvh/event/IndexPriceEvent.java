package mnvh.event;

import java.nio.ByteBuffer;
import mnvh.units.HotPath;

/**
 * What one currency is worth in the reporting currency.
 *
 * <p>Flyweight: wrap, read, forget. Allocates nothing but the texts that say so.
 */
@HotPath
public final class IndexPriceEvent {
    /** Length of the whole record, in bytes. */
    public static final int LENGTH = 64;

    static final int CURRENCY_OFFSET = 48;
    static final int PRICE_OFFSET = 56;

    private ByteBuffer buffer = EventSlot.EMPTY;
    private int offset;

    /** Points at the record that starts at {@code start}. */
    public IndexPriceEvent wrap(ByteBuffer source, int start) {
        this.buffer = source;
        this.offset = start;
        return this;
    }

    /** Starts a record of this kind in {@code slot}: zeroes it, writes the header, and wraps it. */
    public IndexPriceEvent begin(EventSlot slot, long timestampNs) {
        slot.begin(EventKind.INDEX_PRICE, LENGTH, timestampNs);
        return wrap(slot.buffer(), 0);
    }

    /** @return index among the run's currencies */
    public int currency() {
        return buffer.getInt(offset + CURRENCY_OFFSET);
    }

    /** Sets index among the run's currencies. */
    public IndexPriceEvent currency(int value) {
        buffer.putInt(offset + CURRENCY_OFFSET, value);
        return this;
    }

    /** @return units of the reporting currency for one of this one, at 1e-8 */
    public long price() {
        return buffer.getLong(offset + PRICE_OFFSET);
    }

    /** Sets units of the reporting currency for one of this one, at 1e-8. */
    public IndexPriceEvent price(long value) {
        buffer.putLong(offset + PRICE_OFFSET, value);
        return this;
    }
}
