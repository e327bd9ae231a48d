package mnvh.risk;

import mnvh.config.RiskConfig;
import mnvh.units.FixedPoint;
import mnvh.units.HotPath;
import mnvh.units.Rounding;

/**
 * Gross, net, beta and margin limits, asked of an unrounded list or of the rounded orders.
 *
 * <p>A list passes a limit when the exposure after it is within the limit, or not above what the book has without it,
 * or not above what its reducing trades alone leave: what reduces exposure always passes. Core thread only; allocates
 * nothing after construction.
 */
@HotPath
final class ExposureLimits {
    private final RiskConfig risk;
    private final Book book;
    private final Exposure none;
    private final Exposure reducing;
    private final Exposure all;
    private final boolean[] listed;
    private final long[] nothing;

    /** Numbers of the last check that did not pass. */
    long before;

    long after;
    long limit;

    ExposureLimits(RiskConfig risk, Book book, LimitPrices prices) {
        this.risk = risk;
        this.book = book;
        MarginModel model = new MarginModel(book.universe, risk);
        none = new Exposure(book, prices, model);
        reducing = new Exposure(book, prices, model);
        all = new Exposure(book, prices, model);
        listed = new boolean[book.size];
        nothing = new long[book.size];
    }

    /** Measures the book without any new trade; once per run. */
    void begin() {
        none.ofList(nothing, 0, false);
    }

    /** @return true when no limit is set */
    boolean unlimited() {
        return risk.maxGrossLeverageRatio() == RiskConfig.NONE
                && risk.maxNetLeverageRatio() == RiskConfig.NONE
                && risk.maxMarketBetaRatio() == RiskConfig.NONE
                && risk.maxMarginUsageRatio() == RiskConfig.NONE;
    }

    /**
     * Asks for a list scaled by {@code factor}.
     *
     * @param tight quarters of one increment in every trade, to be left as room for rounding
     * @return ADMITTED, or the first limit that does not pass
     */
    Verdict ofList(long[] x, long factor, int tight) {
        reducing.ofList(x, factor, true);
        all.ofList(x, factor, false);
        for (int i = 0; i < x.length; i++) {
            listed[i] = x[i] != 0;
        }
        return judge(tight);
    }

    /** @return ADMITTED, or the first limit that the rounded orders do not pass */
    Verdict ofOrders(Basket basket) {
        reducing.ofOrders(basket, true);
        all.ofOrders(basket, false);
        return judge(0);
    }

    /** @return exposures of what was asked about last */
    Exposure measured() {
        return all;
    }

    /** @return that many quarters of {@code room}, rounded up */
    static long quarters(long room, int tight) {
        return tight == 0 ? 0 : FixedPoint.multiplyDivide(room, tight, 4, Rounding.CEILING);
    }

    private Verdict judge(int tight) {
        long room = 0;
        long roomBeta = 0;
        long roomMargin = 0;
        for (int i = 0; tight > 0 && i < listed.length; i++) {
            if (listed[i]) {
                room = Math.addExact(room, book.increment[i]);
                roomBeta = Math.addExact(roomBeta, Math.absExact(book.betaOf(i, book.increment[i])) + 1);
                roomMargin = Math.addExact(roomMargin, Book.ofAmount(book.increment[i], all.marginRate(i)) + 2);
            }
        }
        room = quarters(room, tight);
        roomBeta = quarters(roomBeta, tight);
        roomMargin = quarters(roomMargin, tight);
        if (exceeds(risk.maxGrossLeverageRatio(), room, none.gross, reducing.gross, all.gross)) {
            return Verdict.DENIED_GROSS;
        }
        if (exceeds(risk.maxNetLeverageRatio(), room, none.net, reducing.net, all.net)) {
            return Verdict.DENIED_NET;
        }
        if (exceeds(risk.maxMarketBetaRatio(), roomBeta, none.beta, reducing.beta, all.beta)) {
            return Verdict.DENIED_MARKET_BETA;
        }
        if (exceeds(risk.maxMarginUsageRatio(), roomMargin, none.margin, reducing.margin, all.margin)) {
            return Verdict.DENIED_MARGIN;
        }
        return Verdict.ADMITTED;
    }

    private boolean exceeds(long ratio, long room, long without, long reduced, long with) {
        if (ratio == RiskConfig.NONE) {
            return false;
        }
        long most = book.ofEquity(ratio);
        long passing = Math.max(Math.absExact(without), Math.absExact(reduced));
        if (Math.absExact(with) <= Math.max(most - room, passing)) {
            return false;
        }
        before = without;
        after = with;
        limit = most;
        return true;
    }
}
