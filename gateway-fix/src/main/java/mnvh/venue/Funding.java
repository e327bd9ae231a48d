package mnvh.venue;

import java.util.Arrays;

/**
 * Funding settlements of a panel, in time order, ties by column. Immutable; any thread.
 *
 * <p>A settlement that is not listed is unknown, which is not a rate of zero.
 */
public final class Funding {
    /** No settlement at all. */
    public static final Funding NONE = new Funding(new long[0], new int[0], new long[0]);

    private final long[] boundaryNs;
    private final int[] column;
    private final long[] rate;

    /** Arrays are kept, in time order with ties by column; rates at 10^-12. */
    Funding(long[] boundaryNs, int[] column, long[] rate) {
        this.boundaryNs = boundaryNs;
        this.column = column;
        this.rate = rate;
    }

    /** @return how many settlements are known */
    public int size() {
        return boundaryNs.length;
    }

    /** @return settlement time of record {@code index}, nanoseconds since 1970 */
    public long boundaryNs(int index) {
        return boundaryNs[index];
    }

    /** @return the panel's column of record {@code index} */
    public int column(int index) {
        return column[index];
    }

    /** @return rate of record {@code index} at 10^-12; a long pays when it is positive */
    public long rate(int index) {
        return rate[index];
    }

    /** @return index of the first record after {@code timeNs}; {@link #size()} when there is none */
    public int firstAfter(long timeNs) {
        int low = 0;
        int high = boundaryNs.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (boundaryNs[middle] <= timeNs) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** @return the records with {@code afterNs < boundary <= untilNs} */
    Funding window(long afterNs, long untilNs) {
        int from = firstAfter(afterNs);
        int to = Math.max(from, firstAfter(untilNs));
        return new Funding(
                Arrays.copyOfRange(boundaryNs, from, to),
                Arrays.copyOfRange(column, from, to),
                Arrays.copyOfRange(rate, from, to));
    }
}
