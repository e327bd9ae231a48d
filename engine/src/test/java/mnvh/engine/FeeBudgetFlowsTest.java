package mnvh.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mnvh.config.Config;
import mnvh.config.FeeBudgetConfig;
import mnvh.engine.HandlerBench.Sent;
import mnvh.event.Notice;
import mnvh.event.SessionState;
import mnvh.units.Side;
import mnvh.universe.Universe;
import org.junit.jupiter.api.Test;

/** The fee budget in the step: fees of every fill, no gross profit, so that no band can reach the target. */
final class FeeBudgetFlowsTest {
    private static final double WIDEST = 0.004;

    private final Universe universe = TestRun.universe(2);

    private HandlerBench run(boolean control, int steps) {
        Config literal = TestRun.literal(universe, TestRun.unlimited(), 0.8, 2);
        HandlerBench bench = new HandlerBench(
                        universe, TestRun.withFeeBudget(literal, new FeeBudgetConfig(control, 4, WIDEST, 0.2, 0.4)))
                .session(SessionState.UP);
        int filled = 0;
        for (int k = 0; k < steps; k++) {
            // Every move comes back, which earns, and every fill is two percent off the mark, which costs more.
            double first = k % 2 == 0 ? 100 : 101;
            for (Sent order : bench.step(first, 100)) {
                double mark = order.instrument() == 0 ? first : 100;
                bench.fill(
                        order, order.quantity(), mark * (1 + 0.02 * order.side().sign()));
                filled++;
            }
        }
        assertTrue(filled > 8, filled + " fills");
        return bench;
    }

    @Test
    void lossesWithFeesWidenTheBandToItsEndAndItIsToldOnce() {
        HandlerBench bench = run(true, 30);
        List<Notice> told = bench.notices.stream()
                .filter(n -> n == Notice.FEE_BUDGET_OUT_OF_REACH || n == Notice.FEE_BUDGET_IN_REACH)
                .toList();
        assertEquals(List.of(Notice.FEE_BUDGET_OUT_OF_REACH), told);
        assertEquals(0, bench.steps.get(4).tradeThreshold() - 1_000_000_000L, "a stride after the first window");
        assertEquals(4_000_000_000L, bench.steps.get(29).tradeThreshold());
        assertEquals(Double.NaN, bench.steps.get(29).feeToGross(), "no gross profit, no ratio");
    }

    @Test
    void aggressivenessIsLeftAlone() {
        HandlerBench steered = run(true, 8);
        HandlerBench free = run(false, 8);
        for (int k = 0; k < 8; k++) {
            HandlerBench.Step step = steered.steps.get(k);
            assertEquals(2 * step.equity(), step.aggressiveness(), 1e-6, "step " + k);
            assertEquals(0, free.steps.get(k).tradeThreshold());
        }
        assertTrue(steered.steps.get(7).tradeThreshold() > 0);
        assertEquals(Side.SELL, steered.orders.get(0).side());
    }
}
