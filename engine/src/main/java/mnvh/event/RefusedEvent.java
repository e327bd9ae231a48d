package mnvh.event;

import java.nio.ByteBuffer;
import mnvh.units.HotPath;

/**
 * Input that was malformed and refused at the edge; nothing of it reached the core but this notice.
 *
 * <p>Flyweight: wrap, read, forget. Allocates nothing but the texts that say so.
 */
@HotPath
public final class RefusedEvent {
    /** Length of the whole record, in bytes. */
    public static final int LENGTH = 216;

    static final int REFUSAL_OFFSET = 48;
    static final int INSTRUMENT_OFFSET = 52;
    static final int TEXT_OFFSET = 56;
    static final int TEXT_LENGTH = 160;

    private ByteBuffer buffer = EventSlot.EMPTY;
    private int offset;

    /** Points at the record that starts at {@code start}. */
    public RefusedEvent wrap(ByteBuffer source, int start) {
        this.buffer = source;
        this.offset = start;
        return this;
    }

    /** Starts a record of this kind in {@code slot}: zeroes it, writes the header, and wraps it. */
    public RefusedEvent begin(EventSlot slot, long timestampNs) {
        slot.begin(EventKind.REFUSED, LENGTH, timestampNs);
        return wrap(slot.buffer(), 0);
    }

    /** @return what was wrong */
    public Refusal refusal() {
        return Refusal.of(buffer.get(offset + REFUSAL_OFFSET));
    }

    /** Sets what was wrong. */
    public RefusedEvent refusal(Refusal value) {
        buffer.put(offset + REFUSAL_OFFSET, (byte) value.ordinal());
        return this;
    }

    /** @return index in the universe, -1 where it has none */
    public int instrument() {
        return buffer.getInt(offset + INSTRUMENT_OFFSET);
    }

    /** Sets index in the universe, -1 where it has none. */
    public RefusedEvent instrument(int value) {
        buffer.putInt(offset + INSTRUMENT_OFFSET, value);
        return this;
    }

    /** Sets the offending field and value; ASCII, cut at 160 bytes. */
    public RefusedEvent text(CharSequence value) {
        EventText.put(buffer, offset + TEXT_OFFSET, TEXT_LENGTH, value);
        return this;
    }

    /** @return the offending field and value; allocates, for edges and reports */
    public String text() {
        return EventText.get(buffer, offset + TEXT_OFFSET, TEXT_LENGTH);
    }

    /** @return 64-bit hash of the offending field and value; allocates nothing */
    public long textHash() {
        return EventText.hash(buffer, offset + TEXT_OFFSET, TEXT_LENGTH);
    }
}
