package mnvh.monitor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which records overlap a pause, and by how much; nothing is concluded from what is not recorded.
 *
 * <p>The JVM's records have a start and an end, so their overlap is exact. The kernel's counters are known only between
 * two looks around the pause, so what they show is an upper bound, and of that only what the exact records leave over:
 * a thread that stands at a safepoint or waits for another neither runs nor waits for a CPU. Any thread.
 */
public final class PauseCauses {
    private static final double NAMED_SHARE = 0.5;
    private static final double SHOWN_SHARE = 0.05;
    private static final long SHOWN_NS = 1_000;

    private final List<StopRecord> records;

    /** @param records in any order */
    public PauseCauses(List<StopRecord> records) {
        this.records = List.copyOf(records);
    }

    /** @return what is recorded for the pause, the largest overlap first; empty where nothing is */
    public List<FoundCause> of(Pause pause) {
        Map<StopRecord, Long> stops = new LinkedHashMap<>();
        long standing = 0;
        for (StopRecord record : records) {
            long overlap = concerns(record, pause) ? ownOverlapNs(record, pause) : 0;
            if (overlap > 0) {
                // The same stop by another record of the same name adds up.
                stops.merge(new StopRecord(record.cause(), record.what(), record.thread(), 0, 0), overlap, Long::sum);
                standing += record.cause() == Cause.BESIDE ? 0 : overlap;
            }
        }
        List<FoundCause> found = new ArrayList<>();
        stops.forEach((record, overlap) -> found.add(new FoundCause(
                record.cause(), named(record), Math.min(overlap, pause.durationNs()), record.cause() != Cause.BESIDE)));
        long restNs = Math.max(0, pause.durationNs() - standing);
        for (ThreadWindow window : pause.windows()) {
            addBounds(window, pause.durationNs(), restNs, found);
        }
        found.sort(Comparator.comparing((FoundCause one) -> one.cause() == Cause.BESIDE)
                .thenComparing(Comparator.comparingLong(FoundCause::overlapNs).reversed())
                .thenComparing(FoundCause::cause));
        return found;
    }

    /**
     * @param found what {@link #of} found for the pause
     * @return the cause that covers at least half of it; where none does, a page fault that read from disk, whose time
     *     nobody records; else unknown
     */
    public static Cause named(Pause pause, List<FoundCause> found) {
        for (FoundCause one : found) {
            if (one.cause() != Cause.BESIDE && one.overlapNs() >= NAMED_SHARE * pause.durationNs()) {
                return one.cause();
            }
        }
        return pause.windows().stream().anyMatch(window -> window.majorFaults() > 0) ? Cause.PAGE_FAULT : Cause.UNKNOWN;
    }

    private static boolean concerns(StopRecord record, Pause pause) {
        return record.thread().isEmpty() || pause.threads().contains(record.thread());
    }

    /** A safepoint is counted without the collection within it. */
    private long ownOverlapNs(StopRecord record, Pause pause) {
        long overlap = record.overlapNs(pause.startNs(), pause.endNs());
        if (record.cause() == Cause.SAFEPOINT && overlap > 0) {
            long from = Math.max(record.startNs(), pause.startNs());
            long to = Math.min(record.endNs(), pause.endNs());
            for (StopRecord other : records) {
                if (other.cause() == Cause.GC) {
                    overlap -= other.overlapNs(from, to);
                }
            }
        }
        return overlap;
    }

    private static void addBounds(ThreadWindow window, long durationNs, long restNs, List<FoundCause> found) {
        long perLookNs = window.windowNs() / Math.max(1, window.looks() - 1);
        bound(Cause.SCHEDULER, window.thread(), window.runDelayNs(), durationNs, restNs, found);
        bound(Cause.OWN_WORK, window.thread(), window.cpuNs(), durationNs, restNs, found);
        bound(Cause.DISK, window.thread(), window.blockedLooks() * perLookNs, durationNs, restNs, found);
        if (window.majorFaults() + window.minorFaults() > 0) {
            found.add(new FoundCause(
                    Cause.PAGE_FAULT,
                    window.thread() + ": " + window.majorFaults() + " major, " + window.minorFaults() + " minor",
                    0,
                    false));
        }
    }

    private static void bound(
            Cause cause, String thread, long countedNs, long durationNs, long restNs, List<FoundCause> found) {
        long most = Math.min(countedNs, restNs);
        if (most >= SHOWN_NS && most >= SHOWN_SHARE * durationNs) {
            found.add(new FoundCause(cause, thread, most, false));
        }
    }

    private static String named(StopRecord record) {
        return record.thread().isEmpty() ? record.what() : record.thread() + ": " + record.what();
    }
}
