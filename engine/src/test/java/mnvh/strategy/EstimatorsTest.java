package mnvh.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import mnvh.risk.Basket;
import mnvh.units.FixedPoint;
import mnvh.units.Rounding;
import org.junit.jupiter.api.Test;

final class EstimatorsTest {
    private static final long SEED = 17L;
    private static final double ABSENT = Double.NaN;

    @Test
    void goldenRho() {
        StepFixture fixture = new StepFixture(3, new EqualWeights(3));
        ReversionEstimator rho = new ReversionEstimator(fixture.returns, 2);
        for (double[] row : WeightSchemeTest.GOLDEN_ROWS) {
            assertEquals(Double.NaN, rho.value(), "NOT_READY");
            assertEquals(Double.NaN, rho.standardError());
            fixture.step(row);
            rho.onStep();
        }
        assertEquals(0.871326834406, rho.value(), 1e-12);
    }

    /** Two instruments: d of the second is minus d of the first, which makes the sums easy. */
    @Test
    void standardErrorIsThatOfARatioOfStepSums() {
        StepFixture fixture = new StepFixture(2, new EqualWeights(2));
        ReversionEstimator rho = new ReversionEstimator(fixture.returns, 3);
        double price = 1000;
        fixture.step(price, 1000);
        // d of the first instrument: +2, -1, +1, -1 in per mille. p = 2(-2, -1, -1), s = 2(4, 1, 1).
        for (double d : new double[] {2, -1, 1, -1}) {
            price *= 1 + 2 * d / 1000;
            fixture.step(price, 1000);
            rho.onStep();
        }
        assertEquals(4.0 / 6, rho.value(), 1e-7);
        // u = p + rho s = 2(-2 + 8/3, -1/3, -1/3); sum u^2 = 4(4/9 + 1/9 + 1/9) = 24/9; K/(K-1) = 3/2.
        assertEquals(Math.sqrt(24.0 / 9 * 1.5) / 12, rho.standardError(), 1e-7);
    }

    @Test
    void rhoIsNegativeForMomentum() {
        StepFixture fixture = new StepFixture(2, new EqualWeights(2));
        ReversionEstimator rho = new ReversionEstimator(fixture.returns, 3);
        for (double price : new double[] {100, 101, 102.01, 103.0301, 104.060401}) {
            fixture.step(price, 100);
            rho.onStep();
        }
        assertEquals(-1.0, rho.value(), 1e-6);
    }

    @Test
    void absentInstrumentAddsNothingToEitherPairSum() {
        StepFixture whole = new StepFixture(3, new FixedWeights(new double[] {0.5, 0.5, 0}));
        StepFixture holed = new StepFixture(3, new FixedWeights(new double[] {0.5, 0.5, 0}));
        ReversionEstimator expected = new ReversionEstimator(whole.returns, 2);
        ReversionEstimator actual = new ReversionEstimator(holed.returns, 2);
        double[][] rows = {{100, 50, 1}, {102, 50, 2}, {101, 51, 1}, {103, 50, 3}};
        for (int step = 0; step < rows.length; step++) {
            whole.step(rows[step]);
            expected.onStep();
            // An instrument of weight 0 has no d; whether it is there does not matter.
            holed.step(rows[step][0], rows[step][1], step == 2 ? ABSENT : rows[step][2]);
            actual.onStep();
        }
        assertEquals(expected.value(), actual.value());

        // Weighted and absent at the second of two steps: neither product nor square of its d counts.
        StepFixture fixture = new StepFixture(3, new EqualWeights(3));
        fixture.step(100, 100, 100);
        fixture.step(106, 100, 112);
        double first = fixture.returns.relative(0);
        double second = fixture.returns.relative(1);
        assertEquals(0.0, first, 1e-12);
        assertEquals(0.06, fixture.returns.relative(2), 1e-12);
        fixture.step(106, 110, ABSENT);
        assertEquals(-0.05 * first + 0.05 * second, fixture.returns.pairProduct(), 1e-12);
        assertEquals(first * first + second * second, fixture.returns.pairSquare(), 1e-12);
        assertEquals(2, fixture.returns.streak(0));
        // Weights of the earlier step, a third each, for it is that step's trade which earns the later return.
        assertEquals((-0.05 * first + 0.05 * second) / 3, fixture.returns.laggedProduct(1), 1e-12);
        assertEquals(0, fixture.returns.streak(2));
    }

