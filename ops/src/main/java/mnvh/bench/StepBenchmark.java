package mnvh.bench;

import java.util.Arrays;
import java.util.Locale;
import mnvh.config.Config;
import mnvh.engine.DirectEgress;
import mnvh.engine.DirectIngress;
import mnvh.engine.MnvhStepHandler;
import mnvh.event.EventHeader;
import mnvh.event.OutboundFrame;
import mnvh.state.StateHash;
import mnvh.universe.Universe;

/**
 * The whole step inside the handler, and its parts measured beside it; every step orders every instrument.
 *
 * <p>A repetition starts a handler anew and throws its first steps away, in which the windows fill.
 */
final class StepBenchmark implements Benchmark {
    private static final int[] SIZES = {30, 200, 1000};
    private static final int JUDGED_SIZE = 200;
    private static final int UNTIMED_STEPS = 40;
    private static final int BLOCK_INSTRUMENTS = 100_000;
    /** The first size has the compiler's work to wait for: some tens of thousands of steps. */
    private static final int FIRST_WARM_UPS = 30;

    private static final int WARM_UPS = 5;
    private static final int REPETITIONS = 15;
    private static final int LEAST_STEPS = 300;
    private static final int MOST_STEPS = 1000;
    private static final StepPart[] PARTS = StepPart.values();

    @Override
    public String name() {
        return "step";
    }

    @Override
    public String summary() {
        return "the whole step at n = 30, 200 and 1000, and each of its parts";
    }

    @Override
    public void run(Meter meter) throws Exception {
        for (int n : SIZES) {
            Universe universe = BenchRun.universe(n);
            Config config = BenchRun.config(universe, true);
            int steps = meter.count(Math.min(MOST_STEPS, Math.max(LEAST_STEPS, BLOCK_INSTRUMENTS / n)));
            Samples[][] taken = meter.sideBySide(
                    "step, n=" + n,
                    n == SIZES[0] ? FIRST_WARM_UPS : WARM_UPS,
                    REPETITIONS,
                    () -> wholeStep(universe, config, steps),
                    () -> parts(universe, config, steps));
            Samples p50 = taken[0][0];
            Samples p99 = taken[0][1];
            Figure whole = Figure.of(named("handler p50", n), Unit.US, p50)
                    .against("sum of its parts' p50", taken[1][PARTS.length]);
            meter.figure(n == JUDGED_SIZE ? whole.aiming(Goal.mostTimesLimit(1.5)) : whole);
            Figure tail = Figure.of(named("p99", n), Unit.US, p99);
            if (n == JUDGED_SIZE) {
                meter.figure(Figure.of(named("p50", n), Unit.US, p50).aiming(Goal.most(20)));
                tail = tail.aiming(Goal.most(60));
            }
            meter.figure(tail);
            for (StepPart part : PARTS) {
                Figure figure = Figure.of(named(part.text(), n), Unit.US, taken[1][part.ordinal()]);
                meter.figure(
                        part == StepPart.HASH
                                ? figure.against("as many words through the chain alone", taken[1][PARTS.length + 1])
                                : figure);
            }
        }
    }

    private static String named(String what, int n) {
        return String.format(Locale.ROOT, "step, %s, n=%d", what, n);
    }

    /** @return p50 and p99 of the timer event through the handler, microseconds */
    private static double[] wholeStep(Universe universe, Config config, int steps) {
        HandlerLoad load = new HandlerLoad(universe, config);
        OutboundFrame[] last = new OutboundFrame[1];
        DirectEgress egress = new DirectEgress(
                OutboundFrame.capacityFor(universe.size(), config.risk().maxWorkingOrders()),
                (frame, sequence, endOfBatch) -> last[0] = frame);
        load.into(new DirectIngress(EventHeader.FIRST_EVENT, new MnvhStepHandler(universe, config, egress)));
        load.sessionUp();
        long[] ns = new long[steps];
        for (int k = -UNTIMED_STEPS; k < steps; k++) {
            load.quotes();
            long startNs = System.nanoTime();
            load.timer();
            long endNs = System.nanoTime();
            // Outside the clock: reading the orders is the venue's work.
            load.onFrame(last[0], k, true);
            load.answers();
            if (k >= 0) {
                ns[k] = endNs - startNs;
            }
        }
        requireOrders(load, universe.size(), steps);
        Arrays.sort(ns);
        return new double[] {at(ns, 0.50), at(ns, 0.99)};
    }

    /**
     * @return p50 of every part, then their sum, then the chain of the state hash alone, microseconds, without the
     *     clock between the parts
     */
    private static double[] parts(Universe universe, Config config, int steps) {
        HandlerLoad load = new HandlerLoad(universe, config);
        StepRig rig = new StepRig(universe, config);
        load.into(new DirectIngress(EventHeader.FIRST_EVENT, rig));
        long[][] ns = new long[PARTS.length][steps];
        for (int k = -UNTIMED_STEPS; k < steps; k++) {
            load.quotes();
            load.timer();
            load.onFrame(rig.frame(), k, true);
            load.answers();
            for (int p = 0; p < PARTS.length && k >= 0; p++) {
                ns[p][k] = rig.spentNs(PARTS[p]);
            }
        }
        requireOrders(load, universe.size(), steps);
        double clockUs = BenchClock.readNs() / 1000;
        double[] medians = new double[PARTS.length + 2];
        for (int p = 0; p < PARTS.length; p++) {
            Arrays.sort(ns[p]);
            medians[p] = Math.max(0, at(ns[p], 0.50) - clockUs);
            medians[PARTS.length] += medians[p];
        }
        medians[PARTS.length + 1] = chainUs(rig.hashedWords(), steps);
        return medians;
    }

    /** Each link needs the one before it, so a processor that is never kept waiting still takes that long. */
    private static double chainUs(int words, int steps) {
        long[] values = new long[words];
        Arrays.setAll(values, i -> i * 0x9E37_79B9_7F4A_7C15L);
        StateHash hash = new StateHash();
        long[] ns = new long[steps];
        for (int k = 0; k < steps; k++) {
            long startNs = System.nanoTime();
            hash.putLongs(values, words);
            ns[k] = System.nanoTime() - startNs;
        }
        Consumed.number = hash.value();
        Arrays.sort(ns);
        return at(ns, 0.50);
    }

    /** A step that orders nothing is cheap and would be no figure. */
    private static void requireOrders(HandlerLoad load, int size, int steps) {
        if (load.fills() < 0.95 * size * steps) {
            throw new IllegalStateException(load.fills() + " fills in " + steps + " steps of " + size);
        }
    }

    private static double at(long[] sortedNs, double fraction) {
        return sortedNs[(int) Math.min(sortedNs.length - 1L, Math.round(fraction * (sortedNs.length - 1)))] / 1000.0;
    }
}
