package mnvh.risk;

import mnvh.stats.LaneSum;
import mnvh.units.FixedPoint;
import mnvh.units.HotPath;
import mnvh.units.Rounding;

/**
 * The nearest list in least squares that meets one or two linear conditions: {@code x' = x - (c0 + c1 * bhat)}.
 *
 * <p>Conditions: {@code sum x' = sum x - dSum} and, where asked, {@code sum bhat * x' = sum bhat * x - dBeta}. The 2x2
 * system is solved on centred betas. What would leave the clips is held at them and the rest is solved again. The
 * integers are then corrected on the largest trade so that the first condition holds to the unit. Core thread only;
 * allocates nothing after construction.
 */
@HotPath
final class NearestList {
    private static final int PASSES = 8;
    /** Below this dispersion among what is still free the 2x2 system has no stable solution. */
    private static final double DISPERSION_MIN = 1.0e-6;

    /** The list found. */
    final long[] result;
    /** True when something was held at its clip. */
    boolean clipped;

    private final boolean[] free;
    private final LaneSum sum = new LaneSum();
    private double meanBeta;
    private double spreadBeta;
    private int freeCount;

    NearestList(int size) {
        result = new long[size];
        free = new boolean[size];
    }

    /**
     * Finds the list.
     *
     * @param member the instruments that may change
     * @param dSum how much the sum must fall
     * @param dBeta how much the beta exposure must fall; read only with {@code useBeta}
     * @return false when what is free cannot meet the conditions; {@link #result} is then meaningless
     */
    boolean solve(Book book, Clips clips, long[] x, boolean[] member, long dSum, long dBeta, boolean useBeta) {
        System.arraycopy(member, 0, free, 0, free.length);
        System.arraycopy(x, 0, result, 0, x.length);
        clipped = false;
        for (int pass = 0; pass < PASSES; pass++) {
            moments(book);
            if (freeCount == 0 || (useBeta && spreadBeta < DISPERSION_MIN * DISPERSION_MIN * freeCount)) {
                return false;
            }
            // What is held at a clip has already given up its part of both conditions.
            long sumLeft = dSum;
            long betaLeft = dBeta;
            for (int i = 0; i < x.length; i++) {
                if (member[i] && !free[i]) {
                    long moved = Math.subtractExact(x[i], result[i]);
                    sumLeft = Math.subtractExact(sumLeft, moved);
                    betaLeft = Math.subtractExact(betaLeft, book.betaOf(i, moved));
                }
            }
            double fall = FixedPoint.toDouble(sumLeft);
            double slope = useBeta ? (FixedPoint.toDouble(betaLeft) - meanBeta * fall) / spreadBeta : 0.0;
            double level = fall / freeCount - slope * meanBeta;
            if (shift(book, clips, x, level, slope)) {
                return settle(clips, x, member, dSum);
            }
        }
        return false;
    }

    private void moments(Book book) {
        freeCount = 0;
        sum.clear();
        for (int i = 0; i < free.length; i++) {
            if (free[i]) {
                freeCount++;
                sum.add(i, FixedPoint.rateToDouble(book.betaRate[i]));
            }
        }
        meanBeta = freeCount == 0 ? 0.0 : sum.total() / freeCount;
        sum.clear();
        for (int i = 0; i < free.length; i++) {
            if (free[i]) {
                double deviation = FixedPoint.rateToDouble(book.betaRate[i]) - meanBeta;
                sum.add(i, deviation * deviation);
            }
        }
        spreadBeta = sum.total();
    }

    /** @return true when nothing had to be held at its clip in this pass */
    private boolean shift(Book book, Clips clips, long[] x, double level, double slope) {
        boolean inside = true;
        for (int i = 0; i < x.length; i++) {
            if (!free[i]) {
                continue;
            }
            double move = level + slope * FixedPoint.rateToDouble(book.betaRate[i]);
            long wanted = Math.subtractExact(x[i], FixedPoint.fromDouble(move, Rounding.HALF_EVEN));
            result[i] = clips.clamp(i, wanted);
            if (result[i] != wanted) {
                free[i] = false;
                clipped = true;
                inside = false;
            }
        }
        return inside;
    }

    /** Gives what rounding left of the first condition to the largest free trades. */
    private boolean settle(Clips clips, long[] x, boolean[] member, long dSum) {
        long rest = Math.negateExact(dSum);
        for (int i = 0; i < x.length; i++) {
            if (member[i]) {
                rest = Math.addExact(rest, Math.subtractExact(x[i], result[i]));
            }
        }
        while (rest != 0) {
            int largest = -1;
            for (int i = 0; i < x.length; i++) {
                if (free[i] && (largest < 0 || Math.abs(result[i]) > Math.abs(result[largest]))) {
                    largest = i;
                }
            }
            if (largest < 0) {
                return false;
            }
            long settled = clips.clamp(largest, Math.addExact(result[largest], rest));
            rest = Math.subtractExact(rest, settled - result[largest]);
            result[largest] = settled;
            free[largest] = false;
        }
        return true;
    }
}
