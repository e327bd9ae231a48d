package mnvh.event;

import java.nio.ByteBuffer;
import mnvh.units.HotPath;

/**
 * A funding rate of one perpetual at one settlement boundary.
 *
 * <p>Flyweight: wrap, read, forget. Allocates nothing but the texts that say so.
 */
@HotPath
public final class FundingEvent {
    /** Length of the whole record, in bytes. */
    public static final int LENGTH = 80;

    static final int INSTRUMENT_OFFSET = 48;
    static final int RATE_OFFSET = 56;
    static final int PRICE_OFFSET = 64;
    static final int BOUNDARY_NS_OFFSET = 72;

    private ByteBuffer buffer = EventSlot.EMPTY;
    private int offset;

    /** Points at the record that starts at {@code start}. */
    public FundingEvent wrap(ByteBuffer source, int start) {
        this.buffer = source;
        this.offset = start;
        return this;
    }

    /** Starts a record of this kind in {@code slot}: zeroes it, writes the header, and wraps it. */
    public FundingEvent begin(EventSlot slot, long timestampNs) {
        slot.begin(EventKind.FUNDING, LENGTH, timestampNs);
        return wrap(slot.buffer(), 0);
    }

    /** @return index in the universe */
    public int instrument() {
        return buffer.getInt(offset + INSTRUMENT_OFFSET);
    }

    /** Sets index in the universe. */
    public FundingEvent instrument(int value) {
        buffer.putInt(offset + INSTRUMENT_OFFSET, value);
        return this;
    }

    /** @return funding rate at 1e-12; a long pays when it is positive */
    public long rate() {
        return buffer.getLong(offset + RATE_OFFSET);
    }

    /** Sets funding rate at 1e-12; a long pays when it is positive. */
    public FundingEvent rate(long value) {
        buffer.putLong(offset + RATE_OFFSET, value);
        return this;
    }

    /** @return mark price of the settlement at 1e-8 */
    public long price() {
        return buffer.getLong(offset + PRICE_OFFSET);
    }

    /** Sets mark price of the settlement at 1e-8. */
    public FundingEvent price(long value) {
        buffer.putLong(offset + PRICE_OFFSET, value);
        return this;
    }

    /** @return the settlement time, nanoseconds since 1970 */
    public long boundaryNs() {
        return buffer.getLong(offset + BOUNDARY_NS_OFFSET);
    }

    /** Sets the settlement time, nanoseconds since 1970. */
    public FundingEvent boundaryNs(long value) {
        buffer.putLong(offset + BOUNDARY_NS_OFFSET, value);
        return this;
    }
}
