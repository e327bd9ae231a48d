package mnvh.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.Stream;
import mnvh.config.Averaging;
import mnvh.config.CostConfig;
import mnvh.config.MarkSource;
import mnvh.config.NeutralityConfig;
import mnvh.config.NeutralityMode;
import mnvh.risk.BetaEstimator;
import mnvh.risk.RiskInputs;
import mnvh.stats.EwmaVolatility;
import mnvh.stats.RollingVolatility;
import mnvh.stats.ShrinkageCovariance;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every streaming estimator at every step of the recorded markets, against {@link PlainDefinitions} over the same
 * marks; skipped where the data are not there.
 */
@Tag("slow")
final class EstimatorReferenceTest {
    private static final double TOLERANCE = 1e-10;

    /** Where a figure is far below 1 a hundred-millionth of it is asked for as well. */
    private static final double RELATIVE = 1e-8;

    private static final int WINDOW = 60;

    private static final int[] HORIZONS = {5, 2, 20};

    /** The sets whole, and with holes where a set is short enough to be gone through once more. */
    private static Stream<Arguments> panels() {
        return Stream.of(
                Arguments.of("nyse_o", false),
                Arguments.of("nyse_n", false),
                Arguments.of("sp500", false),
                Arguments.of("msci", false),
                Arguments.of("sp500_20", false),
                Arguments.of("sp500", true),
                Arguments.of("msci", true));
    }

    private static RecordedPanel read(String name, boolean holes) {
        RecordedPanel panel = name.equals("sp500_20")
                ? RecordedPanel.closes("equity-daily/sp500_20.csv.gz")
                : RecordedPanel.relatives("olps/" + name + ".csv.gz");
        return holes ? panel.withHoles() : panel;
    }

    private static double[] equal(int size) {
        double[] weight = new double[size];
        Arrays.fill(weight, 1.0 / size);
        return weight;
    }

    /** Uneven ones, the first of them short, that sum to 1. */
    private static double[] signed(int size) {
        double[] weight = new double[size];
        double sum = 0;
        for (int i = 0; i < size; i++) {
            weight[i] = i == 0 ? -2.5 : 1 + i % 5;
            sum += weight[i];
        }
        for (int i = 0; i < size; i++) {
            weight[i] /= sum;
        }
        return weight;
    }

    private static void assertClose(double expected, double actual, int step, String what) {
        if (Double.isNaN(expected) || Double.isNaN(actual)) {
            assertEquals(expected, actual, what + " at step " + step);
            return;
        }
        double error = Math.abs(actual - expected);
        if (error > TOLERANCE * Math.max(1, Math.abs(expected)) || error > RELATIVE * Math.abs(expected) + 1e-14) {
            assertEquals(expected, actual, 0.0, what + " at step " + step);
        }
    }

    private static void step(StepFixture fixture, long[] marks) {
        double[] price = new double[marks.length];
        for (int i = 0; i < price.length; i++) {
            price[i] = marks[i] == 0 ? Double.NaN : marks[i] * 1e-8;
        }
        assertEquals(fixture.crossSection.size(), marks.length);
        fixture.step(price);
    }

    @ParameterizedTest(name = "{0}, holes {1}")
    @MethodSource("panels")
    void reversionAndItsStandardError(String name, boolean holes) {
        RecordedPanel panel = read(name, holes);
        double[] weight = equal(panel.size());
        PlainDefinitions plain = new PlainDefinitions(panel, weight);
        StepFixture fixture = new StepFixture(panel.size(), new FixedWeights(weight));
        ReversionEstimator rho = new ReversionEstimator(fixture.returns, WINDOW);
        int negative = 0;
        for (int k = 0; k < panel.steps(); k++) {
            step(fixture, panel.marks()[k]);
            rho.onStep();
            double expected = plain.rho(k, WINDOW);
            assertClose(expected, rho.value(), k, "rho");
            assertClose(Math.max(0, Math.min(1, expected)), rho.clipped(), k, "clipped rho");
            assertClose(plain.rhoStandardError(k, WINDOW), rho.standardError(), k, "standard error");
            negative += expected < 0 ? 1 : 0;
        }
        // The indices of msci revert in every window.
        assertTrue(name.equals("msci") || negative > 50, "clipping had something to clip: " + negative);
    }

