package mnvh.event;

import java.nio.ByteBuffer;
import mnvh.units.HotPath;

/**
 * A synchronised step closes: every price up to its close has been published.
 *
 * <p>Flyweight: wrap, read, forget. Allocates nothing but the texts that say so.
 */
@HotPath
public final class TimerEvent {
    /** Length of the whole record, in bytes. */
    public static final int LENGTH = 56;

    static final int CLOSE_NS_OFFSET = 48;

    private ByteBuffer buffer = EventSlot.EMPTY;
    private int offset;

    /** Points at the record that starts at {@code start}. */
    public TimerEvent wrap(ByteBuffer source, int start) {
        this.buffer = source;
        this.offset = start;
        return this;
    }

    /** Starts a record of this kind in {@code slot}: zeroes it, writes the header, and wraps it. */
    public TimerEvent begin(EventSlot slot, long timestampNs) {
        slot.begin(EventKind.TIMER, LENGTH, timestampNs);
        return wrap(slot.buffer(), 0);
    }

    /** @return T[k], nanoseconds since 1970, a multiple of the step interval */
    public long closeNs() {
        return buffer.getLong(offset + CLOSE_NS_OFFSET);
    }

    /** Sets T[k], nanoseconds since 1970, a multiple of the step interval. */
    public TimerEvent closeNs(long value) {
        buffer.putLong(offset + CLOSE_NS_OFFSET, value);
        return this;
    }
}
