package mnvh.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

final class PerformanceTest {
    private static void near(double expected, double actual) {
        assertEquals(expected, actual, 1e-9 * Math.abs(expected));
    }

    @Test
    void goldenCurve() {
        Performance p = Performance.of(new double[] {100, 101, 100.5, 102, 99, 103}, 252);
        assertEquals(5, p.steps());
        near(1.03, p.finalRatio());
        near(3.43604685987, p.cagr());
        near(0.408827881177, p.volatility());
        near(3.81760790426, p.sharpe());
        near(0.6, p.hitRate());
        near(-0.094283396319, p.skewness());
        near(2.12995362513, p.kurtosis());
        near(0.0294117647059, p.maxDrawdown());
        // Peak 102 at step 3, back above it at step 5.
        assertEquals(2, p.maxDrawdownSteps());
    }

    @Test
    void drawdownThatIsNotRecoveredLastsToTheEnd() {
        Performance p = Performance.of(new double[] {100, 90, 110, 100, 55, 60, 70}, 12);
        assertEquals(0.5, p.maxDrawdown(), 1e-15);
        assertEquals(4, p.maxDrawdownSteps());
    }

    @Test
    void laterAndShallowerDrawdownDoesNotReplaceTheDeepest() {
        Performance p = Performance.of(new double[] {100, 50, 80, 100, 90, 90, 90, 90, 100}, 12);
        assertEquals(0.5, p.maxDrawdown(), 1e-15);
        assertEquals(3, p.maxDrawdownSteps());
    }

    @Test
    void curveEndsAtBankruptcyAndHasNoGrowthRate() {
        Performance p = Performance.of(new double[] {100, 110, -5, 40}, 12);
        assertEquals(2, p.steps());
        assertEquals(Double.NaN, p.cagr());
        assertEquals(-0.05, p.finalRatio(), 1e-15);
        assertEquals(1 + 5.0 / 110, p.maxDrawdown(), 1e-15);
    }

    @Test
    void flatCurveHasNoRatios() {
        Performance p = Performance.of(new double[] {100, 100, 100}, 12);
        assertEquals(0.0, p.cagr());
        assertEquals(0.0, p.volatility());
        assertEquals(Double.NaN, p.sharpe());
        assertEquals(Double.NaN, p.hitRate());
        assertEquals(Double.NaN, p.skewness());
        assertEquals(0.0, p.maxDrawdown());
        assertEquals(0, p.maxDrawdownSteps());
    }

    @Test
    void startAloneIsACurveWithoutReturns() {
        Performance p = Performance.of(new double[] {100}, 12);
        assertEquals(0, p.steps());
        assertEquals(Double.NaN, p.cagr());
        assertEquals(Double.NaN, p.volatility());
    }

    @Test
    void nonsenseIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Performance.of(new double[] {}, 12));
        assertThrows(IllegalArgumentException.class, () -> Performance.of(new double[] {0, 1}, 12));
        assertThrows(IllegalArgumentException.class, () -> Performance.of(new double[] {1, 2}, 0));
        assertThrows(IllegalArgumentException.class, () -> Performance.of(new double[] {1, Double.NaN}, 12));
    }
}
