package mnvh.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class VolatilityTest {
    private static final boolean[] HERE = {true};

    private static void step(RollingVolatility volatility, double value) {
        volatility.onStep(HERE, new double[] {value});
    }

    @Test
    void deviationUsesNMinusOneAndIsNotReadyBeforeTheMinimum() {
        RollingVolatility volatility = new RollingVolatility(1, 4, 3);
        step(volatility, 0.01);
        step(volatility, 0.02);
        assertEquals(Double.NaN, volatility.value(0));
        step(volatility, 0.06);
        // Mean 0.03, squares 4 + 1 + 9 in 1e-4, over 2.
        assertEquals(Math.sqrt(7e-4), volatility.value(0), 1e-15);
    }

    @Test
    void deviationForgetsWhatLeftTheWindowAndSkipsAbsentSteps() {
        RollingVolatility volatility = new RollingVolatility(1, 4, 3);
        step(volatility, 5.0);
        volatility.onStep(new boolean[] {false}, new double[] {7.0});
        step(volatility, 0.01);
        step(volatility, 0.02);
        step(volatility, 0.06);
        assertEquals(Math.sqrt(7e-4), volatility.value(0), 1e-12);
    }

    /** What an outlier leaves behind in the sums, until they are renewed, is rounding and not variation. */
    @Test
    void aConstantSeriesHasDeviationZeroWhateverLeftTheWindow() {
        for (int outlier = 1; outlier < 20; outlier++) {
            RollingVolatility volatility = new RollingVolatility(1, 50, 2);
            step(volatility, 0.017 * outlier);
            for (int i = 1; i < 130; i++) {
                step(volatility, 0.0011);
                if (i >= 50) {
                    assertEquals(0.0, volatility.value(0), "outlier " + outlier + ", step " + i);
                }
            }
        }
    }

    @Test
    void exponentialVolatilityStartsAsAPlainAverage() {
        EwmaVolatility volatility = new EwmaVolatility(1, 4, 2);
        volatility.onStep(HERE, new double[] {0.03});
        assertEquals(Double.NaN, volatility.value(0));
        volatility.onStep(HERE, new double[] {0.01});
        assertEquals(Math.sqrt(5e-4), volatility.value(0), 1e-15);
        volatility.onStep(new boolean[] {false}, new double[] {9});
        assertEquals(Math.sqrt(5e-4), volatility.value(0), 1e-15);
        for (int i = 0; i < 2; i++) {
            volatility.onStep(HERE, new double[] {0});
        }
        // Four returns averaged evenly: 10/4; from here on the newest weighs a quarter.
        assertEquals(Math.sqrt(2.5e-4), volatility.value(0), 1e-15);
        volatility.onStep(HERE, new double[] {0});
        assertEquals(Math.sqrt(2.5e-4 * 0.75), volatility.value(0), 1e-15);
    }

    @Test
    void wholeStepsCountAsThoseInWhichAllArePresent() {
        EwmaVolatility each = new EwmaVolatility(3, 10, 4);
        EwmaVolatility whole = new EwmaVolatility(3, 10, 4);
        boolean[] lateComer = {true, false, true};
        boolean[] all = {true, true, true};
        for (int step = 0; step < 40; step++) {
            double[] stepReturn = {0.01 * (step % 7), 0.02 * (step % 5), -0.01 * (step % 3)};
            // The second instrument's first returns still weigh more when those of the others have settled.
            each.onStep(step < 6 ? lateComer : all, stepReturn);
            if (step < 6) {
                whole.onStep(lateComer, stepReturn);
            } else {
                whole.onWholeStep(stepReturn);
            }
            for (int i = 0; i < 3; i++) {
                assertEquals(each.value(i), whole.value(i), "step " + step + ", instrument " + i);
            }
        }
    }
}
