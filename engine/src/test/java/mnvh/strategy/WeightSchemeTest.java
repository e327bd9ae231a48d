package mnvh.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;
import mnvh.config.Averaging;
import mnvh.config.WeightSchemeName;
import mnvh.config.WeightsConfig;
import mnvh.universe.Universe;
import org.junit.jupiter.api.Test;

final class WeightSchemeTest {
    static final double[][] GOLDEN_ROWS = {{50, 30, 20}, {54, 28, 20}, {52, 30, 21}, {55, 27, 22}};

    private static void assertWeights(PresentWeights weights, double... expected) {
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], weights.weight(i), 1e-12, "weight " + i);
        }
    }

    @Test
    void goldenInverseVolatility() {
        StepFixture fixture = new StepFixture(3, new InverseVolatilityWeights(3, 3, 1));
        for (double[] row : GOLDEN_ROWS) {
            fixture.step(row);
        }
        assertWeights(fixture.weights, 0.257278849255, 0.175894182537, 0.566826968208);
    }

    @Test
    void inverseVolatilityIsZeroUntilReadyAndThenHoldsBetweenRefreshes() {
        InverseVolatilityWeights scheme = new InverseVolatilityWeights(3, 3, 2);
        StepFixture fixture = new StepFixture(3, scheme);
        assertFalse(fixture.step(GOLDEN_ROWS[0]));
        assertFalse(fixture.step(GOLDEN_ROWS[1]), "one return has no deviation: the step is skipped");
        assertTrue(fixture.step(GOLDEN_ROWS[2]));
        double first = scheme.weight(0);
        assertTrue(fixture.step(GOLDEN_ROWS[3]));
        assertEquals(first, scheme.weight(0));
        fixture.step(56, 28, 20);
        assertTrue(first != scheme.weight(0));
    }

    private static MarketWeights market(WeightSchemeName generator, double exponent, double... units) {
        return new MarketWeights(generator, exponent, units, 1);
    }

    /** Market weights 0.5, 0.3, 0.2; goldens of sections 4 and 15. */
    @Test
    void goldenWeightsOfTheMarket() {
        double[] units = {2, 1, 5};
        double root = Math.sqrt(0.5) + Math.sqrt(0.3) + Math.sqrt(0.2);
        Object[][] goldens = {
            {WeightSchemeName.CAPITALISATION, 0.5, new double[] {0.5, 0.3, 0.2}},
            {WeightSchemeName.QUADRATIC, 0.5, new double[] {0.44, 0.324, 0.236}},
            {WeightSchemeName.ENTROPY, 0.5, new double[] {0.331747083248, 0.352295937078, 0.315956979674}},
            {
                WeightSchemeName.DIVERSITY,
                0.5,
                new double[] {Math.sqrt(0.5) / root, Math.sqrt(0.3) / root, Math.sqrt(0.2) / root}
            },
            {WeightSchemeName.DIVERSITY, 0.0, new double[] {1.0 / 3, 1.0 / 3, 1.0 / 3}},
            {WeightSchemeName.DIVERSITY, 1.0, new double[] {0.5, 0.3, 0.2}},
        };
        for (Object[] golden : goldens) {
            StepFixture fixture = new StepFixture(3, market((WeightSchemeName) golden[0], (Double) golden[1], units));
            fixture.step(25, 30, 4);
            fixture.step(25, 30, 4);
            assertWeights(fixture.weights, (double[]) golden[2]);
        }
    }

    @Test
    void pseudoCapitalisationsStartAtOneAndFollowTheMarks() {
        double nan = Double.NaN;
        StepFixture fixture = new StepFixture(3, market(WeightSchemeName.CAPITALISATION, 0.5, nan, nan, nan));
        fixture.step(400, 7, nan);
        assertEquals(0.5, fixture.scheme.weight(1), 1e-15);
        assertEquals(0.0, fixture.scheme.weight(2), "no mark yet");
        fixture.step(800, 7, 3);
        assertEquals(0.5, fixture.scheme.weight(0), 1e-15);
        assertEquals(0.25, fixture.scheme.weight(2), 1e-15);
        // Absent: the last mark stands for it, and the step leaves it out.
        fixture.step(1200, nan, 3);
        assertEquals(0.2, fixture.scheme.weight(1), 1e-15);
        assertWeights(fixture.weights, 0.75, 0, 0.25);
    }

    @Test
    void marketWeightsHoldBetweenRefreshes() {
        MarketWeights scheme = new MarketWeights(WeightSchemeName.CAPITALISATION, 0.5, new double[] {1, 1}, 3);
        StepFixture fixture = new StepFixture(2, scheme);
        double[] expected = {0.5, 0.5, 0.5, 0.8, 0.8, 0.8, 7.0 / 8};
        for (int k = 0; k < expected.length; k++) {
            fixture.step(1 + k, 1);
            assertEquals(expected[k], scheme.weight(0), 1e-15, "step " + k);
        }
    }

    /** A large one among many: the entropy sells it, and the weights still sum to 1. */
    @Test
    void entropyOfManyMaySellTheLargest() {
        double[] units = new double[60];
        double[] price = new double[60];
        java.util.Arrays.fill(units, 1);
        java.util.Arrays.fill(price, 1);
        units[0] = 40;
        StepFixture fixture = new StepFixture(60, market(WeightSchemeName.ENTROPY, 0.5, units));
        fixture.step(price);
        double sum = 0;
        double entropy = 0;
        for (int i = 0; i < 60; i++) {
            sum += fixture.scheme.weight(i);
            entropy -= units[i] / 99 * Math.log(units[i] / 99);
        }
        assertEquals(1.0, sum, 1e-14);
        assertEquals(40.0 / 99 * (1 - entropy - Math.log(40.0 / 99)), fixture.scheme.weight(0), 1e-14);
        assertTrue(fixture.scheme.weight(0) < 0);
    }

    @Test
    void unitsOutstandingAreGivenOfAllOrOfNone() {
        Universe universe = StepFixture.universe(2);
        WeightScheme pseudo = WeightScheme.of(universe, new WeightsConfig(WeightSchemeName.ENTROPY, Map.of(), 2, 1));
        assertInstanceOf(MarketWeights.class, pseudo);
        for (Map<String, Double> units : java.util.List.of(Map.of("S0", 3.0), Map.of("S0", 3.0, "S9", 1.0))) {
            WeightsConfig config =
                    new WeightsConfig(WeightSchemeName.QUADRATIC, Map.of(), 2, 1, Averaging.ROLLING, false, 0.5, units);
            assertThrows(IllegalArgumentException.class, () -> WeightScheme.of(universe, config));
        }
    }

    @Test
    void exponentialInverseVolatilityForgetsGradually() {
        InverseVolatilityWeights scheme = new InverseVolatilityWeights(2, 2, 1, Averaging.EWMA);
        StepFixture fixture = new StepFixture(2, scheme);
        double first = 100;
        double second = 100;
        fixture.step(first, second);
        for (double move : new double[] {0.02, -0.01, 0.03}) {
            fixture.step(first *= 1 + move, second *= 1 + 0.01);
        }
        // Mean squares in 1e-4: (4 + 1)/2 and then half of it plus half of 9; the other's is 1 throughout.
        double deviation = Math.sqrt((2.5 + 9) / 2);
        assertEquals(1 / (1 + deviation), scheme.weight(0), 1e-7);
    }

    /** Three that move alike, the third the most: least variance sells it, unless no weight may be below 0. */
    @Test
    void leastVarianceSellsWhatMovesMostUnlessSignsAreBound() {
        for (boolean longOnly : new boolean[] {false, true}) {
            ShrinkageMarkowitzWeights scheme = new ShrinkageMarkowitzWeights(3, 20, 4, longOnly);
            StepFixture fixture = new StepFixture(3, scheme);
            double[] price = {100, 100, 100};
            Random random = new Random(2);
            double[] before = new double[3];
            for (int k = 0; k < 31; k++) {
                double market = 0.01 * random.nextGaussian();
                for (int i = 0; i < 3; i++) {
                    price[i] *= 1 + (1 + i) * market + 0.0005 * random.nextGaussian();
                }
                System.arraycopy(scheme.weights(), 0, before, 0, 3);
                boolean ready = fixture.step(price);
                assertEquals(k >= 10, ready, "half of the window at step " + k);
                boolean refreshed = k >= 10 && (k - 10) % 4 == 0;
                // Bound by its sign the first one may hold everything twice in a row.
                if (!longOnly || !refreshed) {
                    assertEquals(refreshed, before[0] != scheme.weight(0), "every four steps, at step " + k);
                }
                if (ready) {
                    assertEquals(1.0, scheme.weight(0) + scheme.weight(1) + scheme.weight(2), 1e-15);
                }
            }
            assertTrue(longOnly ? scheme.weight(2) == 0 : scheme.weight(2) < -0.1, "weight " + scheme.weight(2));
        }
    }

    @Test
    void instrumentWithoutVariationHasNoInverseVolatilityWeight() {
        StepFixture fixture = new StepFixture(3, new InverseVolatilityWeights(3, 3, 1));
        fixture.step(100, 30, 20);
        fixture.step(100, 28, 20.5);
        fixture.step(100, 30, 20);
        fixture.step(100, 27, 21);
        assertEquals(0.0, fixture.weights.weight(0));
        assertEquals(1.0, fixture.weights.weight(1) + fixture.weights.weight(2), 1e-15);
    }

    @Test
    void weightsAreRenormalisedOverThePresent() {
        StepFixture fixture = new StepFixture(3, new FixedWeights(new double[] {0.5, 0.3, 0.2}));
        fixture.step(10, 10, 10);
        assertTrue(fixture.step(10, Double.NaN, 10));
        assertWeights(fixture.weights, 5.0 / 7, 0, 2.0 / 7);
    }

    @Test
    void stepIsSkippedBelowFivePercentOfWeight() {
        StepFixture fixture = new StepFixture(3, new FixedWeights(new double[] {0.9375, -0.1875, 0.25}));
        fixture.step(10, 10, 10);
        assertTrue(fixture.step(Double.NaN, 10, 10), "0.0625 is enough");
        assertWeights(fixture.weights, 0, -3, 4);
        fixture = new StepFixture(3, new FixedWeights(new double[] {0.951, -0.2, 0.249}));
        fixture.step(10, 10, 10);
        assertFalse(fixture.step(Double.NaN, 10, 10));
        assertWeights(fixture.weights, 0, 0, 0);
        // A negative sum would turn every signal round.
        fixture = new StepFixture(3, new FixedWeights(new double[] {1.5, -0.25, -0.25}));
        fixture.step(10, 10, 10);
        assertFalse(fixture.step(Double.NaN, 10, 10));
    }

    @Test
    void fixedWeightsMustSumToOne() {
        assertThrows(IllegalArgumentException.class, () -> new FixedWeights(new double[] {0.5, 0.4}));
        assertThrows(IllegalArgumentException.class, () -> new FixedWeights(new double[] {0.5, Double.NaN}));
        assertEquals(0.5, new FixedWeights(new double[] {0.4999999, 0.4999999}).weight(0), 1e-15);
    }

    @Test
    void configurationNamesTheScheme() {
        Universe universe = StepFixture.universe(3);
        assertInstanceOf(
                EqualWeights.class,
                WeightScheme.of(universe, new WeightsConfig(WeightSchemeName.EQUAL, Map.of(), 2, 1)));
        assertInstanceOf(
                InverseVolatilityWeights.class,
                WeightScheme.of(universe, new WeightsConfig(WeightSchemeName.INVERSE_VOL, Map.of(), 20, 5)));
        assertInstanceOf(
                ShrinkageMarkowitzWeights.class,
                WeightScheme.of(universe, new WeightsConfig(WeightSchemeName.SHRINKAGE_MARKOWITZ, Map.of(), 20, 5)));
        WeightScheme fixed = WeightScheme.of(
                universe, new WeightsConfig(WeightSchemeName.FIXED, Map.of("S2", 1.25, "S0", -0.25), 2, 1));
        assertEquals(-0.25, fixed.weight(0));
        assertEquals(0.0, fixed.weight(1));
        assertEquals(1.25, fixed.weight(2));
        assertThrows(
                IllegalArgumentException.class,
                () -> WeightScheme.of(universe, new WeightsConfig(WeightSchemeName.FIXED, Map.of("NONE", 1.0), 2, 1)));
    }
}
