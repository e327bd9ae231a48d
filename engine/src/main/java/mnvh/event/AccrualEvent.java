package mnvh.event;

import java.nio.ByteBuffer;
import mnvh.units.HotPath;

/**
 * A borrow or interest rate of one period.
 *
 * <p>Flyweight: wrap, read, forget. Allocates nothing but the texts that say so.
 */
@HotPath
public final class AccrualEvent {
    /** Length of the whole record, in bytes. */
    public static final int LENGTH = 80;

    static final int INSTRUMENT_OFFSET = 48;
    static final int CURRENCY_OFFSET = 52;
    static final int TYPE_OFFSET = 56;
    static final int RATE_OFFSET = 64;
    static final int BOUNDARY_NS_OFFSET = 72;

    private ByteBuffer buffer = EventSlot.EMPTY;
    private int offset;

    /** Points at the record that starts at {@code start}. */
    public AccrualEvent wrap(ByteBuffer source, int start) {
        this.buffer = source;
        this.offset = start;
        return this;
    }

    /** Starts a record of this kind in {@code slot}: zeroes it, writes the header, and wraps it. */
    public AccrualEvent begin(EventSlot slot, long timestampNs) {
        slot.begin(EventKind.ACCRUAL, LENGTH, timestampNs);
        return wrap(slot.buffer(), 0);
    }

    /** @return index in the universe, -1 for interest */
    public int instrument() {
        return buffer.getInt(offset + INSTRUMENT_OFFSET);
    }

    /** Sets index in the universe, -1 for interest. */
    public AccrualEvent instrument(int value) {
        buffer.putInt(offset + INSTRUMENT_OFFSET, value);
        return this;
    }

    /** @return index among the run's currencies */
    public int currency() {
        return buffer.getInt(offset + CURRENCY_OFFSET);
    }

    /** Sets index among the run's currencies. */
    public AccrualEvent currency(int value) {
        buffer.putInt(offset + CURRENCY_OFFSET, value);
        return this;
    }

    /** @return what accrued */
    public AccrualType type() {
        return AccrualType.of(buffer.get(offset + TYPE_OFFSET));
    }

    /** Sets what accrued. */
    public AccrualEvent type(AccrualType value) {
        buffer.put(offset + TYPE_OFFSET, (byte) value.ordinal());
        return this;
    }

    /** @return rate of the whole period at 1e-12; positive: a short pays it, a wallet earns it */
    public long rate() {
        return buffer.getLong(offset + RATE_OFFSET);
    }

    /** Sets rate of the whole period at 1e-12; positive: a short pays it, a wallet earns it. */
    public AccrualEvent rate(long value) {
        buffer.putLong(offset + RATE_OFFSET, value);
        return this;
    }

    /** @return end of the period, nanoseconds since 1970 */
    public long boundaryNs() {
        return buffer.getLong(offset + BOUNDARY_NS_OFFSET);
    }

    /** Sets end of the period, nanoseconds since 1970. */
    public AccrualEvent boundaryNs(long value) {
        buffer.putLong(offset + BOUNDARY_NS_OFFSET, value);
        return this;
    }
}
