package mnvh.monitor;

/** A histogram at one look. Immutable; durations are nanoseconds, exact to 1/64 above 128 ns. */
public final class LatencyReading {
    private final long[] counts;
    private final long count;
    private final long sumNs;
    private final long maxNs;

    /**
     * @param counts one per bucket of {@link LatencyHistogram}; handed over
     * @param sumNs of all durations
     * @param maxNs the largest, not rounded
     */
    LatencyReading(long[] counts, long sumNs, long maxNs) {
        this.counts = counts;
        this.sumNs = sumNs;
        this.maxNs = maxNs;
        long total = 0;
        for (long one : counts) {
            total += one;
        }
        this.count = total;
    }

    /** @return durations recorded */
    public long count() {
        return count;
    }

    /** @return sum of all durations */
    public long sumNs() {
        return sumNs;
    }

    /** @return the largest duration; 0 without any */
    public long maxNs() {
        return maxNs;
    }

    /** @return the mean; NaN without any */
    public double meanNs() {
        return count == 0 ? Double.NaN : (double) sumNs / count;
    }

    /**
     * @param ratio of the durations, (0, 1]
     * @return a duration that this part of them does not exceed, by nearest rank; at most 1/64 above the one that was
     *     recorded; 0 without any
     */
    public long percentileNs(double ratio) {
        if (!(ratio > 0 && ratio <= 1)) {
            throw new IllegalArgumentException("a percentile of " + ratio);
        }
        long rank = Math.max(1, Math.min(count, (long) Math.ceil(ratio * count)));
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen >= rank && counts[i] > 0) {
                return i == counts.length - 1 ? maxNs : Math.min(maxNs, LatencyHistogram.largestOf(i));
            }
        }
        return 0;
    }

    /** @return durations that were surely not above {@code boundNs}; its own bucket counts when it ends there */
    public long countUpTo(long boundNs) {
        int bucket = LatencyHistogram.bucketOf(boundNs);
        long seen = 0;
        for (int i = 0; i < bucket; i++) {
            seen += counts[i];
        }
        return LatencyHistogram.largestOf(bucket) <= boundNs ? seen + counts[bucket] : seen;
    }

    /** @return what came after an earlier reading of the same histogram; its largest is that of a bucket */
    public LatencyReading since(LatencyReading earlier) {
        long[] later = counts.clone();
        long largest = 0;
        for (int i = 0; i < later.length; i++) {
            later[i] -= earlier.counts[i];
            largest = later[i] > 0 ? LatencyHistogram.largestOf(i) : largest;
        }
        boolean isWhole = maxNs > earlier.maxNs || largest > maxNs;
        return new LatencyReading(later, sumNs - earlier.sumNs, isWhole ? maxNs : largest);
    }

    /** @return both together */
    public LatencyReading plus(LatencyReading other) {
        long[] both = counts.clone();
        for (int i = 0; i < both.length; i++) {
            both[i] += other.counts[i];
        }
        return new LatencyReading(both, sumNs + other.sumNs, Math.max(maxNs, other.maxNs));
    }
}