    @Test
    void skippedStepBreaksThePair() {
        StepFixture fixture = new StepFixture(3, new EqualWeights(3));
        ReversionEstimator rho = new ReversionEstimator(fixture.returns, 2);
        double[][] rows = {
            {100, 50, 20}, {101, 50, 20}, {100, ABSENT, ABSENT}, {101, 51, 20}, {102, 50, 20}, {101, 50, 21}
        };
        boolean[] measured = {false, true, false, false, true, true};
        for (int step = 0; step < rows.length; step++) {
            assertEquals(measured[step], fixture.step(rows[step]), "step " + step);
            rho.onStep();
            assertEquals(!measured[step], Double.isNaN(fixture.returns.portfolioReturn()), "step " + step);
            assertEquals(step != 5, Double.isNaN(fixture.returns.pairProduct()), "step " + step);
        }
        assertEquals(Double.NaN, rho.value(), "one pair of two");
        // Lag 1 is a pair, lags 2 and 3 are the skipped steps, lag 4 is the first measured one, lag 5 has no return.
        for (int lag = 1; lag <= 5; lag++) {
            assertEquals(lag != 1 && lag != 4, Double.isNaN(fixture.returns.laggedProduct(lag)), "lag " + lag);
        }
        fixture.step(102, 50, 20);
        rho.onStep();
        assertTrue(rho.value() > 0);
    }

    /** Relative returns with d[k] = noise + memory * noise of the step before; the market moves all alike. */
    private static double[][] path(double memory, int steps, int instruments) {
        Random random = new Random(SEED);
        double[][] rows = new double[steps][instruments];
        double[] level = new double[instruments];
        double[] last = new double[instruments];
        java.util.Arrays.fill(level, 100);
        for (int step = 0; step < steps; step++) {
            double market = 0.002 * random.nextGaussian();
            for (int i = 0; i < instruments; i++) {
                double noise = 0.001 * random.nextGaussian();
                level[i] *= 1 + market + noise + memory * last[i];
                last[i] = noise;
                rows[step][i] = level[i];
            }
        }
        return rows;
    }

    private static double varianceRatio(double memory) {
        StepFixture fixture = new StepFixture(10, new EqualWeights(10));
        DispersionEstimator dispersion =
                new DispersionEstimator(fixture.crossSection, fixture.weights, fixture.returns, 5, 4000);
        for (double[] row : path(memory, 4010, 10)) {
            fixture.step(row);
            dispersion.onStep();
        }
        return dispersion.varianceRatio();
    }

    @Test
    void varianceRatioSaysWhetherDispersionWandersRevertsOrTrends() {
        assertEquals(1.0, varianceRatio(0.0), 0.05);
        // MA(1) with coefficient t: VR(5) = 1 + 2 (4/5) t / (1 + t^2).
        assertEquals(1 - 1.6 * 0.5 / 1.25, varianceRatio(-0.5), 0.05);
        assertEquals(1 + 1.6 * 0.5 / 1.25, varianceRatio(0.5), 0.05);
    }

    @Test
    void varianceRatioIsExactOnAShortPathWithAnAbsence() {
        StepFixture fixture = new StepFixture(3, new EqualWeights(3));
        DispersionEstimator dispersion =
                new DispersionEstimator(fixture.crossSection, fixture.weights, fixture.returns, 2, 3);
        double[][] rows = {{100, 100, 100}, {110, 100, 100}, {110, 100, 120}, {121, 110, ABSENT}};
        double[] horizon = new double[4];
        for (int step = 0; step < rows.length; step++) {
            assertEquals(Double.NaN, dispersion.varianceRatio(), "NOT_READY");
            fixture.step(rows[step]);
            dispersion.onStep();
        }
        // Two-step returns: (0.1, 0, 0.2) at step 2, (0.1, 0.1) of the two that are there at step 3.
        horizon[2] = (0.0 + 0.01 + 0.01) / 3;
        double one = ((0.01 * 4 + 0.01 + 0.01) / 9 / 3 + (0.04 * 4 + 0.04 + 0.04) / 9 / 3 + 0.0) / 3;
        assertEquals(one, dispersion.mean(), 1e-15);
        assertEquals((horizon[2] + 0) / 2 / (2 * one), dispersion.varianceRatio(), 1e-12);
    }

