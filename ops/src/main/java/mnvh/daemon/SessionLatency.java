package mnvh.daemon;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import mnvh.monitor.LatencyReading;
import mnvh.monitor.LatencyTaps;
import mnvh.monitor.LatencyWatch;
import mnvh.monitor.Stage;
import mnvh.monitor.StageLatencies;
import mnvh.monitor.WatchedPauses;
import org.jspecify.annotations.Nullable;

/**
 * The latency record of one session: histograms always, the watch over its pauses only where it was asked for.
 *
 * <p>Opened before the session and closed after it.
 */
final class SessionLatency implements AutoCloseable {
    private final StageLatencies latencies;
    private final @Nullable LatencyWatch watch;
    private final LatencyTaps taps;
    private final long startNs = System.nanoTime();
    private final Map<Stage, LatencyReading> warmUp = new EnumMap<>(Stage.class);

    /** @param watched true to record what the longest pauses overlap with */
    SessionLatency(StageLatencies latencies, boolean watched) {
        this.latencies = latencies;
        LatencyWatch opened = watched ? new LatencyWatch(latencies, System::nanoTime, this::noteWarmUp) : null;
        watch = opened;
        taps = opened == null ? new LatencyTaps(latencies, System::nanoTime) : opened.taps();
    }

    /** On the watch's thread, which has ended before the report reads what is noted here. */
    private void noteWarmUp() {
        if (warmUp.isEmpty() && System.nanoTime() - startNs >= LatencyReport.WARM_UP_NS) {
            for (Stage stage : Stage.values()) {
                warmUp.put(stage, latencies.reading(stage));
            }
        }
    }

    /** @return what times the session's events */
    LatencyTaps taps() {
        return taps;
    }

    /** Ends the watch, writes latency.txt, .json and .jfr, and prints the page; does nothing where unwatched. */
    void report(Path folder, Screen screen) throws IOException {
        if (watch == null) {
            return;
        }
        long endNs = System.nanoTime();
        Files.createDirectories(folder);
        WatchedPauses pauses = watch.finish(folder.resolve("latency.jfr"));
        LatencyReport report =
                new LatencyReport(BuildInfo.identity(), machine(), startNs, endNs, latencies, warmUp, pauses);
        report.writeTo(folder);
        screen.err().print(report.text());
        screen.err().println("latency: " + folder.resolve("latency.txt"));
        screen.err().flush();
    }

    private static String machine() {
        List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans();
        return String.format(
                Locale.ROOT,
                "%s, %s, heap up to %d MiB, %d CPUs, %s %s",
                System.getProperty("java.vm.name"),
                collectors.stream().map(GarbageCollectorMXBean::getName).collect(Collectors.joining(" and ")),
                Runtime.getRuntime().maxMemory() >> 20,
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"));
    }

    @Override
    public void close() {
        if (watch != null) {
            watch.close();
        }
    }
}
