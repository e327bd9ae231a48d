package mnvh.monitor;

import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Histograms in Prometheus's words, made of the stages' own counters when somebody scrapes.
 *
 * <p>The threads that are timed know nothing of it. A bound between two buckets counts what is surely below it.
 */
final class LatencyCollector implements Collector {
    private static final long[] BOUNDS_NS = {
        1_000, 5_000, 20_000, 100_000, 500_000, 2_000_000, 10_000_000, 50_000_000, 250_000_000, 1_000_000_000
    };
    private static final double NS_PER_S = 1e9;

    private final String name;
    private final String help;
    private final Map<String, Supplier<LatencyReading>> stages = new LinkedHashMap<>();

    LatencyCollector(String name, String help) {
        this.name = name;
        this.help = help;
    }

    /** Adds a value of the label {@code stage}. */
    LatencyCollector stage(String label, Supplier<LatencyReading> reading) {
        stages.put(label, reading);
        return this;
    }

    @Override
    public MetricSnapshot collect() {
        HistogramSnapshot.Builder snapshot =
                HistogramSnapshot.builder().name(name).help(help);
        stages.forEach((label, reading) -> snapshot.dataPoint(point(label, reading.get())));
        return snapshot.build();
    }

    private static HistogramDataPointSnapshot point(String label, LatencyReading reading) {
        ClassicHistogramBuckets.Builder buckets = ClassicHistogramBuckets.builder();
        long below = 0;
        for (long boundNs : BOUNDS_NS) {
            long upTo = reading.countUpTo(boundNs);
            buckets.bucket(boundNs / NS_PER_S, upTo - below);
            below = upTo;
        }
        buckets.bucket(Double.POSITIVE_INFINITY, reading.count() - below);
        return HistogramDataPointSnapshot.builder()
                .classicHistogramBuckets(buckets.build())
                .sum(reading.sumNs() / NS_PER_S)
                .labels(Labels.of("stage", label))
                .build();
    }
}
