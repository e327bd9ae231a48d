package mnvh.event;

import java.nio.ByteBuffer;
import mnvh.units.HotPath;

/**
 * A limit, margin factor or fee rate that is another from now on.
 *
 * <p>Flyweight: wrap, read, forget. Allocates nothing but the texts that say so.
 */
@HotPath
public final class TermSection {
    /** Length of the section, header included, in bytes. */
    public static final int LENGTH = 32;

    static final int TERM_OFFSET = 8;
    static final int INSTRUMENT_OFFSET = 12;
    static final int BEFORE_OFFSET = 16;
    static final int AFTER_OFFSET = 24;

    private ByteBuffer buffer = EventSlot.EMPTY;
    private int offset;

    /** Points at the section that starts at {@code start}. */
    public TermSection wrap(ByteBuffer source, int start) {
        this.buffer = source;
        this.offset = start;
        return this;
    }

    /** @return ordinal of the term */
    public int term() {
        return buffer.getInt(offset + TERM_OFFSET);
    }

    /** Sets ordinal of the term. */
    public TermSection term(int value) {
        buffer.putInt(offset + TERM_OFFSET, value);
        return this;
    }

    /** @return index in the universe, -1 for a limit of the account */
    public int instrument() {
        return buffer.getInt(offset + INSTRUMENT_OFFSET);
    }

    /** Sets index in the universe, -1 for a limit of the account. */
    public TermSection instrument(int value) {
        buffer.putInt(offset + INSTRUMENT_OFFSET, value);
        return this;
    }

    /** @return what it was, in the term's own fixed point */
    public long before() {
        return buffer.getLong(offset + BEFORE_OFFSET);
    }

    /** Sets what it was, in the term's own fixed point. */
    public TermSection before(long value) {
        buffer.putLong(offset + BEFORE_OFFSET, value);
        return this;
    }

    /** @return what it is from now on, in the term's own fixed point */
    public long after() {
        return buffer.getLong(offset + AFTER_OFFSET);
    }

    /** Sets what it is from now on, in the term's own fixed point. */
    public TermSection after(long value) {
        buffer.putLong(offset + AFTER_OFFSET, value);
        return this;
    }
}
