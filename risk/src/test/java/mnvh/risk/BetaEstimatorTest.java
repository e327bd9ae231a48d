package mnvh.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import mnvh.config.Averaging;
import mnvh.config.NeutralityConfig;
import mnvh.state.StateHash;
import mnvh.universe.Universe;
import org.junit.jupiter.api.Test;

class BetaEstimatorTest {
    private static final boolean[] ALL = {true, true, true};

    /** The fixture's regression window. */
    private static final int WINDOW = 60;

    private final RiskFixture desk = new RiskFixture();

    private BetaEstimator estimator() {
        desk.asset("1").asset("1").asset("1").open();
        return new BetaEstimator(desk.universe, desk.neutralityConfig());
    }

    /** Plain least squares over the last steps, from scratch. */
    private static double[] regression(double[] x, double[] y, int from, int to) {
        int n = to - from;
        double mx = 0;
        double my = 0;
        for (int k = from; k < to; k++) {
            mx += x[k] / n;
            my += y[k] / n;
        }
        double xx = 0;
        double xy = 0;
        for (int k = from; k < to; k++) {
            xx += (x[k] - mx) * (x[k] - mx);
            xy += (x[k] - mx) * (y[k] - my);
        }
        double beta = xy / xx;
        double rest = 0;
        for (int k = from; k < to; k++) {
            double e = y[k] - my - beta * (x[k] - mx);
            rest += e * e;
        }
        return new double[] {beta, rest / (n - 2) / xx};
    }

    @Test
    void rollingRegressionIsShrunkByItsEstimationVariance() {
        BetaEstimator estimator = estimator();
        Random random = new Random(11);
        int steps = 200;
        double[] x = new double[steps];
        double[][] y = new double[3][steps];
        double[] slopes = {0.6, 1.0, 1.7};
        for (int k = 0; k < steps; k++) {
            x[k] = 0.001 + 0.01 * random.nextGaussian();
            for (int i = 0; i < 3; i++) {
                y[i][k] = slopes[i] * x[k] + 0.004 * (i + 1) * random.nextGaussian();
            }
            estimator.onStep(ALL, new double[] {y[0][k], y[1][k], y[2][k]}, x[k]);
        }
        double[][] expected = new double[3][];
        double spread = 0;
        for (int i = 0; i < 3; i++) {
            expected[i] = regression(x, y[i], steps - WINDOW, steps);
            spread += (expected[i][0] - 1) * (expected[i][0] - 1) / 3;
        }
        for (int i = 0; i < 3; i++) {
            assertEquals(expected[i][0], estimator.rawBeta(i), 1e-10);
            assertEquals(expected[i][1], estimator.variance(i), 1e-12);
            double shrunk = (spread * expected[i][0] + expected[i][1]) / (spread + expected[i][1]);
            assertEquals(shrunk, estimator.marketBeta(i), 1e-10);
            assertTrue(Math.abs(shrunk - 1) < Math.abs(expected[i][0] - 1), "towards one");
        }
    }

    private BetaEstimator exponential(int length) {
        desk.asset("1").asset("1").asset("1").open();
        NeutralityConfig rolling = desk.neutralityConfig();
        return new BetaEstimator(
                desk.universe,
                new NeutralityConfig(
                        rolling.mode(),
                        rolling.benchmark(),
                        rolling.bandRatio(),
                        rolling.minBetaDispersion(),
                        rolling.maxCorrectionRatio(),
                        length,
                        Averaging.EWMA));
    }

