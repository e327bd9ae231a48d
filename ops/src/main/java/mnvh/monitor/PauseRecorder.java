package mnvh.monitor;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;
import mnvh.units.Clock;
import org.jspecify.annotations.Nullable;

/**
 * The JVM's own record of what stops threads: collections, safepoints, locks, stalls, long compilations.
 *
 * <p>A flight recording of few and rare kinds of event, without stack traces, written to a file at the end and read
 * back from there; nothing is parsed while the session runs. {@link #anchor} is for one thread.
 */
public final class PauseRecorder implements AutoCloseable {
    private static final String GC_PAUSE = "jdk.GCPhasePause";
    private static final String COLLECTION = "jdk.GarbageCollection";
    private static final String SAFEPOINT_BEGIN = "jdk.SafepointBegin";
    private static final String SAFEPOINT_END = "jdk.SafepointEnd";
    private static final String OPERATION = "jdk.ExecuteVMOperation";
    private static final String LOCK = "jdk.JavaMonitorEnter";
    private static final String STALL = "jdk.ZAllocationStall";
    private static final String COMPILATION = "jdk.Compilation";
    private static final String CONCURRENT = "jdk.GCPhaseConcurrent";
    private static final long LARGEST_BYTES = 512L << 20;
    /** An anchor that took longer was interrupted between its readings and ties nothing. */
    private static final long LONGEST_ANCHOR_NS = 20_000;

    private final Clock clock;
    private final Recording recording;

    /**
     * Starts recording.
     *
     * @param clock whose times the records are given in
     */
    public PauseRecorder(Clock clock) {
        this.clock = clock;
        recording = new Recording();
        recording.setName("mnvh-latency");
        recording.setMaxSize(LARGEST_BYTES);
        enable(GC_PAUSE, Duration.ZERO);
        enable(COLLECTION, Duration.ZERO);
        enable(SAFEPOINT_BEGIN, Duration.ZERO);
        enable(SAFEPOINT_END, Duration.ZERO);
        enable(OPERATION, Duration.ZERO);
        enable(ClockAnchor.NAME, Duration.ZERO);
        enable(LOCK, Duration.ofNanos(50_000));
        enable(STALL, Duration.ZERO);
        enable(COMPILATION, Duration.ofMillis(1));
        enable(CONCURRENT, Duration.ofMillis(1));
        recording.start();
        anchor();
    }

    private void enable(String event, Duration threshold) {
        recording.enable(event).withThreshold(threshold).withoutStackTrace();
    }

    /** @return true where this JVM can record itself */
    public static boolean available() {
        return FlightRecorder.isAvailable();
    }

    /** Ties the recording's clock to ours once more. */
    public void anchor() {
        ClockAnchor.commit(clock);
    }

    /**
     * Ends the recording and reads it.
     *
     * @param file where it is kept, for tools that read such files
     * @return what it holds, by our clock
     */
    public List<StopRecord> stop(Path file) throws IOException {
        anchor();
        recording.stop();
        recording.dump(file);
        return read(file);
    }

    @Override
    public void close() {
        recording.close();
    }

    private static List<StopRecord> read(Path file) throws IOException {
        List<RecordedEvent> events = new ArrayList<>();
        try (RecordingFile recorded = new RecordingFile(file)) {
            while (recorded.hasMoreEvents()) {
                events.add(recorded.readEvent());
            }
        }
        events.sort(Comparator.comparing(RecordedEvent::getStartTime));
        ClockMap map = clockMap(events);
        return map.known() ? new Reader(map).read(events) : List.of();
    }

    private static ClockMap clockMap(List<RecordedEvent> events) {
        List<RecordedEvent> anchors = events.stream()
                .filter(event -> event.getEventType().getName().equals(ClockAnchor.NAME)
                        && event.getDuration().toNanos() <= LONGEST_ANCHOR_NS)
                .toList();
        long[] recorded = new long[anchors.size()];
        long[] ours = new long[anchors.size()];
        for (int i = 0; i < recorded.length; i++) {
            RecordedEvent anchor = anchors.get(i);
            recorded[i] = ns(anchor.getStartTime()) + anchor.getDuration().toNanos() / 2;
            ours[i] = anchor.getLong("clockNs");
        }
        return new ClockMap(recorded, ours);
    }

    private static long ns(Instant time) {
        return time.getEpochSecond() * 1_000_000_000L + time.getNano();
    }

    /** Turns the JVM's events into records. */
    private static final class Reader {
        private final ClockMap map;
        private final Map<Long, String> operations = new HashMap<>();
        private final Map<Long, String> collections = new HashMap<>();
        private final Map<Long, Long> safepointEnds = new HashMap<>();
        private final List<StopRecord> records = new ArrayList<>();

        Reader(ClockMap map) {
            this.map = map;
        }

        List<StopRecord> read(List<RecordedEvent> events) {
            events.forEach(this::note);
            events.forEach(this::take);
            return records;
        }

        /** What other events refer to by number. */
        private void note(RecordedEvent event) {
            switch (event.getEventType().getName()) {
                case OPERATION -> {
                    if (event.hasField("safepointId") && event.getBoolean("safepoint")) {
                        operations.putIfAbsent(event.getLong("safepointId"), event.getString("operation"));
                    }
                }
                case COLLECTION ->
                    collections.put(
                            (long) event.getInt("gcId"), event.getString("name") + ", " + event.getString("cause"));
                case SAFEPOINT_END -> safepointEnds.put(event.getLong("safepointId"), ns(event.getEndTime()));
                default -> {
                    // Stands for itself.
                }
            }
        }

        private void take(RecordedEvent event) {
            switch (event.getEventType().getName()) {
                case GC_PAUSE -> {
                    String collection = collections.get((long) event.getInt("gcId"));
                    add(
                            Cause.GC,
                            event.getString("name") + (collection == null ? "" : " of " + collection),
                            null,
                            event);
                }
                case SAFEPOINT_BEGIN -> {
                    long id = event.getLong("safepointId");
                    long endNs = safepointEnds.getOrDefault(id, ns(event.getEndTime()));
                    records.add(new StopRecord(
                            Cause.SAFEPOINT,
                            operations.getOrDefault(id, "operation not recorded"),
                            "",
                            map.ours(ns(event.getStartTime())),
                            map.ours(endNs)));
                }
                case LOCK -> {
                    String owner = nameOf(event.getThread("previousOwner"));
                    add(Cause.LOCK, owner.isEmpty() ? "held by another" : "held by " + owner, event.getThread(), event);
                }
                case STALL -> add(Cause.ALLOCATION_STALL, "waits for the collector", event.getThread(), event);
                case COMPILATION -> add(Cause.BESIDE, "compilation", null, event);
                case CONCURRENT -> add(Cause.BESIDE, "collector, " + event.getString("name"), null, event);
                default -> {
                    // Noted before, or an anchor.
                }
            }
        }

        private void add(Cause cause, String what, @Nullable RecordedThread thread, RecordedEvent event) {
            records.add(new StopRecord(
                    cause, what, nameOf(thread), map.ours(ns(event.getStartTime())), map.ours(ns(event.getEndTime()))));
        }

        private static String nameOf(@Nullable RecordedThread thread) {
            String name = thread == null ? null : thread.getJavaName();
            return name == null ? "" : name;
        }
    }
}
