package mnvh.event;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import mnvh.units.HotPath;

/** One preallocated little-endian buffer of the ingress: a slot is a record, and the same bytes go to disk. */
@HotPath
public final class EventSlot {
    /** Bytes of a slot; no inbound record is longer. */
    public static final int CAPACITY = 256;

    static final ByteBuffer EMPTY = ByteBuffer.allocate(0);

    private final ByteBuffer buffer = ByteBuffer.allocateDirect(CAPACITY).order(ByteOrder.LITTLE_ENDIAN);
    private long claim;

    /** @return the bytes; the record starts at 0 */
    public ByteBuffer buffer() {
        return buffer;
    }

    /** Zeroes the slot up to {@code length}, so that nothing of its last use survives, and writes the header. */
    public void begin(int kind, int length, long timestampNs) {
        for (int i = 0; i < length; i += Long.BYTES) {
            buffer.putLong(i, 0);
        }
        EventHeader.write(buffer, 0, kind, length, timestampNs);
    }

    /** Copies a record of another buffer, header included, as replay does. */
    public void copyFrom(ByteBuffer source, int start, int length) {
        buffer.put(0, source, start, length);
    }

    /** @return one of {@link EventKind} */
    public int kind() {
        return EventHeader.kind(buffer, 0);
    }

    /** @return bytes of the record */
    public int length() {
        return EventHeader.length(buffer, 0);
    }

    /** @return place in the inbound stream */
    public long sequence() {
        return EventHeader.sequence(buffer, 0);
    }

    /** Sets the place in the inbound stream; done once, by the thread that runs the core. */
    public void sequence(long value) {
        EventHeader.sequence(buffer, 0, value);
    }

    /** @return event time, nanoseconds since 1970 */
    public long timestampNs() {
        return EventHeader.timestampNs(buffer, 0);
    }

    /** @return what the ingress noted when the slot was claimed */
    public long claim() {
        return claim;
    }

    /** Notes the ingress's own handle of a claimed slot; not part of the record. */
    public void claim(long value) {
        claim = value;
    }
}
