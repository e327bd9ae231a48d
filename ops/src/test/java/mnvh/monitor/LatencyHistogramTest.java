package mnvh.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LatencyHistogramTest {
    private static final double[] RATIOS = {0.001, 0.5, 0.9, 0.99, 0.999, 0.9999, 1};

    private final LatencyHistogram histogram = new LatencyHistogram();

    @Test
    void percentilesAreThoseOfTheSortedValuesWithinOneBucket() {
        Random random = new Random(5);
        long[] values = new long[100_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = (long) Math.exp(24 * random.nextDouble());
            histogram.record(values[i]);
        }
        Arrays.sort(values);
        LatencyReading reading = histogram.reading();

        assertEquals(values.length, reading.count());
        assertEquals(Arrays.stream(values).sum(), reading.sumNs());
        for (double ratio : RATIOS) {
            long exact = values[(int) Math.ceil(ratio * values.length) - 1];
            long read = reading.percentileNs(ratio);
            assertTrue(read >= exact && read <= exact + exact / 64, ratio + ": " + read + " for " + exact);
        }
        assertEquals(values[values.length - 1], reading.percentileNs(1));
    }

    @Test
    void everyDurationLiesInABucketThatEndsAtOrAfterItAndIsNotWiderThanASixtyFourth() {
        Random random = new Random(6);
        for (int i = 0; i < 100_000; i++) {
            long value = random.nextLong() >>> (28 + random.nextInt(36));
            int bucket = LatencyHistogram.bucketOf(value);
            long largest = LatencyHistogram.largestOf(bucket);
            assertTrue(largest >= value && largest - value <= value / 64, value + " in " + bucket);
            assertTrue(bucket == 0 || LatencyHistogram.largestOf(bucket - 1) < value, value + " in " + bucket);
        }
    }

    @Test
    void smallDurationsAreExact() {
        for (int value = 0; value < 128; value++) {
            histogram.record(value);
        }
        for (int value = 1; value <= 128; value++) {
            assertEquals(value - 1, histogram.reading().percentileNs(value / 128.0));
        }
    }

    @Test
    void longerThanTheLastBucketIsKeptAsTheLargest() {
        long hour = 3_600_000_000_000L;
        histogram.record(hour);
        histogram.record(-5);

        LatencyReading reading = histogram.reading();
        assertEquals(hour, reading.maxNs());
        assertEquals(hour, reading.percentileNs(1));
        assertEquals(0, reading.percentileNs(0.5), "a clock that was set back");
    }

    @Test
    void countUpToABoundLeavesOutWhatMayLieAboveIt() {
        histogram.record(999);
        histogram.record(1_001);
        histogram.record(2_000_000);

        LatencyReading reading = histogram.reading();
        assertEquals(1, reading.countUpTo(1_000));
        assertEquals(2, reading.countUpTo(5_000));
        assertEquals(3, reading.countUpTo(60_000_000_000L));
    }

    @Test
    void laterReadingLessAnEarlierOneIsWhatCameBetween() {
        histogram.record(50_000);
        LatencyReading earlier = histogram.reading();
        histogram.record(1_000);
        histogram.record(2_000);

        LatencyReading between = histogram.reading().since(earlier);
        assertEquals(2, between.count());
        assertEquals(3_000, between.sumNs());
        assertTrue(between.maxNs() >= 2_000 && between.maxNs() <= 2_031, "max " + between.maxNs());

        histogram.record(70_001);
        assertEquals(70_001, histogram.reading().since(earlier).maxNs(), "a new largest is exact");
    }

    @Test
    void emptyOneHasNoFigures() {
        LatencyReading reading = histogram.reading();
        assertEquals(0, reading.percentileNs(0.99));
        assertTrue(Double.isNaN(reading.meanNs()));
        assertThrows(IllegalArgumentException.class, () -> reading.percentileNs(0));
    }
}
