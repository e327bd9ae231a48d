package mnvh.report;

import java.util.List;

/** How many steps a year has, read from when a session's steps closed. */
final class PeriodsPerYear {
    private static final double YEAR_NS = 365.0 * 24 * 3600 * 1e9;
    private static final long DAY_NS = 24L * 3600 * 1_000_000_000L;
    private static final double TRADING_DAYS = 252;

    private PeriodsPerYear() {}

    /**
     * A market that never rests has a year of its steps; daily closes that skip days are an exchange's 252.
     *
     * @param closeNs T[k] of each step, ascending
     * @return steps in a year; NaN with fewer than two steps
     */
    static double of(List<Long> closeNs) {
        long gap = Long.MAX_VALUE;
        boolean rests = false;
        for (int k = 1; k < closeNs.size(); k++) {
            gap = Math.min(gap, closeNs.get(k) - closeNs.get(k - 1));
        }
        for (int k = 1; k < closeNs.size(); k++) {
            rests |= closeNs.get(k) - closeNs.get(k - 1) >= 2 * gap;
        }
        if (gap == Long.MAX_VALUE || gap <= 0) {
            return Double.NaN;
        }
        return gap == DAY_NS && rests ? TRADING_DAYS : YEAR_NS / gap;
    }
}