    @ParameterizedTest(name = "{0}, holes {1}")
    @MethodSource("panels")
    void dispersionAndItsVarianceRatios(String name, boolean holes) {
        RecordedPanel panel = read(name, holes);
        for (double[] weight : new double[][] {equal(panel.size()), signed(panel.size())}) {
            PlainDefinitions plain = new PlainDefinitions(panel, weight);
            StepFixture fixture = new StepFixture(panel.size(), new FixedWeights(weight));
            DispersionEstimator dispersion =
                    new DispersionEstimator(fixture.crossSection, fixture.weights, fixture.returns, HORIZONS, WINDOW);
            int ready = 0;
            for (int k = 0; k < panel.steps(); k++) {
                step(fixture, panel.marks()[k]);
                dispersion.onStep();
                assertClose(plain.portfolioReturn(k), fixture.returns.portfolioReturn(), k, "R");
                assertClose(k == 0 ? Double.NaN : plain.dispersion(k, 1), fixture.returns.dispersion(), k, "XSVar");
                double mean = plain.meanDispersion(k, 1, WINDOW);
                assertClose(mean, dispersion.mean(), k, "mean XSVar");
                for (int h = 0; h < HORIZONS.length; h++) {
                    double ratio = plain.varianceRatio(k, HORIZONS[h], WINDOW);
                    double expected = mean > 0 && ratio >= 0 ? ratio : Double.NaN;
                    assertClose(expected, dispersion.varianceRatio(h), k, "VR of " + HORIZONS[h]);
                }
                ready += Double.isNaN(dispersion.varianceRatio()) ? 0 : 1;
            }
            assertTrue(ready > panel.steps() / 2, "ready in " + ready);
        }
    }

    @ParameterizedTest(name = "{0}, holes {1}")
    @MethodSource("panels")
    void laggedCovariancesOfTheEdge(String name, boolean holes) {
        RecordedPanel panel = read(name, holes);
        double[] weight = signed(panel.size());
        PlainDefinitions plain = new PlainDefinitions(panel, weight);
        StepFixture fixture = new StepFixture(panel.size(), new FixedWeights(weight));
        EdgeEstimator edge = new EdgeEstimator(fixture.returns, 0.5, WINDOW);
        for (int k = 0; k < panel.steps(); k++) {
            step(fixture, panel.marks()[k]);
            edge.onStep();
            for (int lag = 1; lag <= EdgeEstimator.lags(0.5); lag++) {
                assertClose(plain.covariance(k, lag, WINDOW), edge.covariance(lag), k, "c[" + lag + "]");
            }
        }
    }

    @ParameterizedTest(name = "{0}, holes {1}")
    @MethodSource("panels")
    void volatilities(String name, boolean holes) {
        RecordedPanel panel = read(name, holes);
        PlainDefinitions plain = new PlainDefinitions(panel, equal(panel.size()));
        StepFixture fixture = new StepFixture(panel.size(), new EqualWeights(panel.size()));
        RollingVolatility rolling = new RollingVolatility(panel.size(), WINDOW, 30);
        EwmaVolatility exponential = new EwmaVolatility(panel.size(), 50, 20);
        for (int k = 0; k < panel.steps(); k++) {
            step(fixture, panel.marks()[k]);
            rolling.onStep(fixture.crossSection.present(), fixture.crossSection.stepReturns());
            exponential.onStep(fixture.crossSection.present(), fixture.crossSection.stepReturns());
            for (int i = 0; i < panel.size(); i++) {
                assertClose(plain.deviation(k, i, WINDOW, 30), rolling.value(i), k, "rolling volatility of " + i);
                double expected = plain.exponentialDeviation(k, i, 50, 20);
                assertClose(expected, exponential.value(i), k, "EWMA volatility of " + i);
                assertClose(expected, fixture.crossSection.volatility(i), k, "volatility that jumps are held against");
            }
        }
    }

    @ParameterizedTest(name = "{0}, holes {1}")
    @MethodSource("panels")
    void rollingMarketBetas(String name, boolean holes) {
        assertMarketBetas(read(name, holes), Averaging.ROLLING);
    }

    @ParameterizedTest(name = "{0}, holes {1}")
    @MethodSource("panels")
    void exponentialMarketBetas(String name, boolean holes) {
        assertMarketBetas(read(name, holes), Averaging.EWMA);
    }

    private static void assertMarketBetas(RecordedPanel panel, Averaging averaging) {
        double[] weight = equal(panel.size());
        PlainDefinitions plain = new PlainDefinitions(panel, weight);
        StepFixture fixture = new StepFixture(panel.size(), new FixedWeights(weight));
        BetaEstimator beta = new BetaEstimator(
                fixture.universe,
                new NeutralityConfig(NeutralityMode.NONE, "universe", 0.1, 0.1, 0.5, WINDOW, averaging));
        double[][] slopes = new double[panel.size()][];
        step(fixture, panel.marks()[0]);
        for (int k = 1; k < panel.steps(); k++) {
            step(fixture, panel.marks()[k]);
            beta.onStep(
                    fixture.crossSection.present(),
                    fixture.crossSection.stepReturns(),
                    fixture.returns.portfolioReturn());
            for (int i = 0; i < panel.size(); i++) {
                slopes[i] = averaging == Averaging.EWMA
                        ? plain.exponentialRegression(k, i, WINDOW, BetaEstimator.MIN_STEPS)
                        : plain.regression(k, i, WINDOW, BetaEstimator.MIN_STEPS);
            }
            double[] expected = PlainDefinitions.shrunk(slopes);
            for (int i = 0; i < panel.size(); i++) {
                assertClose(expected[i], beta.marketBeta(i), k, "beta of " + i);
            }
        }
    }

