package mnvh.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class LaneSumTest {
    private static final long SEED = 20240607L;

    /** The definition, written out: eight buckets, then the fold. */
    private static double byDefinition(double[] values) {
        double[] lane = new double[8];
        for (int i = 0; i < values.length; i++) {
            lane[i % 8] = lane[i % 8] + values[i];
        }
        return ((lane[0] + lane[4]) + (lane[2] + lane[6])) + ((lane[1] + lane[5]) + (lane[3] + lane[7]));
    }

    private static double leftToRight(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private static double laneSum(double[] values) {
        LaneSum sum = new LaneSum();
        for (int i = 0; i < values.length; i++) {
            sum.add(i, values[i]);
        }
        return sum.total();
    }

    private static double[] random(Random random, int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(12));
        }
        return values;
    }

    private static void assertSameBits(double expected, double actual, String what) {
        assertEquals(Double.doubleToRawLongBits(expected), Double.doubleToRawLongBits(actual), what);
    }

    @Test
    void bitsAreThoseOfTheDefinition() {
        Random random = new Random(SEED);
        for (int count = 0; count < 100; count++) {
            double[] values = random(random, count);
            assertSameBits(byDefinition(values), laneSum(values), count + " values, seed " + SEED);
            assertSameBits(byDefinition(values), LaneSum.sum(values, count), count + " values at once, seed " + SEED);
        }
    }

    /** Beside 1e16 a 1 is lost; it survives only where the two huge terms cancel before it is added. */
    @Test
    void anotherOrderOfSummationGivesOtherBits() {
        // Lanes 0 and 4 cancel before the others are added; from left to right the small ones vanish beside 1e16.
        double[] values = {1e16, 1.0, 1.0, 1.0, -1e16, 1.0, 1.0, 1.0};
        assertEquals(6.0, laneSum(values));
        assertNotEquals(6.0, leftToRight(values));
        // Each pairing of the fold in turn: the huge pair must meet in the first addition, and so must the small ones.
        for (int pair = 0; pair < 4; pair++) {
            double[] crafted = new double[8];
            crafted[pair] = 1e16;
            crafted[pair + 4] = -1e16;
            crafted[(pair + 1) % 4] = 1.0;
            crafted[(pair + 2) % 4] = 1.0;
            crafted[(pair + 3) % 4] = 1.0;
            assertEquals(3.0, laneSum(crafted), "pair " + pair);
        }
        // The second level: (0+4) meets (2+6), and (1+5) meets (3+7).
        assertEquals(2.0, laneSum(new double[] {1e16, 1.0, -1e16, 1.0}));
        assertEquals(2.0, laneSum(new double[] {1.0, 1e16, 1.0, -1e16}));
    }

    @Test
    void absentInstrumentsLeaveTheBitsAlone() {
        Random random = new Random(SEED);
        for (int round = 0; round < 200; round++) {
            double[] values = random(random, 37);
            LaneSum skipped = new LaneSum();
            for (int i = 0; i < values.length; i++) {
                if (random.nextInt(3) == 0) {
                    values[i] = 0.0;
                } else {
                    skipped.add(i, values[i]);
                }
            }
            assertSameBits(laneSum(values), skipped.total(), "round " + round + ", seed " + SEED);
        }
        LaneSum negativeZeros = new LaneSum();
        negativeZeros.add(3, -0.0);
        assertSameBits(0.0, negativeZeros.total(), "the empty sum is +0.0");
    }

    @Test
    void dotHasTheBitsOfAddingProducts() {
        Random random = new Random(SEED);
        for (int count = 0; count < 70; count++) {
            double[] a = random(random, count + 3);
            double[] b = random(random, count + 5);
            double[] products = new double[count];
            for (int i = 0; i < count; i++) {
                products[i] = a[i + 3] * b[i + 5];
            }
            assertSameBits(byDefinition(products), LaneSum.dot(a, 3, b, 5, count), count + " values, seed " + SEED);
        }
    }

    @Test
    void clearStartsANewSum() {
        LaneSum sum = new LaneSum();
        for (int i = 0; i < 8; i++) {
            sum.add(i, 1.0);
        }
        sum.clear();
        assertEquals(0.0, sum.total());
    }
}
