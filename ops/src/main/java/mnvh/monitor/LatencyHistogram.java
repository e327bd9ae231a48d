package mnvh.monitor;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import mnvh.units.HotPath;

/**
 * How often each duration occurred, in buckets no wider than 1/64 of what they hold.
 *
 * <p>Durations below 128 ns have a bucket each; above, every power of two is cut into 64 equal ones, up to 68 seconds;
 * what is longer is counted in the last bucket, and the largest is kept as it is. One writer, any readers: ordered
 * stores suffice, for a reader that is a moment late reads the number before, and a reading's count is the sum of the
 * buckets that were read. Allocates nothing after construction.
 */
@HotPath
public final class LatencyHistogram {
    static final int SUB_BUCKET_BITS = 6;
    static final int SUB_BUCKETS = 1 << SUB_BUCKET_BITS;
    static final int LARGEST_EXPONENT = 35;
    static final int BUCKETS = (LARGEST_EXPONENT - SUB_BUCKET_BITS + 2) * SUB_BUCKETS;

    private final AtomicLongArray counts = new AtomicLongArray(BUCKETS);
    private final AtomicLong sum = new AtomicLong();
    private final AtomicLong max = new AtomicLong();

    /**
     * Counts one duration; the writing thread only.
     *
     * @param durationNs nanoseconds; a negative one, as of a clock that was set back, counts as 0
     */
    public void record(long durationNs) {
        long value = Math.max(0, durationNs);
        int bucket = bucketOf(value);
        counts.lazySet(bucket, counts.getPlain(bucket) + 1);
        sum.lazySet(sum.getPlain() + value);
        if (value > max.getPlain()) {
            max.lazySet(value);
        }
    }

    /** @return what was recorded so far; any thread */
    public LatencyReading reading() {
        long largest = max.get();
        long[] read = new long[BUCKETS];
        for (int i = 0; i < BUCKETS; i++) {
            read[i] = counts.get(i);
        }
        return new LatencyReading(read, sum.get(), Math.max(largest, max.get()));
    }

    /** @return the bucket of a duration that is not negative */
    static int bucketOf(long value) {
        if (value < SUB_BUCKETS) {
            return (int) value;
        }
        int exponent = Long.SIZE - 1 - Long.numberOfLeadingZeros(value);
        if (exponent > LARGEST_EXPONENT) {
            return BUCKETS - 1;
        }
        int shift = exponent - SUB_BUCKET_BITS;
        return (shift << SUB_BUCKET_BITS) + (int) (value >>> shift);
    }

    /** @return the largest duration of a bucket, nanoseconds */
    static long largestOf(int bucket) {
        if (bucket < 2 * SUB_BUCKETS) {
            return bucket;
        }
        int shift = (bucket >> SUB_BUCKET_BITS) - 1;
        long smallest = (long) (bucket - (shift << SUB_BUCKET_BITS)) << shift;
        return smallest + (1L << shift) - 1;
    }
}
