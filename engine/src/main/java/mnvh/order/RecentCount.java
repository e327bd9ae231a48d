package mnvh.order;

import mnvh.units.HotPath;

/**
 * How many things happened within a window of event time.
 *
 * <p>Counted on event time, so that replay counts the same. Core thread only; allocates nothing after construction.
 */
@HotPath
public final class RecentCount {
    private final long windowNs;
    private final long[] times;
    private int first;
    private int count;

    /**
     * @param windowNs length of the window
     * @param capacity things counted apart; more than that within the window read as {@code capacity}
     */
    public RecentCount(long windowNs, int capacity) {
        this.windowNs = windowNs;
        times = new long[capacity];
    }

    /** Counts one at {@code nowNs}. */
    public void count(long nowNs) {
        if (count == times.length) {
            first = first + 1 == times.length ? 0 : first + 1;
            count--;
        }
        int at = first + count;
        times[at >= times.length ? at - times.length : at] = nowNs;
        count++;
    }

    /** @return how many fall into the window that ends at {@code nowNs} */
    public int at(long nowNs) {
        // A stamp far ahead belongs to another clock, an operator's beside a simulated venue's: it is of no second
        // here.
        while (count > 0 && Math.abs(nowNs - times[first]) >= windowNs) {
            first = first + 1 == times.length ? 0 : first + 1;
            count--;
        }
        return count;
    }
}
