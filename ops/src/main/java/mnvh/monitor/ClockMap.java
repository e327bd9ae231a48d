package mnvh.monitor;

import java.util.Arrays;

/**
 * From the recording's clock to ours, by straight lines between anchors: the two drift by some millionths, which is
 * milliseconds in an hour. Immutable.
 */
final class ClockMap {
    private final long[] recorded;
    private final long[] ours;

    /**
     * @param recorded anchors by the recording's clock, ascending
     * @param ours the same moments by ours
     */
    ClockMap(long[] recorded, long[] ours) {
        this.recorded = recorded.clone();
        this.ours = ours.clone();
    }

    /** @return false without an anchor, when nothing can be placed */
    boolean known() {
        return recorded.length > 0;
    }

    /** @return our time of a recorded moment; outside the anchors the nearest one's distance holds */
    long ours(long atNs) {
        int found = Arrays.binarySearch(recorded, atNs);
        int after = found >= 0 ? found : -found - 1;
        if (after == 0) {
            return ours[0] + atNs - recorded[0];
        }
        if (after == recorded.length) {
            return ours[after - 1] + atNs - recorded[after - 1];
        }
        long span = recorded[after] - recorded[after - 1];
        double share = span == 0 ? 0 : (double) (atNs - recorded[after - 1]) / span;
        return ours[after - 1] + Math.round(share * (ours[after] - ours[after - 1]));
    }
}