    @Test
    void horizonReturnNeedsPresenceInAllItsSteps() {
        StepFixture fixture = new StepFixture(3, new EqualWeights(3));
        DispersionEstimator dispersion =
                new DispersionEstimator(fixture.crossSection, fixture.weights, fixture.returns, 2, 1);
        double[][] rows = {
            {100, 100, 100}, {110, 100, 100}, {110, 100, 120}, {121, 110, ABSENT}, {121, 110, 120}, {133.1, 110, 126}
        };
        for (double[] row : rows) {
            fixture.step(row);
            dispersion.onStep();
        }
        assertEquals(1, fixture.returns.streak(2));
        // One step: 0.1, 0, 0.05 of three. Two steps: 0.1, 0 of the two that were there throughout, half each.
        assertEquals(0.005 / 3, dispersion.mean(), 1e-12);
        assertEquals(0.0025 / (2 * 0.005 / 3), dispersion.varianceRatio(), 1e-12);
    }

    @Test
    void edgeWithoutLeashIsRhoTimesDispersion() {
        int period = 40;
        int n = 7;
        StepFixture fixture = new StepFixture(n, new EqualWeights(n));
        ReversionEstimator rho = new ReversionEstimator(fixture.returns, period);
        EdgeEstimator edge = new EdgeEstimator(fixture.returns, 0.0, period);
        DispersionEstimator dispersion =
                new DispersionEstimator(fixture.crossSection, fixture.weights, fixture.returns, 5, period);
        // Returns repeat, so the window's first and second steps of the pairs are the same set: a stationary sample.
        double[][] cycle = path(-0.3, period, n);
        double[] level = cycle[0].clone();
        for (int step = 0; step < 2 * period + 2; step++) {
            fixture.step(level);
            rho.onStep();
            edge.onStep();
            dispersion.onStep();
            for (int i = 0; i < n; i++) {
                int at = step % period;
                level[i] *= cycle[(at + 1) % period][i] / cycle[at][i];
            }
        }
        assertTrue(rho.value() > 0.1);
        double expected = 250_000 * rho.value() * dispersion.mean();
        // Prices are rounded to 1e-8, which moves a return by 1e-10.
        assertEquals(expected, edge.edge(250_000), 1e-6 * expected);
    }

    @Test
    void edgeWeighsTheLagsWithTheLeash() {
        int window = 50;
        double leash = 0.7;
        int lags = EdgeEstimator.lags(leash);
        StepFixture fixture = new StepFixture(4, new FixedWeights(new double[] {0.4, 0.3, 0.5, -0.2}));
        EdgeEstimator edge = new EdgeEstimator(fixture.returns, leash, window);
        int steps = 120;
        double[][] d = new double[steps][4];
        double[] weights = {0.4, 0.3, 0.5, -0.2};
        double[][] rows = path(-0.4, steps, 4);
        for (int step = 0; step < steps; step++) {
            fixture.step(rows[step]);
            edge.onStep();
            for (int i = 0; i < 4; i++) {
                d[step][i] = fixture.returns.relative(i);
            }
        }
        double expected = 0;
        for (int j = 0; j < lags; j++) {
            double covariance = 0;
            for (int step = steps - window; step < steps; step++) {
                for (int i = 0; i < 4; i++) {
                    covariance -= weights[i] * d[step][i] * d[step - j - 1][i] / window;
                }
            }
            assertEquals(covariance, edge.covariance(j + 1), 1e-18);
            expected += Math.pow(leash, j) * covariance;
        }
        assertEquals(1e6 * expected, edge.edge(1e6), 1e-9 * Math.abs(1e6 * expected));
    }

