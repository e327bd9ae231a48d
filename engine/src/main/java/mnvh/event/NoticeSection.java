package mnvh.event;

import java.nio.ByteBuffer;
import mnvh.units.HotPath;

/**
 * A change of the engine's state, or an alarm.
 *
 * <p>Flyweight: wrap, read, forget. Allocates nothing but the texts that say so.
 */
@HotPath
public final class NoticeSection {
    /** Length of the section, header included, in bytes. */
    public static final int LENGTH = 40;
    /** The {@link #stateAfter} in which nothing but cancels is sent. */
    public static final int HALTED = 2;

    static final int CODE_OFFSET = 8;
    static final int INSTRUMENT_OFFSET = 12;
    static final int VALUE_OFFSET = 16;
    static final int LIMIT_OFFSET = 24;
    static final int STATE_BEFORE_OFFSET = 32;
    static final int STATE_AFTER_OFFSET = 36;

    private ByteBuffer buffer = EventSlot.EMPTY;
    private int offset;

    /** Points at the section that starts at {@code start}. */
    public NoticeSection wrap(ByteBuffer source, int start) {
        this.buffer = source;
        this.offset = start;
        return this;
    }

    /** @return ordinal of the notice */
    public int code() {
        return buffer.getInt(offset + CODE_OFFSET);
    }

    /** Sets ordinal of the notice. */
    public NoticeSection code(int value) {
        buffer.putInt(offset + CODE_OFFSET, value);
        return this;
    }

    /** @return index in the universe, -1 for none */
    public int instrument() {
        return buffer.getInt(offset + INSTRUMENT_OFFSET);
    }

    /** Sets index in the universe, -1 for none. */
    public NoticeSection instrument(int value) {
        buffer.putInt(offset + INSTRUMENT_OFFSET, value);
        return this;
    }

    /** @return the number that caused it */
    public long value() {
        return buffer.getLong(offset + VALUE_OFFSET);
    }

    /** Sets the number that caused it. */
    public NoticeSection value(long value) {
        buffer.putLong(offset + VALUE_OFFSET, value);
        return this;
    }

    /** @return what it was held against */
    public long limit() {
        return buffer.getLong(offset + LIMIT_OFFSET);
    }

    /** Sets what it was held against. */
    public NoticeSection limit(long value) {
        buffer.putLong(offset + LIMIT_OFFSET, value);
        return this;
    }

    /** @return ordinal of the engine state before */
    public int stateBefore() {
        return buffer.getInt(offset + STATE_BEFORE_OFFSET);
    }

    /** Sets ordinal of the engine state before. */
    public NoticeSection stateBefore(int value) {
        buffer.putInt(offset + STATE_BEFORE_OFFSET, value);
        return this;
    }

    /** @return ordinal of the engine state after */
    public int stateAfter() {
        return buffer.getInt(offset + STATE_AFTER_OFFSET);
    }

    /** Sets ordinal of the engine state after. */
    public NoticeSection stateAfter(int value) {
        buffer.putInt(offset + STATE_AFTER_OFFSET, value);
        return this;
    }
}
