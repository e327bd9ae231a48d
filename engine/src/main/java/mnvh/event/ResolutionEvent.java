package mnvh.event;

import java.nio.ByteBuffer;
import mnvh.units.HotPath;

/**
 * What an operator found a difference to the venue to be.
 *
 * <p>Flyweight: wrap, read, forget. Allocates nothing but the texts that say so.
 */
@HotPath
public final class ResolutionEvent {
    /** Length of the whole record, in bytes. */
    public static final int LENGTH = 232;
    /** Explanations whose ids are told apart from a new one: the latest that were booked. */
    public static final int REMEMBERED = 1024;

    static final int BREAK_ID_OFFSET = 48;
    static final int ACCOUNT_OFFSET = 56;
    static final int AMOUNT_OFFSET = 64;
    static final int OPERATOR_OFFSET = 72;
    static final int OPERATOR_LENGTH = Authorship.OPERATOR_LENGTH;
    static final int REASON_OFFSET = 104;
    static final int REASON_LENGTH = Authorship.REASON_LENGTH;
    static final int RESOLUTION_ID_OFFSET = 200;
    static final int RESOLUTION_ID_LENGTH = 32;

    private final Authorship author = new Authorship(OPERATOR_OFFSET, REASON_OFFSET);
    private ByteBuffer buffer = EventSlot.EMPTY;
    private int offset;

    /** Points at the record that starts at {@code start}. */
    public ResolutionEvent wrap(ByteBuffer source, int start) {
        this.buffer = source;
        this.offset = start;
        author.wrap(source, start);
        return this;
    }

    /** Starts a record of this kind in {@code slot}: zeroes it, writes the header, and wraps it. */
    public ResolutionEvent begin(EventSlot slot, long timestampNs) {
        slot.begin(EventKind.RESOLUTION, LENGTH, timestampNs);
        return wrap(slot.buffer(), 0);
    }

    /** @return ordinal of the ledger's account that explains it */
    public int account() {
        return buffer.getInt(offset + ACCOUNT_OFFSET);
    }

    /** Sets ordinal of the ledger's account that explains it. */
    public ResolutionEvent account(int value) {
        buffer.putInt(offset + ACCOUNT_OFFSET, value);
        return this;
    }

    /** @return what moves there from suspense at 1e-8, signed */
    public long amount() {
        return buffer.getLong(offset + AMOUNT_OFFSET);
    }

    /** Sets what moves there from suspense at 1e-8, signed. */
    public ResolutionEvent amount(long value) {
        buffer.putLong(offset + AMOUNT_OFFSET, value);
        return this;
    }

    /** @return number of the break: the inbound sequence that raised it */
    public long breakId() {
        return buffer.getLong(offset + BREAK_ID_OFFSET);
    }

    /** Sets number of the break: the inbound sequence that raised it. */
    public ResolutionEvent breakId(long value) {
        buffer.putLong(offset + BREAK_ID_OFFSET, value);
        return this;
    }

    /** Sets who says so; ASCII, cut at 32 bytes. */
    public ResolutionEvent operator(CharSequence value) {
        author.operator(value);
        return this;
    }

    /** @return who says so; allocates, for edges and reports */
    public String operator() {
        return author.operator();
    }

    /** Sets why, in the words of who asks; ASCII, cut at 96 bytes. */
    public ResolutionEvent reason(CharSequence value) {
        author.reason(value);
        return this;
    }

    /** @return why, in the words of who asks; allocates, for edges and reports */
    public String reason() {
        return author.reason();
    }

    /** Sets the name of the explanation itself; ASCII, cut at 32 bytes. */
    public ResolutionEvent resolutionId(CharSequence value) {
        EventText.put(buffer, offset + RESOLUTION_ID_OFFSET, RESOLUTION_ID_LENGTH, value);
        return this;
    }

    /** @return the name of the explanation itself; allocates, for edges and reports */
    public String resolutionId() {
        return EventText.get(buffer, offset + RESOLUTION_ID_OFFSET, RESOLUTION_ID_LENGTH);
    }

    /** @return 64-bit hash of the name of the explanation itself; allocates nothing */
    public long resolutionIdHash() {
        return EventText.hash(buffer, offset + RESOLUTION_ID_OFFSET, RESOLUTION_ID_LENGTH);
    }
}
