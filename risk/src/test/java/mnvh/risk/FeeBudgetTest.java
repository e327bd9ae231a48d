package mnvh.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import mnvh.config.FeeBudgetConfig;
import mnvh.state.StateHash;
import org.junit.jupiter.api.Test;

/** Target 0.2 to 0.4, window of 4 steps, band from 0.001 to 0.009: a stride of 0.002. */
final class FeeBudgetTest {
    private static final long ONE = 1_000_000_000_000L;

    private long fees;
    private long gross;
    private int changes;

    private static FeeBudget of(boolean control) {
        return new FeeBudget(new FeeBudgetConfig(control, 4, 0.009, 0.2, 0.4), 0.001);
    }

    private void steps(FeeBudget budget, int count, long fee, long profit) {
        for (int k = 0; k < count; k++) {
            fees += fee;
            gross += profit;
            changes += budget.onStep(fees, gross) ? 1 : 0;
        }
    }

    private static void assertBand(double expected, FeeBudget budget) {
        assertEquals(Math.round(expected * ONE), budget.band());
    }

    @Test
    void ratioIsThatOfTheWindow() {
        FeeBudget budget = of(true);
        steps(budget, 4, 90, 100);
        assertEquals(Double.NaN, budget.ratio(), "the first step is the base of the window");
        steps(budget, 1, 90, 100);
        assertEquals(0.9, budget.ratio());
        steps(budget, 4, 30, 100);
        assertEquals(0.3, budget.ratio(), "what came before has left");
    }

    @Test
    void bandWalksItsRangeInOneWindowAndStopsAtItsEnds() {
        FeeBudget budget = of(true);
        steps(budget, 4, 50, 100);
        assertBand(0.001, budget);
        for (double band : new double[] {0.003, 0.005, 0.007, 0.009, 0.009}) {
            steps(budget, 1, 50, 100);
            assertBand(band, budget);
        }
        steps(budget, 4, 30, 100);
        long within = budget.band();
        steps(budget, 9, 30, 100);
        assertEquals(within, budget.band(), "within the target it stays");
        steps(budget, 20, 5, 100);
        assertBand(0.001, budget);
    }

    @Test
    void outOfReachIsToldOnceAndLatched() {
        FeeBudget budget = of(true);
        // Full after 4, at the widest after 8, judged there for 4 more.
        steps(budget, 11, 50, 100);
        assertEquals(FeeBudget.Reach.OPEN, budget.reach());
        assertEquals(0, changes);
        steps(budget, 50, 50, 100);
        assertEquals(FeeBudget.Reach.ABOVE_AT_WIDEST, budget.reach());
        assertEquals(1, changes);
        steps(budget, 50, 0, 0);
        assertEquals(FeeBudget.Reach.ABOVE_AT_WIDEST, budget.reach(), "a window without fees says nothing");
        assertEquals(1, changes);
        steps(budget, 8, 30, 100);
        assertEquals(FeeBudget.Reach.OPEN, budget.reach());
        assertEquals(2, changes);
        steps(budget, 50, 5, 100);
        assertEquals(FeeBudget.Reach.BELOW_AT_NARROWEST, budget.reach());
        assertEquals(3, changes);
    }

    @Test
    void feesWithoutProfitAreAboveAnyTarget() {
        FeeBudget budget = of(true);
        steps(budget, 9, 50, -100);
        assertEquals(Double.NaN, budget.ratio());
        assertBand(0.009, budget);
        steps(budget, 9, 0, 100);
        assertBand(0.009, budget);
        assertEquals(Double.NaN, budget.ratio(), "no fee, no ratio");
    }

    @Test
    void switchedOffItMeasuresAndLeavesTheBand() {
        FeeBudget budget = of(false);
        steps(budget, 60, 50, 100);
        assertEquals(0.5, budget.ratio());
        assertBand(0.001, budget);
        assertEquals(0, changes);
        assertEquals(FeeBudget.Reach.OPEN, budget.reach());
    }

    @Test
    void bandActsOnTheBasketAndReducingPassesIt() {
        RiskFixture desk = new RiskFixture().asset("100").asset("100");
        BasketPipeline pipeline = desk.open();
        long equity = desk.inputs.equity;
        pipeline.tradeThreshold(ONE / 100);
        desk.propose(RiskFixture.text(equity / 100), RiskFixture.text(-(equity / 100 - 1)));
        pipeline.run(desk.basket, desk.inputs);
        assertEquals(equity / 100, desk.basket.afterBand[0]);
        assertEquals(0, desk.basket.afterBand[1]);
        assertEquals(Verdict.BELOW_BAND, desk.basket.verdict[1]);
        desk.inputs.state = TradingState.REDUCING;
        desk.propose(RiskFixture.text(1000), RiskFixture.text(-1000));
        pipeline.run(desk.basket, desk.inputs);
        assertEquals(1000, desk.basket.afterBand[0]);
    }

    @Test
    void stateHoldsTheWindow() {
        FeeBudget budget = of(true);
        StateHash before = new StateHash();
        StateHash after = new StateHash();
        steps(budget, 5, 50, 100);
        budget.writeTo(before);
        assertFalse(budget.onStep(fees + 1, gross));
        budget.writeTo(after);
        assertNotEquals(before.value(), after.value());
        assertTrue(budget.band() > 0);
    }
}
