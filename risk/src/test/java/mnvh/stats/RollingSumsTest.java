package mnvh.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import mnvh.state.StateHash;
import org.junit.jupiter.api.Test;

final class RollingSumsTest {
    private static final long SEED = 5L;

    @Test
    void sumFollowsTheWindowWithItsAbsences() {
        Random random = new Random(SEED);
        int rows = 7;
        RollingSums sums = new RollingSums(rows, 2);
        List<double[]> all = new ArrayList<>();
        for (int step = 0; step < 100; step++) {
            double[] row = {random.nextInt(3) == 0 ? Double.NaN : random.nextInt(1000), step};
            all.add(row);
            sums.push(row);
            double expected = 0;
            int count = 0;
            for (int back = Math.max(0, all.size() - rows); back < all.size(); back++) {
                double value = all.get(back)[0];
                expected += Double.isNaN(value) ? 0 : value;
                count += Double.isNaN(value) ? 0 : 1;
            }
            // Integers: every sum is exact whatever its order.
            assertEquals(expected, sums.sum(0), "step " + step + ", seed " + SEED);
            assertEquals(count, sums.count(0), "step " + step);
            assertEquals(step >= rows - 1, sums.full(), "step " + step);
        }
    }

    @Test
    void roundingLeavesWithTheWindow() {
        RollingSums sums = new RollingSums(4, 1);
        sums.push(new double[] {1e20});
        for (int step = 0; step < 7; step++) {
            sums.push(new double[] {0.1});
        }
        // Subtracting 1e20 alone would have left 0: the tenths were lost beside it.
        assertEquals(0.4, sums.sum(0), 1e-15);
    }

    @Test
    void readyMeansFullAndHalfOfItObserved() {
        RollingSums sums = new RollingSums(4, 1);
        sums.push(new double[] {1});
        sums.push(new double[] {1});
        sums.push(new double[] {1});
        assertFalse(sums.ready(0));
        sums.push(new double[] {Double.NaN});
        assertTrue(sums.ready(0));
        sums.push(new double[] {Double.NaN});
        assertTrue(sums.ready(0));
        sums.push(new double[] {Double.NaN});
        assertFalse(sums.ready(0));
        assertEquals(1.0, sums.mean(0));
        sums.push(new double[] {Double.NaN});
        assertEquals(Double.NaN, sums.mean(0));
    }

    @Test
    void stateTellsWindowsApartThatHaveEqualSums() {
        RollingSums one = new RollingSums(3, 1);
        RollingSums other = new RollingSums(3, 1);
        one.push(new double[] {1});
        one.push(new double[] {2});
        other.push(new double[] {2});
        other.push(new double[] {1});
        StateHash oneHash = new StateHash();
        StateHash otherHash = new StateHash();
        one.writeTo(oneHash);
        other.writeTo(otherHash);
        assertNotEquals(oneHash.value(), otherHash.value());
    }
}
