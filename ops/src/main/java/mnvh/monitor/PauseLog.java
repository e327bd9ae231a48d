package mnvh.monitor;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import mnvh.units.HotPath;

/**
 * Long spans on their way from the thread that had them to the one that explains them: one writer, one reader.
 *
 * <p>Only spans at or above a floor are taken, and the reader raises the floor once it holds enough longer ones. A full
 * log drops and counts; it never waits. Allocates nothing after construction.
 */
@HotPath
public final class PauseLog {
    static final int FIELDS = 5;
    static final int STAGE = 0;
    static final int SEQUENCE = 1;
    static final int START_NS = 2;
    static final int TAKEN_NS = 3;
    static final int END_NS = 4;

    private static final Stage[] STAGES = Stage.values();

    private final List<String> threads;
    private final long[] spans;
    private final int mask;
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong read = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private volatile long floorNs;

    /**
     * @param threads names of those that the spans run through
     * @param size spans that may wait, a power of two
     * @param floorNs shortest span that is taken
     */
    public PauseLog(List<String> threads, int size, long floorNs) {
        this.threads = List.copyOf(threads);
        this.spans = new long[size * FIELDS];
        this.mask = size - 1;
        this.floorNs = floorNs;
    }

    /** Takes a span that was waited through; the writing thread only. */
    void offer(Stage stage, long sequence, long startNs, long endNs) {
        offer(stage, sequence, startNs, endNs, endNs);
    }

    /**
     * Takes a span where it is long enough; the writing thread only.
     *
     * @param sequence inbound sequence of the event, 0 for none
     * @param startNs when it began
     * @param takenNs when the handler took it up, within the span
     * @param endNs when it was done
     */
    void offer(Stage stage, long sequence, long startNs, long takenNs, long endNs) {
        if (endNs - startNs < floorNs) {
            return;
        }
        long position = written.getPlain();
        if (position - read.get() > mask) {
            dropped.lazySet(dropped.getPlain() + 1);
            return;
        }
        int at = ((int) position & mask) * FIELDS;
        spans[at + STAGE] = stage.ordinal();
        spans[at + SEQUENCE] = sequence;
        spans[at + START_NS] = startNs;
        spans[at + TAKEN_NS] = takenNs;
        spans[at + END_NS] = endNs;
        written.lazySet(position + 1);
    }

    /** @return names of the threads that the spans run through */
    List<String> threads() {
        return threads;
    }

    /** @return true while a span waits; the reading thread only */
    boolean waiting() {
        return read.getPlain() < written.get();
    }

    /** @return a field of the span that waits longest */
    long peek(int field) {
        return spans[((int) read.getPlain() & mask) * FIELDS + field];
    }

    /** @return the stage of the span that waits longest */
    Stage peekStage() {
        return STAGES[(int) peek(STAGE)];
    }

    /** Makes room of the span that waits longest. */
    void advance() {
        read.lazySet(read.getPlain() + 1);
    }

    /** From here on only spans as long as this are taken. */
    void floorNs(long value) {
        floorNs = value;
    }

    /** @return spans that found no room */
    long dropped() {
        return dropped.get();
    }
}
