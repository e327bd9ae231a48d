package mnvh.strategy;

import mnvh.stats.LaneSum;
import mnvh.units.HotPath;

/** Half the quoted spread over the mark. Core thread only; allocates nothing after construction. */
@HotPath
final class QuotedSpread {
    private final double[] half;

    QuotedSpread(int instruments) {
        this.half = new double[instruments];
    }

    /** @return mean over the present instruments that have a bid and an offer; 0 for none */
    double meanHalf(PriceColumn marks, boolean[] present) {
        halves(marks.bid, marks.ask, marks.price, half);
        int quoted = 0;
        for (int i = 0; i < half.length; i++) {
            if (present[i] && marks.bid[i] > 0 && marks.ask[i] > 0) {
                quoted++;
            } else {
                half[i] = 0.0;
            }
        }
        return quoted == 0 ? 0.0 : LaneSum.sum(half, half.length) / quoted;
    }

    private static void halves(long[] bid, long[] ask, long[] mark, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = 0.5 * (ask[i] - bid[i]) / mark[i];
        }
    }
}
