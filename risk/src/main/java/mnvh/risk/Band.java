package mnvh.risk;

import mnvh.units.HotPath;

/**
 * The no-trade band: trades below a part of equity are not worth their fees.
 *
 * <p>A REDUCING state passes it, so that a position can be closed to the last increment. Core thread only; allocates
 * nothing.
 */
@HotPath
final class Band {
    private long thresholdRatio;

    Band(double tradeThresholdRatio) {
        thresholdRatio = Book.rate(tradeThresholdRatio);
    }

    /** Takes another width, fraction of equity at 10^-12. */
    void width(long ratio) {
        thresholdRatio = ratio;
    }

    void apply(Book book, long[] x, Verdict[] verdict) {
        long threshold = book.state == TradingState.REDUCING ? 0 : book.ofEquity(thresholdRatio);
        for (int i = 0; i < x.length; i++) {
            if (x[i] == 0) {
                continue;
            }
            verdict[i] = Verdict.ADMITTED;
            if (Math.absExact(x[i]) < threshold) {
                x[i] = 0;
                verdict[i] = Verdict.BELOW_BAND;
            }
        }
    }
}
