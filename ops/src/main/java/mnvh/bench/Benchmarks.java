package mnvh.bench;

import java.util.List;

/** Every group, in the order of a full run. */
public final class Benchmarks {
    private static final List<Benchmark> ALL = List.of(
            new ArithmeticBenchmark(),
            new EventBenchmark(),
            new StepBenchmark(),
            new LedgerBenchmark(),
            new GateBenchmark(),
            new JournalBenchmark(),
            new RingBenchmark(),
            new LatencyBenchmark(),
            new FixBenchmark(),
            new KillBenchmark(),
            new ReplayBenchmark(),
            new BacktestBenchmark(),
            new StartupBenchmark());

    private Benchmarks() {}

    /** @return all of them; none has begun anything */
    public static List<Benchmark> all() {
        return ALL;
    }

    /** @return the group of that name; throws {@link IllegalArgumentException} when there is none */
    public static Benchmark named(String name) {
        return ALL.stream()
                .filter(benchmark -> benchmark.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no benchmark is named '" + name + "'"));
    }
}
