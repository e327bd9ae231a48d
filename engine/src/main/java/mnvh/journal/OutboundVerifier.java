package mnvh.journal;

import java.nio.ByteBuffer;
import mnvh.event.EventHeader;
import mnvh.event.FrameConsumer;
import mnvh.event.OutboundFrame;
import org.jspecify.annotations.Nullable;

/**
 * Holds the frames of a replay against an outbound journal, byte for byte, seal included.
 *
 * <p>Frames past the journal's end are counted apart: a process that died had journaled less than it decided. Nothing
 * is thrown for a difference; the first one is described and the rest is only counted. One thread. Allocates for the
 * description alone.
 */
public final class OutboundVerifier implements FrameConsumer, AutoCloseable {
    private final JournalReader journal;
    private final RecordSeal seal = new RecordSeal();
    private long frames;
    private long matched;
    private long beyond;
    private long chain = RecordSeal.FIRST;
    private @Nullable String difference;

    /** @param journal an outbound stream before its first record; closed with the verifier */
    public OutboundVerifier(JournalReader journal) {
        this.journal = journal;
    }

    @Override
    public void onFrame(OutboundFrame frame, long sequence, boolean endOfBatch) {
        ByteBuffer buffer = frame.buffer();
        int length = frame.length();
        EventHeader.sequence(buffer, 0, sequence);
        chain = seal.seal(buffer, 0, length, chain);
        frames++;
        if (!journal.next()) {
            beyond++;
            return;
        }
        int at = mismatch(journal.buffer(), journal.offset(), journal.length(), buffer, length);
        if (at < 0) {
            matched++;
        } else if (difference == null) {
            difference = FrameDifference.describe(
                    sequence, at, journal.buffer(), journal.offset(), journal.length(), buffer, length);
        }
    }

    /**
     * @return the first differing byte, -1 where the records are equal; a differing seal counts only where nothing else
     *     differs, because it follows from what does
     */
    private static int mismatch(ByteBuffer left, int leftStart, int leftLength, ByteBuffer right, int rightLength) {
        int common = Math.min(leftLength, rightLength);
        for (int i = EventHeader.KIND_OFFSET; i < common; i++) {
            if (!isSeal(i) && left.get(leftStart + i) != right.get(i)) {
                return i;
            }
        }
        if (leftLength != rightLength) {
            return common;
        }
        for (int i = EventHeader.CRC_OFFSET; i < EventHeader.LENGTH; i++) {
            if (left.get(leftStart + i) != right.get(i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isSeal(int at) {
        return (at >= EventHeader.CRC_OFFSET && at < EventHeader.CRC_OFFSET + Integer.BYTES)
                || (at >= EventHeader.CHAIN_OFFSET && at < EventHeader.CHAIN_OFFSET + Long.BYTES);
    }

    /**
     * Reads what the replay did not reach.
     *
     * @return journaled frames that the replay did not emit
     */
    public long missing() {
        long before = journal.records();
        while (journal.next()) {
            continue;
        }
        return journal.records() - before;
    }

    /** @return true while every frame was equal, none is past the journal's end, and nothing differed */
    public boolean equal() {
        return difference == null && beyond == 0;
    }

    /** @return what differed first, with sequence, section, field and both values; null while nothing did */
    public @Nullable String difference() {
        return difference;
    }

    /** @return frames received */
    public long frames() {
        return frames;
    }

    /** @return frames equal to the journal's */
    public long matched() {
        return matched;
    }

    /** @return frames past the journal's end */
    public long beyond() {
        return beyond;
    }

    /** @return chain value over the replayed frames */
    public long head() {
        return chain;
    }

    @Override
    public void close() {
        journal.close();
    }
}
