package mnvh.strategy;

import mnvh.units.HotPath;

/** Half the quoted spread over the mark, instrument by instrument. Core thread only; allocates nothing. */
@HotPath
final class QuotedSpread {
    private QuotedSpread() {}

    /**
     * Writes one each; NaN for an absent instrument, without a bid or an offer, and in a locked book: equal bid and
     * offer are where a bar's close is published, or a state that passes, and nobody's cost.
     */
    static void halves(PriceColumn marks, boolean[] present, double[] out) {
        quotients(marks.bid, marks.ask, marks.price, out);
        for (int i = 0; i < out.length; i++) {
            if (!present[i] || marks.bid[i] == 0 || marks.ask[i] <= marks.bid[i]) {
                out[i] = Double.NaN;
            }
        }
    }

    /** A loop without a branch, which the compiler makes vectors of. */
    private static void quotients(long[] bid, long[] ask, long[] mark, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = 0.5 * (ask[i] - bid[i]) / mark[i];
        }
    }
}
