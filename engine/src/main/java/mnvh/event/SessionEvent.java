package mnvh.event;

import java.nio.ByteBuffer;
import mnvh.units.HotPath;

/**
 * A venue session went up or down.
 *
 * <p>Flyweight: wrap, read, forget. Allocates nothing but the texts that say so.
 */
@HotPath
public final class SessionEvent {
    /** Length of the whole record, in bytes. */
    public static final int LENGTH = 152;

    static final int STATE_OFFSET = 48;
    static final int ROLE_OFFSET = 49;
    static final int TEXT_OFFSET = 56;
    static final int TEXT_LENGTH = 96;

    private ByteBuffer buffer = EventSlot.EMPTY;
    private int offset;

    /** Points at the record that starts at {@code start}. */
    public SessionEvent wrap(ByteBuffer source, int start) {
        this.buffer = source;
        this.offset = start;
        return this;
    }

    /** Starts a record of this kind in {@code slot}: zeroes it, writes the header, and wraps it. */
    public SessionEvent begin(EventSlot slot, long timestampNs) {
        slot.begin(EventKind.SESSION, LENGTH, timestampNs);
        return wrap(slot.buffer(), 0);
    }

    /** @return what it is now */
    public SessionState state() {
        return SessionState.of(buffer.get(offset + STATE_OFFSET));
    }

    /** Sets what it is now. */
    public SessionEvent state(SessionState value) {
        buffer.put(offset + STATE_OFFSET, (byte) value.ordinal());
        return this;
    }

    /** @return which session; TRADING unless set */
    public SessionRole role() {
        return SessionRole.of(buffer.get(offset + ROLE_OFFSET));
    }

    /** Sets which session; TRADING unless set. */
    public SessionEvent role(SessionRole value) {
        buffer.put(offset + ROLE_OFFSET, (byte) value.ordinal());
        return this;
    }

    /** Sets why; ASCII, cut at 96 bytes. */
    public SessionEvent text(CharSequence value) {
        EventText.put(buffer, offset + TEXT_OFFSET, TEXT_LENGTH, value);
        return this;
    }

    /** @return why; allocates, for edges and reports */
    public String text() {
        return EventText.get(buffer, offset + TEXT_OFFSET, TEXT_LENGTH);
    }

    /** @return 64-bit hash of why; allocates nothing */
    public long textHash() {
        return EventText.hash(buffer, offset + TEXT_OFFSET, TEXT_LENGTH);
    }
}