    @ParameterizedTest(name = "{0}, holes {1}")
    @MethodSource("panels")
    void shrunkCovarianceAndItsWeights(String name, boolean holes) {
        RecordedPanel panel = read(name, holes);
        int size = panel.size();
        PlainDefinitions plain = new PlainDefinitions(panel, equal(size));
        ShrinkageMarkowitzWeights scheme = new ShrinkageMarkowitzWeights(size, WINDOW, 1, false);
        ShrinkageCovariance covariance = new ShrinkageCovariance(size, WINDOW);
        StepFixture fixture = new StepFixture(size, scheme);
        int between = 0;
        for (int k = 0; k < panel.steps(); k++) {
            step(fixture, panel.marks()[k]);
            covariance.onStep(fixture.crossSection.present(), fixture.crossSection.stepReturns());
            int members = covariance.estimate();
            boolean[] in = plain.members(k, WINDOW);
            if (in == null) {
                assertEquals(0, members, "NOT_READY at step " + k);
                assertEquals(0.0, scheme.weight(0));
                continue;
            }
            double[] expected = plain.shrunkCovariance(k, in, WINDOW);
            int n = (int) Math.round(Math.sqrt(expected.length - 1));
            assertEquals(n, members, "members at step " + k);
            assertClose(expected[n * n], covariance.intensity(), k, "intensity");
            between += covariance.intensity() > 0 && covariance.intensity() < 1 ? 1 : 0;
            for (int a = 0; a < n; a++) {
                assertTrue(in[covariance.member(a)]);
                for (int b = 0; b < n; b++) {
                    double element = covariance.matrix()[a * n + b];
                    double least = Math.sqrt(expected[a * n + a] * expected[b * n + b]);
                    assertEquals(expected[a * n + b], element, TOLERANCE * least, "covariance at step " + k);
                }
            }
            double[] weight = PlainDefinitions.leastVariance(expected, n);
            double sum = 0;
            for (int i = 0, a = 0; i < size; i++) {
                assertEquals(in[i] ? weight[a++] : 0.0, scheme.weight(i), TOLERANCE, "weight " + i + " at step " + k);
                sum += scheme.weight(i);
            }
            assertEquals(1.0, sum, 1e-14);
        }
        assertTrue(between > 100, "shrunk in " + between);
    }

    @ParameterizedTest(name = "{0}, holes {1}")
    @MethodSource("panels")
    void inverseVolatilityWeights(String name, boolean holes) {
        RecordedPanel panel = read(name, holes);
        int size = panel.size();
        PlainDefinitions plain = new PlainDefinitions(panel, equal(size));
        for (Averaging averaging : Averaging.values()) {
            StepFixture fixture = new StepFixture(size, new InverseVolatilityWeights(size, WINDOW, 7, averaging));
            double[] expected = new double[size];
            double total = 0;
            int computed = 0;
            for (int k = 0; k < panel.steps(); k++) {
                step(fixture, panel.marks()[k]);
                if (total == 0 || k - computed == 7) {
                    total = 0;
                    for (int i = 0; i < size; i++) {
                        double deviation = averaging == Averaging.EWMA
                                ? plain.exponentialDeviation(k, i, WINDOW, WINDOW / 2)
                                : plain.deviation(k, i, WINDOW, WINDOW / 2);
                        expected[i] = deviation > 0 ? 1 / deviation : 0;
                        total += expected[i];
                    }
                    computed = k;
                }
                for (int i = 0; i < size; i++) {
                    double weight = total == 0 ? 0 : expected[i] / total;
                    assertClose(weight, fixture.scheme.weight(i), k, averaging + ", weight " + i);
                }
            }
        }
    }

