package mnvh.bench;

import mnvh.config.Config;
import mnvh.engine.DirectIngress;
import mnvh.event.EventHeader;
import mnvh.ledger.FeeSchedule;
import mnvh.risk.Basket;
import mnvh.risk.BasketPipeline;
import mnvh.risk.RiskInputs;
import mnvh.risk.Verdict;
import mnvh.units.FixedPoint;
import mnvh.units.Rounding;
import mnvh.universe.Universe;

/**
 * From proposal to admitted orders, per order of a basket of 200: every stage, every limit, every proof.
 *
 * <p>The books and the proposal are those of a run of some tens of steps; only the time of the decision changes from
 * one repetition to the next, so that the basket is not refused as a duplicate.
 */
final class GateBenchmark implements Benchmark {
    private static final int SIZE = 200;
    private static final int STEPS = 50;
    private static final int BASKETS = 400;
    /** Notional, fee, margin and loss to the limit price: what each order must be valued at, whatever checks it. */
    private static final int PRODUCTS = 4;

    @Override
    public String name() {
        return "gate";
    }

    @Override
    public String summary() {
        return "pipeline and gate per order, in baskets of 200 orders";
    }

    @Override
    public void run(Meter meter) throws Exception {
        Universe universe = BenchRun.universe(SIZE);
        Baskets limited = new Baskets(universe, BenchRun.config(universe, true));
        Baskets unlimited = new Baskets(universe, BenchRun.config(universe, false));
        int baskets = meter.count(BASKETS);
        Samples[][] taken = meter.sideBySide(
                "pipeline and gate",
                () -> limited.run(baskets),
                () -> unlimited.run(baskets),
                () -> products(limited, baskets));
        meter.figure(Figure.of("pipeline and gate, per order, every limit on", Unit.NS, taken[0][0])
                .against("four exact products per order", taken[2][0])
                .aiming(Goal.most(1000)));
        meter.figure(Figure.of("pipeline and gate, per order, no limit", Unit.NS, taken[1][0])
                .against("four exact products per order", taken[2][0]));
        meter.figure(Figure.of("pipeline and gate, allocation per basket", Unit.BYTES, taken[0][1])
                .aiming(Goal.most(0.1)));
    }

    private static double[] products(Baskets baskets, int times) {
        long sum = 0;
        long startNs = System.nanoTime();
        for (int k = 0; k < times; k++) {
            for (int i = 0; i < SIZE; i++) {
                long price = baskets.rig.ledger.markPrice(i);
                for (int p = 0; p < PRODUCTS; p++) {
                    sum += FixedPoint.multiply(price + p, baskets.quantity[i] + k, Rounding.HALF_EVEN);
                }
            }
        }
        double ns = System.nanoTime() - startNs;
        Consumed.number = sum;
        return new double[] {ns / ((double) times * SIZE)};
    }

    /** A pipeline with its books, and the proposal it takes again and again. */
    private static final class Baskets {
        private final StepRig rig;
        private final BasketPipeline pipeline;
        private final Basket basket;
        private final RiskInputs inputs;
        private final long[] proposed;
        private final long[] quantity;

        Baskets(Universe universe, Config config) {
            HandlerLoad load = new HandlerLoad(universe, config);
            rig = new StepRig(universe, config);
            load.into(new DirectIngress(EventHeader.FIRST_EVENT, rig));
            for (int k = 0; k < STEPS; k++) {
                load.quotes();
                load.timer();
                load.onFrame(rig.frame(), k, true);
                load.answers();
            }
            basket = rig.basket;
            inputs = rig.inputs;
            proposed = basket.proposed.clone();
            quantity = basket.quantity.clone();
            pipeline = new BasketPipeline(
                    universe,
                    config,
                    rig.ledger,
                    new FeeSchedule(universe, config.fees()),
                    rig.working,
                    (instrument, reason, before, after, limit, notional) -> {});
        }

        double[] run(int baskets) {
            long orders = 0;
            long bytes = Allocated.bytes();
            long startNs = System.nanoTime();
            for (int k = 0; k < baskets; k++) {
                System.arraycopy(proposed, 0, basket.notional, 0, SIZE);
                inputs.nowNs += BenchRun.STEP_NS;
                Verdict verdict = pipeline.run(basket, inputs);
                if (verdict != Verdict.ADMITTED) {
                    throw new IllegalStateException("the measured basket was not admitted: " + verdict);
                }
                orders += basket.orders;
            }
            double ns = System.nanoTime() - startNs;
            return new double[] {ns / orders, (double) (Allocated.bytes() - bytes) / baskets};
        }
    }
}