    @Test
    void exponentialRegressionStartsAsAPlainOneAndThenForgets() {
        int length = 40;
        BetaEstimator estimator = exponential(length);
        Random random = new Random(5);
        double[] x = new double[4 * length];
        double[] y = new double[4 * length];
        for (int k = 0; k < x.length; k++) {
            x[k] = 0.001 + 0.01 * random.nextGaussian();
            // The slope doubles after the start.
            y[k] = (k < length ? 0.8 : 1.6) * x[k] + 0.003 * random.nextGaussian();
            estimator.onStep(ALL, new double[] {y[k], x[k], 0.5 * x[k]}, x[k]);
            if (k < length && k + 1 >= BetaEstimator.MIN_STEPS) {
                double[] plain = regression(x, y, 0, k + 1);
                assertEquals(plain[0], estimator.rawBeta(0), 1e-12, "step " + k);
                assertEquals(plain[1], estimator.variance(0), 1e-14, "step " + k);
            }
        }
        // What is left of the start after three lengths is about exp(-3) = 5 % of 0.8.
        assertEquals(1.6, estimator.rawBeta(0), 0.1);
        assertEquals(1.0, estimator.rawBeta(1), 1e-12);
        assertEquals(0.5, estimator.rawBeta(2), 1e-12);
    }

    @Test
    void exponentialRegressionOnABenchmarkThatDoesNotMoveTeachesNothing() {
        BetaEstimator estimator = exponential(30);
        for (int k = 0; k < 50; k++) {
            estimator.onStep(ALL, new double[] {0.01, -0.01, 0.02 * (k % 2)}, 0.005);
            assertTrue(Double.isNaN(estimator.rawBeta(2)));
            assertEquals(1.0, estimator.marketBeta(2));
        }
    }

    @Test
    void absentStepsLeaveTheExponentialRegressionAsItIs() {
        BetaEstimator estimator = exponential(30);
        boolean[] some = {false, true, true};
        for (int k = 0; k < 100; k++) {
            double x = 0.01 * (k % 3 - 1);
            boolean absent = k % 2 == 0;
            estimator.onStep(absent ? some : ALL, new double[] {absent ? 99 : 2 * x, x, x}, x);
        }
        assertEquals(2.0, estimator.rawBeta(0), 1e-12);
    }

    @Test
    void withTooFewStepsItIsOne() {
        BetaEstimator estimator = estimator();
        for (int k = 0; k < BetaEstimator.MIN_STEPS; k++) {
            assertEquals(1.0, estimator.marketBeta(0));
            assertTrue(Double.isNaN(estimator.rawBeta(0)));
            double x = 0.01 * (k % 3 - 1);
            estimator.onStep(ALL, new double[] {2 * x, x, -x}, x);
        }
        assertEquals(2.0, estimator.marketBeta(0), 1e-12);
        assertEquals(-1.0, estimator.marketBeta(2), 1e-12);
    }

    @Test
    void absentStepsAreLeftOut() {
        BetaEstimator estimator = estimator();
        boolean[] some = {false, true, true};
        for (int k = 0; k < 100; k++) {
            double x = 0.01 * (k % 3 - 1);
            boolean absent = k % 2 == 0;
            estimator.onStep(absent ? some : ALL, new double[] {absent ? 99 : 2 * x, x, x}, x);
        }
        assertEquals(2.0, estimator.rawBeta(0), 1e-9);
    }

    @Test
    void benchmarkThatDoesNotMoveTeachesNothing() {
        BetaEstimator estimator = estimator();
        for (int k = 0; k < 50; k++) {
            estimator.onStep(ALL, new double[] {0.01, -0.01, 0.02 * (k % 2)}, 0.005);
        }
        assertEquals(1.0, estimator.marketBeta(2));
    }

    @Test
    void sameStepsGiveTheSameState() {
        StateHash first = new StateHash();
        StateHash second = new StateHash();
        for (StateHash hash : new StateHash[] {first, second}) {
            BetaEstimator estimator = new BetaEstimator(
                    new Universe(List.of(RiskFixture.instrument(0, "1", "1", "0", "0"))), desk.neutralityConfig());
            for (int k = 0; k < 130; k++) {
                estimator.onStep(new boolean[] {true}, new double[] {0.01 * (k % 7)}, 0.01 * (k % 5));
            }
            estimator.writeTo(hash);
        }
        assertEquals(first.value(), second.value());
    }
}
