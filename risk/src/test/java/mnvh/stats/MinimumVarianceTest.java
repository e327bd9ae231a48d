package mnvh.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class MinimumVarianceTest {
    private static final long SEED = 3L;

    private static double[] solve(double[] covariance, int count, boolean longOnly) {
        double[] weight = new double[count];
        assertTrue(new MinimumVariance(count).solve(covariance, count, longOnly, weight));
        return weight;
    }

    @Test
    void twoByHand() {
        // C^-1 1 of (4, 1; 1, 2) is (1, 3)/7.
        assertArrayEquals(new double[] {0.25, 0.75}, solve(new double[] {4, 1, 1, 2}, 2, false), 1e-15);
        // The first one's covariance with the second is above the second's variance: it is better left out, or short.
        assertArrayEquals(new double[] {-1.0 / 3, 4.0 / 3}, solve(new double[] {9, 3, 3, 1.5}, 2, false), 1e-12);
        assertArrayEquals(new double[] {0, 1}, solve(new double[] {9, 3, 3, 1.5}, 2, true), 0.0);
    }

    /** Returns of the golden prices, half of the covariance and half of its mean variance. */
    @Test
    void goldenShrunkMinimumVariance() {
        double[][] prices = {{50, 30, 20}, {54, 28, 20}, {52, 30, 21}, {55, 27, 22}};
        double[][] x = new double[3][3];
        double[] mean = new double[3];
        for (int t = 0; t < 3; t++) {
            for (int i = 0; i < 3; i++) {
                x[t][i] = prices[t + 1][i] / prices[t][i] - 1;
                mean[i] += x[t][i] / 3;
            }
        }
        double[] covariance = new double[9];
        double trace = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                for (int t = 0; t < 3; t++) {
                    covariance[3 * i + j] += 0.5 * (x[t][i] - mean[i]) * (x[t][j] - mean[j]);
                }
            }
            trace += 2 * covariance[4 * i];
        }
        for (int i = 0; i < 3; i++) {
            covariance[4 * i] += 0.5 * trace / 3;
        }
        assertArrayEquals(
                new double[] {0.401021015091, 0.261594579772, 0.337384405137}, solve(covariance, 3, false), 1e-12);
    }

    private static double[] random(Random random, int count) {
        // One strong common part makes free solutions short.
        double[][] x = new double[2 * count][count];
        double[] covariance = new double[count * count];
        for (double[] row : x) {
            double common = random.nextGaussian();
            for (int i = 0; i < count; i++) {
                row[i] = (0.3 + 0.25 * i) * common + random.nextGaussian() * (0.2 + 0.1 * (i % 3));
                for (int j = 0; j <= i; j++) {
                    covariance[i * count + j] += row[i] * row[j];
                    covariance[j * count + i] = covariance[i * count + j];
                }
            }
        }
        return covariance;
    }

    private static double variance(double[] covariance, double[] weight) {
        double sum = 0;
        for (int i = 0; i < weight.length; i++) {
            for (int j = 0; j < weight.length; j++) {
                sum += weight[i] * weight[j] * covariance[i * weight.length + j];
            }
        }
        return sum;
    }

    /** The least variance of all subsets whose free solution is positive, by elimination. */
    private static double[] byAllSubsets(double[] covariance, int count) {
        double[] best = null;
        for (int subset = 1; subset < 1 << count; subset++) {
            int n = Integer.bitCount(subset);
            int[] in = new int[n];
            for (int i = 0, a = 0; i < count; i++) {
                if ((subset >> i & 1) == 1) {
                    in[a++] = i;
                }
            }
            double[][] system = new double[n][n + 1];
            for (int a = 0; a < n; a++) {
                for (int b = 0; b < n; b++) {
                    system[a][b] = covariance[in[a] * count + in[b]];
                }
                system[a][n] = 1;
            }
            for (int p = 0; p < n; p++) {
                for (int a = 0; a < n; a++) {
                    double factor = a == p ? 0 : system[a][p] / system[p][p];
                    for (int b = p; b <= n; b++) {
                        system[a][b] -= factor * system[p][b];
                    }
                }
            }
            double[] weight = new double[count];
            double sum = 0;
            boolean positive = true;
            for (int a = 0; a < n; a++) {
                weight[in[a]] = system[a][n] / system[a][a];
                positive &= weight[in[a]] > 0;
                sum += weight[in[a]];
            }
            for (int i = 0; i < count; i++) {
                weight[i] /= sum;
            }
            if (positive && (best == null || variance(covariance, weight) < variance(covariance, best))) {
                best = weight;
            }
        }
        return best == null ? new double[count] : best;
    }

    @Test
    void longOnlyIsTheBestOfAllSubsets() {
        Random random = new Random(SEED);
        int bound = 0;
        for (int round = 0; round < 300; round++) {
            int count = 2 + round % 7;
            double[] covariance = random(random, count);
            double[] expected = byAllSubsets(covariance, count);
            assertArrayEquals(expected, solve(covariance, count, true), 1e-9, "round " + round);
            for (double weight : expected) {
                bound += weight == 0 ? 1 : 0;
            }
        }
        assertTrue(bound > 300, "the sign bound " + bound + " weights");
    }

    /** No weight below 0, and nobody whose marginal variance is below the portfolio's is left out. */
    @Test
    void manyInstrumentsMeetTheConditionsOfTheOptimum() {
        Random random = new Random(SEED);
        int count = 120;
        double[] covariance = random(random, count);
        double[] weight = solve(covariance, count, true);
        double sum = 0;
        double variance = variance(covariance, weight);
        for (int i = 0; i < count; i++) {
            double marginal = 0;
            for (int j = 0; j < count; j++) {
                marginal += covariance[i * count + j] * weight[j];
            }
            assertTrue(weight[i] >= 0);
            assertTrue(marginal >= variance * (1 - 1e-9), "instrument " + i);
            assertTrue(weight[i] == 0 || marginal <= variance * (1 + 1e-9), "instrument " + i);
            sum += weight[i];
        }
        assertEquals(1.0, sum, 1e-14);
    }

    @Test
    void matrixWithoutAnInverseIsRefusedAndLeavesTheWeights() {
        double[] weight = {7, 7};
        MinimumVariance solver = new MinimumVariance(2);
        assertFalse(solver.solve(new double[] {1, 1, 1, 1}, 2, false, weight));
        assertFalse(solver.solve(new double[] {1, 2, 2, 1}, 2, true, weight));
        assertFalse(solver.solve(new double[] {Double.NaN, 0, 0, 1}, 2, false, weight));
        assertArrayEquals(new double[] {7, 7}, weight);
    }
}