    /** Volumes and made-up quotes of hourly perpetuals: quantity of eight steps, spread and notional of a window. */
    @Test
    void volumesAndHalfSpreads() {
        RecordedPanel closes = RecordedPanel.closes("binance-perp-1h/close.csv.gz");
        long[][] volumes = RecordedPanel.closes("binance-perp-1h/volume.csv.gz").marks();
        int size = closes.size();
        CrossSection crossSection = new CrossSection(
                StepFixture.universe(size), StepFixture.config(MarkSource.LAST, 0.0), Double.POSITIVE_INFINITY);
        LiquidityEstimator liquidity =
                new LiquidityEstimator(StepFixture.universe(size), crossSection, new CostConfig(WINDOW, Double.NaN, 1));
        for (int k = 0; k < closes.steps(); k++) {
            long closeNs = StepFixture.START + k * StepFixture.INTERVAL;
            for (int i = 0; i < size; i++) {
                long mark = closes.marks()[k][i];
                long half = quotedHalf(closes, k, i);
                crossSection.onPrice(
                        i, closeNs, half > 0 ? mark - half : 0, half > 0 ? mark + half : 0, mark, 0, volumes[k][i]);
            }
            crossSection.closeStep(closeNs);
            liquidity.onStep(k > 0);
            for (int i = 0; i < size; i++) {
                assertEquals(meanOfEight(volumes, k, i), crossSection.recentVolume(i), "volume of " + i + " at " + k);
                assertClose(meanHalf(closes, k, i), liquidity.halfSpread(i), k, "half spread of " + i);
                assertClose(meanNotional(closes, volumes, k, i), liquidity.tradedNotional(i), k, "notional of " + i);
            }
        }
    }

    /** Wider now and then, and on every seventh step none. */
    private static long quotedHalf(RecordedPanel closes, int k, int i) {
        return (k + i) % 7 == 0 ? 0 : closes.marks()[k][i] / (1000 + 37 * ((k + i) % 11));
    }

    private static long meanOfEight(long[][] volumes, int k, int i) {
        BigInteger sum = BigInteger.ZERO;
        int first = Math.max(0, k - 7);
        for (int j = first; j <= k; j++) {
            sum = sum.add(BigInteger.valueOf(volumes[j][i]));
        }
        long total = sum.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact();
        return total == 0 ? RiskInputs.VOLUME_UNKNOWN : total / (k - first + 1);
    }

    private static boolean there(RecordedPanel closes, int k, int i) {
        return k > 0 && closes.marks()[k][i] > 0 && closes.marks()[k - 1][i] > 0;
    }

    private static double meanHalf(RecordedPanel closes, int k, int i) {
        double sum = 0;
        int count = 0;
        for (int j = Math.max(0, k - WINDOW + 1); j <= k; j++) {
            if (there(closes, j, i) && quotedHalf(closes, j, i) > 0) {
                sum += (double) quotedHalf(closes, j, i) / closes.marks()[j][i];
                count++;
            }
        }
        return k < WINDOW || 2 * count < WINDOW ? Double.NaN : sum / count;
    }

    private static double meanNotional(RecordedPanel closes, long[][] volumes, int k, int i) {
        double sum = 0;
        int count = 0;
        for (int j = Math.max(0, k - WINDOW + 1); j <= k; j++) {
            if (there(closes, j, i)) {
                sum += volumes[j][i] * 1e-8 * (closes.marks()[j][i] * 1e-8);
                count++;
            }
        }
        return k < WINDOW || 2 * count < WINDOW || sum == 0 ? Double.NaN : sum / count;
    }

    /** Equal weights, the whole sample in one window: the figures that the method gives, to their last digit. */
    @Test
    void reversionOfTheWholeSampleIsThatOfTheMethod() {
        assertRho("0.04482", RecordedPanel.relatives("olps/nyse_o.csv.gz"));
        assertRho("0.02567", RecordedPanel.relatives("olps/nyse_n.csv.gz"));
        assertRho("0.00087", RecordedPanel.closes("equity-daily/sp500_20.csv.gz"));
        assertRho("-0.03217", RecordedPanel.closes("binance-perp-1h/close.csv.gz"));
    }

    private static void assertRho(String printed, RecordedPanel panel) {
        int pairs = panel.steps() - 2;
        StepFixture fixture = new StepFixture(panel.size(), new EqualWeights(panel.size()));
        ReversionEstimator rho = new ReversionEstimator(fixture.returns, pairs);
        for (long[] row : panel.marks()) {
            assertEquals(Double.NaN, rho.value());
            step(fixture, row);
            rho.onStep();
        }
        assertEquals(printed, String.format(java.util.Locale.ROOT, "%.5f", rho.value()));
        PlainDefinitions plain = new PlainDefinitions(panel, equal(panel.size()));
        assertClose(plain.rho(panel.steps() - 1, pairs), rho.value(), panel.steps() - 1, "rho");
        assertClose(plain.rhoStandardError(panel.steps() - 1, pairs), rho.standardError(), panel.steps() - 1, "error");
        assertEquals(Math.max(0, rho.value()), rho.clipped());
    }
}
