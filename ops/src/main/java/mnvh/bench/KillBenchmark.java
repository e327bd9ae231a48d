package mnvh.bench;

import mnvh.config.Config;
import mnvh.universe.Universe;

/**
 * From the kill switch's trigger to the moment the venue has a cancel of every working order in hand, while the ring is
 * full of market data.
 *
 * <p>Each trial also holds what the switch promises: no order of the core's behind its record, and none at the venue
 * beyond those that worked before. One that does ends the run.
 */
public final class KillBenchmark implements Benchmark {
    private static final int ORDERS = 500;
    private static final int TRIALS = 100;
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

    @Override
    public void run(Meter meter) throws Exception {
        Universe universe = BenchRun.universe(ORDERS);
        Config config = BenchRun.literal(universe);
        int trials = meter.brief() ? BRIEF_TRIALS : TRIALS;
        try (BenchFolder folder = BenchFolder.open(name(), NEEDED_BYTES);
                KillRig rig = new KillRig(universe, config, folder.path())) {
            Samples[][] taken = meter.sideBySide("kill switch", 1, ROUNDS, () -> trials(rig, trials));
            String name = "trigger to the last of " + ORDERS + " cancels at the venue, ";
            meter.figure(Figure.of(name + "p50", Unit.MS, taken[0][0]));
            meter.figure(Figure.of(name + "p99", Unit.MS, taken[0][1]).aiming(Goal.most(MOST_MS)));
            meter.figure(Figure.of(name + "longest", Unit.MS, taken[0][2]));
        }
    }

    private static double[] trials(KillRig rig, int count) throws Exception {
        Latencies taken = new Latencies(count);
        for (int i = 0; i < count; i++) {
            taken.add(rig.trial());
        }
        double[] ns = taken.percentiles(50, 99, 100);
        return new double[] {ns[0] / NS_PER_MS, ns[1] / NS_PER_MS, ns[2] / NS_PER_MS};
    }
}