    @Test
    void edgeSumEndsWhereTheLeashHasDecayed() {
        assertEquals(1, EdgeEstimator.lags(0.0));
        // 0.5^5 = 0.031 is the first below 0.05, hence j = 0 to 5.
        assertEquals(6, EdgeEstimator.lags(0.5));
        assertEquals(15, EdgeEstimator.lags(0.8));
        assertEquals(65, EdgeEstimator.lags(0.99));
        assertEquals(65, EdgeEstimator.lags(1.0));
    }

    @Test
    void edgeIsNotReadyUntilItsLongestLagIs() {
        StepFixture fixture = new StepFixture(4, new EqualWeights(4));
        EdgeEstimator edge = new EdgeEstimator(fixture.returns, 1.0, 10);
        double[][] rows = path(0, 100, 4);
        int firstReady = -1;
        for (int step = 0; step < rows.length; step++) {
            fixture.step(rows[step]);
            edge.onStep();
            if (firstReady < 0 && !Double.isNaN(edge.edge(1))) {
                firstReady = step;
            }
        }
        // Step 0 has no return; lag 65 exists from step 66, five of them from step 70.
        assertEquals(70, firstReady);
    }

    @Test
    void costIsThatOfTheBookWhichTradesEveryProposal() {
        double[][] rows = path(-0.2, 200, 5);
        assertEquals(0.0, relativeCostError(rows), 1e-7);
        // The return over an absence reaches the book and not the shadow, which moves by a few 1e-3 of one instrument.
        rows[150][2] = ABSENT;
        assertEquals(0.0, relativeCostError(rows), 1e-3);
    }

    /** @return estimated turnover over that of a book run at a million, less one */
    private static double relativeCostError(double[][] rows) {
        int window = 60;
        double aggressiveness = 1e6;
        StepFixture fixture = new StepFixture(5, new EqualWeights(5));
        CostEstimator cost = new CostEstimator(fixture.crossSection, fixture.returns, 0.8, window);
        MnvhController controller = new MnvhController(fixture.universe, 0.8, fixture.returns);
        Basket basket = new Basket(5);
        long[] position = new long[5];
        double traded = 0;
        for (int step = 0; step < rows.length; step++) {
            fixture.step(rows[step]);
            cost.onStep();
            controller.propose(fixture.crossSection, fixture.weights, position, aggressiveness, basket);
            for (int i = 0; i < 5; i++) {
                traded += step >= rows.length - window ? Math.abs(FixedPoint.toDouble(basket.notional[i])) : 0;
                position[i] += FixedPoint.divide(basket.notional[i], fixture.crossSection.mark(i), Rounding.HALF_EVEN);
            }
            assertEquals(step < window, Double.isNaN(cost.turnover()), "step " + step);
        }
        double[] rate = {0.0005, 0.0005, 0.0005, 0.0005, 0.0005};
        assertEquals(0.0005 * aggressiveness * cost.turnover(), cost.cost(aggressiveness, rate, new double[5]), 1e-9);
        return aggressiveness * cost.turnover() / (traded / window) - 1;
    }

    @Test
    void universeWithoutDispersionIsNotReady() {
        StepFixture fixture = new StepFixture(3, new EqualWeights(3));
        ReversionEstimator rho = new ReversionEstimator(fixture.returns, 3);
        DispersionEstimator dispersion =
                new DispersionEstimator(fixture.crossSection, fixture.weights, fixture.returns, 2, 3);
        for (int step = 0; step < 10; step++) {
            double move = step % 2 == 0 ? 1 : 1.01;
            fixture.step(100 * move, 50 * move, 20 * move);
            rho.onStep();
            dispersion.onStep();
        }
        assertEquals(Double.NaN, rho.value());
        assertEquals(0.0, dispersion.mean());
        assertEquals(Double.NaN, dispersion.varianceRatio());
    }
}
