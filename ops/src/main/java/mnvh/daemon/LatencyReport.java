package mnvh.daemon;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import mnvh.monitor.BuildIdentity;
import mnvh.monitor.LatencyReading;
import mnvh.monitor.Pause;
import mnvh.monitor.Stage;
import mnvh.monitor.StageLatencies;
import mnvh.monitor.WatchedPauses;

/**
 * A session's latencies by stage and its longest pauses.
 *
 * <p>A percentile is by nearest rank and at most 1/64 too large; a largest is exact.
 */
final class LatencyReport {
    /** Pauses of events that are listed. */
    static final int LISTED = 50;
    /** Hiccups that are listed. */
    static final int HICCUPS_LISTED = 20;
    /** Time at the start that a longer session is shown without as well. */
    static final long WARM_UP_NS = 60_000_000_000L;

    static final double NS_PER_US = 1e3;
    private static final double NS_PER_S = 1e9;

    private final BuildIdentity build;
    private final String machine;
    private final long startNs;
    private final long endNs;
    private final Map<Stage, LatencyReading> stages = new EnumMap<>(Stage.class);
    private final Map<Stage, LatencyReading> warm = new EnumMap<>(Stage.class);
    private final WatchedPauses watched;

    /**
     * @param machine the JVM and what it runs on, one line
     * @param startNs when the watch began, by the pauses' clock
     * @param endNs when it ended
     * @param warmUp the stages after {@link #WARM_UP_NS}; empty in a shorter session
     */
    LatencyReport(
            BuildIdentity build,
            String machine,
            long startNs,
            long endNs,
            StageLatencies latencies,
            Map<Stage, LatencyReading> warmUp,
            WatchedPauses watched) {
        this.build = build;
        this.machine = machine;
        this.startNs = startNs;
        this.endNs = endNs;
        this.watched = watched;
        for (Stage stage : Stage.values()) {
            LatencyReading reading = latencies.reading(stage);
            stages.put(stage, reading);
            LatencyReading before = warmUp.get(stage);
            if (before != null) {
                warm.put(stage, reading.since(before));
            }
        }
    }

    /** Writes latency.txt and latency.json. */
    void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("latency.txt"), text());
        StringWriter json = new StringWriter();
        new LatencyJson(this, new PrintWriter(json)).write();
        Files.writeString(folder.resolve("latency.json"), json.toString());
    }

    /** @return the report as a page */
    String text() {
        return new LatencyPage(this).text();
    }

    BuildIdentity build() {
        return build;
    }

    String machine() {
        return machine;
    }

    /** @return length of the session */
    double seconds() {
        return secondsAt(endNs);
    }

    /** @return seconds from the start of the watch to {@code ns} of the pauses' clock */
    double secondsAt(long ns) {
        return (ns - startNs) / NS_PER_S;
    }

    Map<Stage, LatencyReading> stages() {
        return stages;
    }

    /** @return the stages without their warm-up; empty in a session that is not longer */
    Map<Stage, LatencyReading> warm() {
        return warm;
    }

    WatchedPauses watched() {
        return watched;
    }

    /** @return the longest waits of events */
    List<Pause> events() {
        return first(watched.events(), LISTED);
    }

    /** @return the longest hiccups */
    List<Pause> hiccups() {
        return first(watched.hiccups(), HICCUPS_LISTED);
    }

    private static List<Pause> first(List<Pause> pauses, int most) {
        return pauses.subList(0, Math.min(most, pauses.size()));
    }
}
