package mnvh.event;

import java.nio.ByteBuffer;
import mnvh.units.HotPath;

/**
 * A named person changes a limit, or says what the venue asks from now on.
 *
 * <p>Flyweight: wrap, read, forget. Allocates nothing but the texts that say so.
 */
@HotPath
public final class TermEvent {
    /** Length of the whole record, in bytes. */
    public static final int LENGTH = 192;

    static final int TERM_OFFSET = 48;
    static final int INSTRUMENT_OFFSET = 52;
    static final int VALUE_OFFSET = 56;
    static final int REASON_OFFSET = 64;
    static final int REASON_LENGTH = Authorship.REASON_LENGTH;
    static final int OPERATOR_OFFSET = 160;
    static final int OPERATOR_LENGTH = Authorship.OPERATOR_LENGTH;

    private final Authorship author = new Authorship(OPERATOR_OFFSET, REASON_OFFSET);
    private ByteBuffer buffer = EventSlot.EMPTY;
    private int offset;

    /** Points at the record that starts at {@code start}. */
    public TermEvent wrap(ByteBuffer source, int start) {
        this.buffer = source;
        this.offset = start;
        author.wrap(source, start);
        return this;
    }

    /** Starts a record of this kind in {@code slot}: zeroes it, writes the header, and wraps it. */
    public TermEvent begin(EventSlot slot, long timestampNs) {
        slot.begin(EventKind.TERM, LENGTH, timestampNs);
        return wrap(slot.buffer(), 0);
    }

    /** @return ordinal of the term */
    public int term() {
        return buffer.getInt(offset + TERM_OFFSET);
    }

    /** Sets ordinal of the term. */
    public TermEvent term(int value) {
        buffer.putInt(offset + TERM_OFFSET, value);
        return this;
    }

    /** @return index in the universe, -1 for a limit of the account */
    public int instrument() {
        return buffer.getInt(offset + INSTRUMENT_OFFSET);
    }

    /** Sets index in the universe, -1 for a limit of the account. */
    public TermEvent instrument(int value) {
        buffer.putInt(offset + INSTRUMENT_OFFSET, value);
        return this;
    }

    /** @return what it is to be, in the term's own fixed point */
    public long value() {
        return buffer.getLong(offset + VALUE_OFFSET);
    }

    /** Sets what it is to be, in the term's own fixed point. */
    public TermEvent value(long value) {
        buffer.putLong(offset + VALUE_OFFSET, value);
        return this;
    }

    /** Sets why, in the words of who asks; ASCII, cut at 96 bytes. */
    public TermEvent reason(CharSequence value) {
        author.reason(value);
        return this;
    }

    /** @return why, in the words of who asks; allocates, for edges and reports */
    public String reason() {
        return author.reason();
    }

    /** Sets who asks; ASCII, cut at 32 bytes. */
    public TermEvent operator(CharSequence value) {
        author.operator(value);
        return this;
    }

    /** @return who asks; allocates, for edges and reports */
    public String operator() {
        return author.operator();
    }
}
