package mnvh.journal;

import java.nio.ByteBuffer;
import mnvh.event.EventHeader;

/**
 * Looks for sealed records behind the point where a stream seems to end.
 *
 * <p>An excerpt that was open when the process died is no damage: its records follow each other right behind its
 * uncommitted header, and nothing follows them. Anything further on means that a header in between cannot be read. One
 * thread.
 */
final class StrayRecords {
    private static final int ALIGNMENT = 4;

    private final ExcerptReader excerpts;
    private final RecordSeal seal;

    StrayRecords(ExcerptReader excerpts, RecordSeal seal) {
        this.excerpts = excerpts;
        this.seal = seal;
    }

    /**
     * @param last sequence of the last readable record
     * @return sequence of the first sealed record that cannot belong to the excerpt left open, 0 for none
     */
    long find(long last) {
        long at = excerpts.nextPosition() + ALIGNMENT;
        long expected = last + 1;
        while (sequenceAt(at) == expected) {
            at += EventHeader.length(excerpts.buffer(), excerpts.indexOf(at));
            expected++;
        }
        for (; excerpts.peek(at, EventHeader.LENGTH); at += ALIGNMENT) {
            long sequence = sequenceAt(at);
            if (sequence > last) {
                return sequence;
            }
        }
        return 0;
    }

    /** @return sequence of the sealed record at a position of the file, 0 where there is none */
    private long sequenceAt(long at) {
        if (!excerpts.peek(at, EventHeader.LENGTH)) {
            return 0;
        }
        ByteBuffer buffer = excerpts.buffer();
        int start = excerpts.indexOf(at);
        int length = EventHeader.length(buffer, start);
        if (length < EventHeader.LENGTH
                || length > JournalFormat.MAX_RECORD
                || (length & 7) != 0
                || EventHeader.version(buffer, start) != EventHeader.FORMAT_VERSION
                || !excerpts.peek(at, length)) {
            return 0;
        }
        buffer = excerpts.buffer();
        start = excerpts.indexOf(at);
        int crc = buffer.getInt(start + EventHeader.CRC_OFFSET);
        long chain = buffer.getLong(start + EventHeader.CHAIN_OFFSET);
        int computed = seal.crcOf(buffer, start, length);
        buffer.putInt(start + EventHeader.CRC_OFFSET, crc);
        buffer.putLong(start + EventHeader.CHAIN_OFFSET, chain);
        return crc == computed ? EventHeader.sequence(buffer, start) : 0;
    }
}
