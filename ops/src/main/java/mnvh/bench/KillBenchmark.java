package mnvh.bench;

import java.util.List;
import mnvh.config.Config;
import mnvh.universe.Universe;

/**
 * From the kill switch's trigger to the last of the cancels, while the ring is full of market data.
 *
 * <p>The last cancel counts when the kernel has its last byte. Beside it stand when the venue, in the same process, had
 * parsed it, and how late an idle thread was during the same trials: what the machine takes from any thread it takes
 * from this one. Each trial also holds what the switch promises: no order of the core's behind its record, and none at
 * the venue beyond those that worked before. One that does ends the run.
 */
public final class KillBenchmark implements Benchmark {
    private static final int ORDERS = 500;
    /** More than orders: an instrument whose return is the portfolio's has none. */
    private static final int INSTRUMENTS = 520;

    private static final int TRIALS = 200;
    private static final int BRIEF_TRIALS = 3;
    private static final int ROUNDS = 3;
    private static final double MOST_MS = 50;
    private static final double NS_PER_MS = 1e6;
    private static final long NEEDED_BYTES = 256L << 20;

    @Override
    public String name() {
        return "kill";
    }

    @Override
    public String summary() {
        return "kill switch: trigger to the last of 500 cancels over FIX, ring full of quotes";
    }

    /** The memory of a trading run, as in {@code config/trading.options}: a page costs when it is touched first. */
    @Override
    public List<String> jvmFlags() {
        return List.of("-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch", "-XX:+PerfDisableSharedMem");
    }

    @Override
    public void run(Meter meter) throws Exception {
        Universe universe = BenchRun.universe(INSTRUMENTS);
        Config config = BenchRun.literal(universe);
        int trials = meter.brief() ? BRIEF_TRIALS : TRIALS;
        try (BenchFolder folder = BenchFolder.open(name(), NEEDED_BYTES);
                IdleThread idle = new IdleThread();
                KillRig rig = new KillRig(universe, config, ORDERS, folder.path())) {
            Samples[][] taken = meter.sideBySide("kill switch", 1, ROUNDS, () -> trials(rig, idle, trials));
            Samples[] samples = taken[0];
            String written = "trigger to the last of at least " + ORDERS + " cancels at the kernel, ";
            meter.figure(Figure.of(written + "p50", Unit.MS, samples[0]));
            meter.figure(Figure.of(written + "p99", Unit.MS, samples[1]).aiming(Goal.most(MOST_MS)));
            meter.figure(Figure.of(written + "longest", Unit.MS, samples[2]));
            String venue = "the same, parsed by the venue, ";
            meter.figure(Figure.of(venue + "p50", Unit.MS, samples[3]));
            meter.figure(Figure.of(venue + "p99", Unit.MS, samples[4]));
            meter.figure(Figure.of(venue + "longest", Unit.MS, samples[5]));
            String late = "idle thread's longest lateness in a trial, ";
            meter.figure(Figure.of(late + "p50", Unit.MS, samples[6]));
            meter.figure(Figure.of(late + "p99", Unit.MS, samples[7]));
            meter.figure(Figure.of(late + "longest", Unit.MS, samples[8]));
        }
    }

    private static double[] trials(KillRig rig, IdleThread idle, int count) throws Exception {
        Latencies[] taken = {new Latencies(count), new Latencies(count), new Latencies(count)};
        for (int i = 0; i < count; i++) {
            KillRig.Trial trial = rig.trial(idle);
            taken[0].add(trial.writtenNs());
            taken[1].add(trial.venueNs());
            taken[2].add(trial.idleLateNs());
        }
        double[] figures = new double[3 * taken.length];
        for (int i = 0; i < figures.length; i += 3) {
            double[] ns = taken[i / 3].percentiles(50, 99, 100);
            for (int k = 0; k < 3; k++) {
                figures[i + k] = ns[k] / NS_PER_MS;
            }
        }
        return figures;
    }
}
