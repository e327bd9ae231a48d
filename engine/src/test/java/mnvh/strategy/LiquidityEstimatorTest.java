package mnvh.strategy;

import static mnvh.strategy.StepFixture.INTERVAL;
import static mnvh.strategy.StepFixture.START;
import static mnvh.strategy.StepFixture.fixed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import mnvh.config.CostConfig;
import mnvh.config.FeeConfig;
import mnvh.config.MarkSource;
import mnvh.ledger.FeeSchedule;
import mnvh.universe.Universe;
import org.junit.jupiter.api.Test;

final class LiquidityEstimatorTest {
    private static final int WINDOW = 4;
    private static final double QUOTED = Double.NaN;

    private final Universe universe = StepFixture.universe(2);
    private final CrossSection crossSection =
            new CrossSection(universe, StepFixture.config(MarkSource.LAST, 0.5), Double.POSITIVE_INFINITY);
    private final FeeSchedule fees = new FeeSchedule(universe, new FeeConfig(100_000_000, 450_000_000, 0, 0));
    private final double[] rate = new double[2];
    private final double[] impact = new double[2];
    private long closeNs = START;

    private LiquidityEstimator of(double halfSpreadBps, double coefficient) {
        return new LiquidityEstimator(universe, crossSection, new CostConfig(WINDOW, halfSpreadBps, coefficient));
    }

    /** A step at 100 and 50; the first is quoted with that spread, or not for 0, and trades that volume. */
    private void step(LiquidityEstimator liquidity, double spread, long volume) {
        long bid = spread == 0 ? 0 : fixed(100 - spread / 2);
        long ask = spread == 0 ? 0 : fixed(100 + spread / 2);
        crossSection.onPrice(0, closeNs, bid, ask, fixed(100), 0, volume);
        crossSection.onPrice(1, closeNs, fixed(50), fixed(50), fixed(50), 0, 0);
        crossSection.closeStep(closeNs);
        closeNs += INTERVAL;
        liquidity.onStep(crossSection.presentCount() > 0);
    }

    @Test
    void meansOverTheWindowOnceItIsFull() {
        LiquidityEstimator liquidity = of(QUOTED, 1);
        for (int k = 0; k < WINDOW; k++) {
            step(liquidity, 1 + k, fixed(10));
            assertEquals(Double.NaN, liquidity.halfSpread(0), "step " + k);
            assertEquals(Double.NaN, liquidity.tradedNotional(0), "step " + k);
        }
        step(liquidity, 5, fixed(30));
        // Spreads 2, 3, 4, 5 on 100; quantities 10, 10, 10, 30 at 100.
        assertEquals(0.0175, liquidity.halfSpread(0), 1e-15);
        assertEquals(1500, liquidity.tradedNotional(0), 1e-9);
        step(liquidity, 5, fixed(50));
        assertEquals(0.02125, liquidity.halfSpread(0), 1e-15);
        assertEquals(2500, liquidity.tradedNotional(0), 1e-9);
    }

    @Test
    void withoutQuotesOrVolumesItIsNotReadyAndNeverZero() {
        LiquidityEstimator liquidity = of(QUOTED, 1);
        for (int k = 0; k < 3 * WINDOW; k++) {
            step(liquidity, 1, fixed(10));
            liquidity.costs(fees, rate, impact);
            assertEquals(Double.NaN, liquidity.halfSpread(1), "a locked book, as a bar's close is published");
            assertEquals(Double.NaN, liquidity.tradedNotional(1));
            assertEquals(Double.NaN, rate[1]);
            assertEquals(Double.NaN, impact[1]);
        }
        for (int k = 0; k < WINDOW; k++) {
            step(liquidity, 0, 0);
        }
        assertEquals(Double.NaN, liquidity.halfSpread(0), "the last quote has left");
        assertEquals(Double.NaN, liquidity.tradedNotional(0), "and the last volume");
    }

    @Test
    void halfOfTheWindowIsEnough() {
        LiquidityEstimator liquidity = of(QUOTED, 0);
        step(liquidity, 1, 0);
        for (int k = 0; k < WINDOW; k++) {
            step(liquidity, k < 2 ? 0 : 2, 0);
        }
        assertEquals(0.01, liquidity.halfSpread(0), 1e-15);
        step(liquidity, 0, 0);
        assertEquals(0.01, liquidity.halfSpread(0), 1e-15);
        step(liquidity, 0, 0);
        step(liquidity, 0, 0);
        assertEquals(Double.NaN, liquidity.halfSpread(0));
    }

    @Test
    void configuredSpreadNeedsNoQuoteAndNoSlippageNeedsNoVolume() {
        LiquidityEstimator liquidity = of(2, 0);
        step(liquidity, 0, 0);
        liquidity.costs(fees, rate, impact);
        assertEquals(0.00045 + 0.0002, rate[1], 1e-18);
        assertEquals(0.0, impact[1]);
    }

    @Test
    void slippageIsVolatilityTimesParticipation() {
        LiquidityEstimator liquidity = of(2, 0.5);
        for (int k = 0; k < 40; k++) {
            double price = k % 2 == 0 ? 100 : 101;
            crossSection.onPrice(0, closeNs, 0, 0, fixed(price), 0, fixed(10));
            crossSection.onPrice(1, closeNs, 0, 0, fixed(50), 0, fixed(20));
            crossSection.closeStep(closeNs);
            closeNs += INTERVAL;
            liquidity.onStep(k > 0);
        }
        liquidity.costs(fees, rate, impact);
        // Trading 201 in a step that trades 1005 is a participation of 0.2.
        double sigma = crossSection.volatility(0);
        assertTrue(sigma > 0.0098 && sigma < 0.0101, sigma + "");
        assertEquals(0.5 * 0.2 * sigma, impact[0] * 201, 1e-15);
        assertEquals(0.0, impact[1], "a constant price slips nowhere");
    }

    @Test
    void costAddsFeesSpreadsAndTheSquareOfSlippage() {
        StepFixture fixture = new StepFixture(2, new EqualWeights(2));
        CostEstimator cost = new CostEstimator(fixture.crossSection, fixture.returns, 0.0, 2);
        double[][] rows = {{100, 100}, {101, 100}, {101, 101}, {102.01, 101}};
        for (double[] row : rows) {
            fixture.step(row);
            cost.onStep();
        }
        double[] rates = {0.001, 0.002};
        double[] impacts = {1e-6, 2e-6};
        double money = 1e5;
        double a = money * cost.turnover(0);
        double b = money * cost.turnover(1);
        assertTrue(a > 100 && b > 100, a + " and " + b);
        assertEquals(a * 0.001 + a * a * 1e-6 + b * 0.002 + b * b * 2e-6, cost.cost(money, rates, impacts), 1e-9);
        impacts[1] = Double.NaN;
        assertEquals(Double.NaN, cost.cost(money, rates, impacts), "one that is not ready is not free");
        fixture.step(102.01, Double.NaN);
        cost.onStep();
        assertEquals(Double.NaN, cost.cost(money, new double[] {Double.NaN, 0}, impacts));
        assertTrue(cost.cost(money, rates, impacts) > 0, "one that is absent is not traded");
    }
}
