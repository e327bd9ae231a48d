package mnvh.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import mnvh.state.StateHash;
import org.junit.jupiter.api.Test;

final class ShrinkageCovarianceTest {
    private static final boolean[] BOTH = {true, true};

    @Test
    void fourStepsByHand() {
        ShrinkageCovariance covariance = new ShrinkageCovariance(2, 4);
        assertEquals(0, covariance.estimate(), "NOT_READY");
        assertEquals(Double.NaN, covariance.intensity());
        // S = diag(4, 1): x = (2, 1), (2, -1), (-2, 1), (-2, -1), whatever the means.
        for (double[] x : new double[][] {{2, 1}, {2, -1}, {-2, 1}, {-2, -1}}) {
            covariance.onStep(BOTH, new double[] {3 + x[0], x[1] - 5});
        }
        assertEquals(2, covariance.estimate());
        // mu 2.5, d2 = (1.5^2 + 1.5^2)/2 = 2.25; each ||xx' - S||^2 = 2 * 2^2, b2 = 4 * 8 / (16 * 2) = 1.
        assertEquals(1 / 2.25, covariance.intensity(), 1e-12);
        assertEquals(4 - 1.5 / 2.25, covariance.matrix()[0], 1e-12);
        assertEquals(0, covariance.matrix()[1], 1e-12);
        assertEquals(1 + 1.5 / 2.25, covariance.matrix()[3], 1e-12);
    }

    @Test
    void absencesDoNotMakeAnInstrumentLookCalm() {
        ShrinkageCovariance covariance = new ShrinkageCovariance(2, 400);
        Random random = new Random(1);
        for (int k = 0; k < 400; k++) {
            boolean there = k % 4 != 0;
            covariance.onStep(
                    new boolean[] {true, there},
                    new double[] {0.01 * random.nextGaussian(), there ? 0.01 * random.nextGaussian() : 99});
        }
        assertEquals(2, covariance.estimate());
        assertEquals(1, covariance.matrix()[3] / covariance.matrix()[0], 0.25);
    }

    @Test
    void whoIsSeldomThereOrNeverMovesIsLeftOut() {
        ShrinkageCovariance covariance = new ShrinkageCovariance(4, 10);
        boolean[] present = new boolean[4];
        for (int k = 0; k < 30; k++) {
            Arrays.fill(present, true);
            present[1] = k % 5 < 2;
            double move = 0.01 * (k % 3 - 1);
            covariance.onStep(present, new double[] {0.002, 0.01 * (k % 2), move, -move * (k % 2)});
            // Nobody was there: a step that says nothing.
            covariance.onStep(new boolean[4], new double[] {9, 9, 9, 9});
        }
        assertEquals(2, covariance.estimate());
        assertEquals(2, covariance.member(0));
        assertEquals(3, covariance.member(1));
    }

    @Test
    void identityNeedsNoShrinkingAndSumsStayClean() {
        ShrinkageCovariance covariance = new ShrinkageCovariance(2, 4);
        for (int k = 0; k < 1003; k++) {
            // Huge moves leave the window before the last four steps.
            double size = k < 995 ? 0.9 : 0.001;
            covariance.onStep(BOTH, new double[] {k % 2 == 0 ? size : -size, k % 4 < 2 ? size : -size});
        }
        assertEquals(2, covariance.estimate());
        assertEquals(1e-6, covariance.matrix()[0], 1e-15);
        assertEquals(0, covariance.matrix()[1], 1e-15);
    }

    @Test
    void stateTellsEveryStepApart() {
        StateHash[] hashes = new StateHash[3];
        for (int run = 0; run < 3; run++) {
            ShrinkageCovariance covariance = new ShrinkageCovariance(2, 4);
            for (int k = 0; k < 9; k++) {
                covariance.onStep(BOTH, new double[] {0.01 * (k % 4), run == 2 && k == 6 ? 0.5 : -0.02 * (k % 3)});
            }
            hashes[run] = new StateHash();
            covariance.writeTo(hashes[run]);
        }
        assertEquals(hashes[0].value(), hashes[1].value());
        assertTrue(hashes[0].value() != hashes[2].value());
    }
}
