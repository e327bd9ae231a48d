package mnvh.bench;

import mnvh.config.Config;
import mnvh.engine.DirectIngress;
import mnvh.event.EventConsumer;
import mnvh.event.EventHeader;
import mnvh.event.EventSlot;
import mnvh.universe.Universe;

/** A market-data event through the handler, beside the same event into a handler that only counts. */
final class EventBenchmark implements Benchmark {
    private static final int SIZE = 200;
    private static final int ROUNDS = 1500;
    private static final int UNTIMED_STEPS = 40;
    private static final int STEPS = 1700;

    @Override
    public String name() {
        return "event";
    }

    @Override
    public String summary() {
        return "a market-data event through the handler, and what the handler allocates";
    }

    @Override
    public void run(Meter meter) throws Exception {
        Universe universe = BenchRun.universe(SIZE);
        Config config = BenchRun.config(universe, true);
        Quotes handled = new Quotes(HandlerLoad.direct(universe, config));
        HandlerLoad idle = new HandlerLoad(universe, config);
        Counting counting = new Counting();
        idle.into(new DirectIngress(EventHeader.FIRST_EVENT, counting));
        Quotes counted = new Quotes(idle);
        for (int k = 0; k < UNTIMED_STEPS; k++) {
            handled.load.step();
            counted.load.step();
        }
        int rounds = meter.count(ROUNDS);
        Samples[][] taken = meter.sideBySide(
                "market data through the handler", () -> handled.run(rounds), () -> counted.run(rounds));
        if (counting.seen == 0) {
            throw new IllegalStateException("no event arrived");
        }
        meter.figure(Figure.of("market-data event through the handler", Unit.NS, taken[0][0])
                .against("the same event into an empty handler", taken[1][0])
                .aiming(Goal.most(250)));
        meter.figure(Figure.of("allocation, per market-data event", Unit.BYTES, taken[0][1])
                .aiming(Goal.most(0.001)));
        steps(meter, universe, config);
    }

    /** Whole steps with all their orders and fills: what the step thread allocates, and how many events it takes. */
    private static void steps(Meter meter, Universe universe, Config config) throws Exception {
        int steps = meter.count(STEPS);
        HandlerLoad load = HandlerLoad.direct(universe, config);
        for (int k = 0; k < UNTIMED_STEPS; k++) {
            load.step();
        }
        Samples[][] taken = meter.sideBySide("whole steps", 2, 5, () -> {
            long before = load.events();
            long fills = load.fills();
            long bytes = Allocated.bytes();
            long startNs = System.nanoTime();
            for (int k = 0; k < steps; k++) {
                load.step();
            }
            long ns = System.nanoTime() - startNs;
            if (load.fills() - fills < 0.95 * SIZE * steps) {
                throw new BenchException("hardly any instrument traded in the steps that were measured");
            }
            double events = load.events() - before;
            return new double[] {(Allocated.bytes() - bytes) / events, events * 1e9 / ns};
        });
        meter.figure(Figure.of("allocation, per event of whole steps with orders and fills", Unit.BYTES, taken[0][0])
                .aiming(Goal.most(0.1)));
        meter.figure(Figure.of("events of whole steps with orders and fills, no journal", Unit.PER_S, taken[0][1]));
    }

    /** Quotes of every instrument, round after round, with no step between them. */
    private static final class Quotes {
        private final HandlerLoad load;
        private long timestampNs;

        Quotes(HandlerLoad load) {
            this.load = load;
        }

        double[] run(int rounds) {
            timestampNs = Math.max(timestampNs, load.nowNs());
            long bytes = Allocated.bytes();
            long startNs = System.nanoTime();
            for (int round = 0; round < rounds; round++) {
                timestampNs += 100;
                for (int i = 0; i < SIZE; i++) {
                    load.quote(i, timestampNs);
                }
            }
            double ns = System.nanoTime() - startNs;
            double events = (double) rounds * SIZE;
            return new double[] {ns / events, (Allocated.bytes() - bytes) / events};
        }
    }

    /** An empty handler; it counts, so that nothing before it can be left out. */
    private static final class Counting implements EventConsumer {
        private long seen;

        @Override
        public void onEvent(EventSlot slot, long sequence, boolean endOfBatch) {
            seen += slot.kind();
        }
    }
}
