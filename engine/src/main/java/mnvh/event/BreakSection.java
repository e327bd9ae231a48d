package mnvh.event;

import java.nio.ByteBuffer;
import mnvh.units.HotPath;

/**
 * A difference to the venue as it stands after the event: raised, changed, or explained.
 *
 * <p>Flyweight: wrap, read, forget. Allocates nothing but the texts that say so.
 */
@HotPath
public final class BreakSection {
    /** Length of the section, header included, in bytes. */
    public static final int LENGTH = 48;
    /** Breaks that one event can change at most; no run may keep more of them open. */
    public static final int MOST_IN_FRAME = 256;

    static final int BREAK_ID_OFFSET = 8;
    static final int CAUSE_OFFSET = 16;
    static final int INSTRUMENT_OFFSET = 20;
    static final int CURRENCY_OFFSET = 24;
    static final int AMOUNT_OFFSET = 32;
    static final int FIRST_NS_OFFSET = 40;

    private ByteBuffer buffer = EventSlot.EMPTY;
    private int offset;

    /** Points at the section that starts at {@code start}. */
    public BreakSection wrap(ByteBuffer source, int start) {
        this.buffer = source;
        this.offset = start;
        return this;
    }

    /** @return number of the break: the inbound sequence that raised it */
    public long breakId() {
        return buffer.getLong(offset + BREAK_ID_OFFSET);
    }

    /** Sets number of the break: the inbound sequence that raised it. */
    public BreakSection breakId(long value) {
        buffer.putLong(offset + BREAK_ID_OFFSET, value);
        return this;
    }

    /** @return what showed it */
    public BreakCause cause() {
        return BreakCause.of(buffer.get(offset + CAUSE_OFFSET));
    }

    /** Sets what showed it. */
    public BreakSection cause(BreakCause value) {
        buffer.put(offset + CAUSE_OFFSET, (byte) value.ordinal());
        return this;
    }

    /** @return index in the universe, -1 for a difference in cash */
    public int instrument() {
        return buffer.getInt(offset + INSTRUMENT_OFFSET);
    }

    /** Sets index in the universe, -1 for a difference in cash. */
    public BreakSection instrument(int value) {
        buffer.putInt(offset + INSTRUMENT_OFFSET, value);
        return this;
    }

    /** @return index among the run's currencies, -1 for a difference in a position */
    public int currency() {
        return buffer.getInt(offset + CURRENCY_OFFSET);
    }

    /** Sets index among the run's currencies, -1 for a difference in a position. */
    public BreakSection currency(int value) {
        buffer.putInt(offset + CURRENCY_OFFSET, value);
        return this;
    }

    /** @return what the venue has more than the books and is not explained at 1e-8, signed; 0 once it is */
    public long amount() {
        return buffer.getLong(offset + AMOUNT_OFFSET);
    }

    /** Sets what the venue has more than the books and is not explained at 1e-8, signed; 0 once it is. */
    public BreakSection amount(long value) {
        buffer.putLong(offset + AMOUNT_OFFSET, value);
        return this;
    }

    /** @return event time at which it was first seen, nanoseconds since 1970 */
    public long firstNs() {
        return buffer.getLong(offset + FIRST_NS_OFFSET);
    }

    /** Sets event time at which it was first seen, nanoseconds since 1970. */
    public BreakSection firstNs(long value) {
        buffer.putLong(offset + FIRST_NS_OFFSET, value);
        return this;
    }
}
