package mnvh.event;

import java.nio.ByteBuffer;
import mnvh.units.HotPath;

/**
 * The 48 bytes every record starts with, little-endian.
 *
 * <p>Length counts the whole record, a multiple of 8. The sequence is dense from 1 within a stream. The cause of an
 * outbound record is the inbound sequence that caused it; an inbound record's is 0. CRC32C and chain are written by the
 * journal and are zero until then.
 */
@HotPath
public final class EventHeader {
    /** Version of the record format, written into every header. */
    public static final int FORMAT_VERSION = 6;
    /** Inbound sequence of a session's first event; 1 is the configuration, 2 the universe. */
    public static final long FIRST_EVENT = 3;
    /** Where the body starts. */
    public static final int LENGTH = 48;

    public static final int LENGTH_OFFSET = 0;
    public static final int KIND_OFFSET = 4;
    public static final int VERSION_OFFSET = 6;
    public static final int SEQUENCE_OFFSET = 8;
    public static final int CAUSE_OFFSET = 16;
    public static final int TIMESTAMP_OFFSET = 24;
    public static final int CRC_OFFSET = 32;
    public static final int CHAIN_OFFSET = 40;

    private EventHeader() {}

    /** Writes a header without sequence, cause, CRC and chain, which stay zero. */
    public static void write(ByteBuffer buffer, int start, int kind, int length, long timestampNs) {
        buffer.putInt(start + LENGTH_OFFSET, length);
        buffer.putShort(start + KIND_OFFSET, (short) kind);
        buffer.putShort(start + VERSION_OFFSET, (short) FORMAT_VERSION);
        buffer.putLong(start + TIMESTAMP_OFFSET, timestampNs);
    }

    /** @return bytes of the whole record */
    public static int length(ByteBuffer buffer, int start) {
        return buffer.getInt(start + LENGTH_OFFSET);
    }

    /** @return one of {@link EventKind} */
    public static int kind(ByteBuffer buffer, int start) {
        return buffer.getShort(start + KIND_OFFSET);
    }

    /** @return version of the record format */
    public static int version(ByteBuffer buffer, int start) {
        return buffer.getShort(start + VERSION_OFFSET);
    }

    /** @return place in its stream, dense from 1 */
    public static long sequence(ByteBuffer buffer, int start) {
        return buffer.getLong(start + SEQUENCE_OFFSET);
    }

    /** Sets the place in the stream. */
    public static void sequence(ByteBuffer buffer, int start, long value) {
        buffer.putLong(start + SEQUENCE_OFFSET, value);
    }

    /** @return inbound sequence that caused an outbound record, 0 for inbound ones */
    public static long cause(ByteBuffer buffer, int start) {
        return buffer.getLong(start + CAUSE_OFFSET);
    }

    /** Sets the inbound sequence that caused the record. */
    public static void cause(ByteBuffer buffer, int start, long value) {
        buffer.putLong(start + CAUSE_OFFSET, value);
    }

    /** @return event time, nanoseconds since 1970 */
    public static long timestampNs(ByteBuffer buffer, int start) {
        return buffer.getLong(start + TIMESTAMP_OFFSET);
    }
}
