package mnvh.bench;

import java.util.Arrays;

/** Times of single operations, and their percentiles. One thread writes; allocates nothing after construction. */
final class Latencies {
    private final long[] ns;
    private int count;

    /** @param capacity most that are kept; later ones are dropped */
    Latencies(int capacity) {
        ns = new long[capacity];
    }

    /** Forgets everything. */
    void clear() {
        count = 0;
    }

    /** Keeps one; throws {@link IllegalStateException} on one below zero: its two ends are not of one operation. */
    void add(long elapsedNs) {
        if (elapsedNs < 0) {
            throw new IllegalStateException("an operation took " + elapsedNs + " ns: start and end are not of one");
        }
        if (count < ns.length) {
            ns[count] = elapsedNs;
            count++;
        }
    }

    /** @return how many are kept */
    int count() {
        return count;
    }

    /** @return each percentile of what was kept, nearest rank, NaN of nothing; sorts what was kept */
    double[] percentiles(double... percents) {
        Arrays.sort(ns, 0, count);
        double[] values = new double[percents.length];
        for (int i = 0; i < percents.length; i++) {
            int rank = (int) Math.ceil(percents[i] / 100 * count);
            values[i] = count == 0 ? Double.NaN : ns[Math.max(rank, 1) - 1];
        }
        return values;
    }
}
