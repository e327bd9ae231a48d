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
    private static final long NOT_ORDERS = -1;

    private final Limits risk;
    private final Book book;
    private final Exposure none;
    private final Exposure reducing;
    private final Exposure all;
    private final RoughExposure rough;
    private final boolean[] listed;
    private final long[] nothing;
    private long measuredRevision = NOT_ORDERS;
    private long reducingRevision = NOT_ORDERS;
    private Verdict ordersVerdict = Verdict.ADMITTED;
    private boolean noneMeasured;
    /** What must stay free below the limits for rounding to increments. */
    private long room;

    private long roomBeta;
    private long roomMargin;

    /** Numbers of the last check that did not pass. */
    long before;

    long after;
    long limit;

    ExposureLimits(Limits risk, Book book, LimitPrices prices, Margins margins) {
        this.risk = risk;
        this.book = book;
        none = new Exposure(book, prices, new MarginModel(margins, risk));
        reducing = new Exposure(book, prices, new MarginModel(margins, risk));
        all = new Exposure(book, prices, new MarginModel(margins, risk));
        rough = new RoughExposure(risk, book, prices, margins);
        listed = new boolean[book.size];
        nothing = new long[book.size];
    }

    /** Forgets what was measured of the last run's book and orders. */
    void begin() {
        measuredRevision = NOT_ORDERS;
        reducingRevision = NOT_ORDERS;
        noneMeasured = false;
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
        measuredRevision = NOT_ORDERS;
        if (tight == 0 && factor == FixedPoint.RATE_SCALE && rough.clear(x)) {
            return Verdict.ADMITTED;
        }
        all.ofList(x, factor, false);
        if (tight > 0) {
            for (int i = 0; i < x.length; i++) {
                listed[i] = x[i] != 0;
            }
        }
        leaveRoom(tight);
        if (within()) {
            return Verdict.ADMITTED;
        }
        reducing.ofList(x, factor, true);
        reducingRevision = NOT_ORDERS;
        return judge();
    }

    /** @return ADMITTED, or the first limit that the rounded orders do not pass; measured once for the same orders */
    Verdict ofOrders(Basket basket) {
        if (measuredRevision == basket.revision) {
            return ordersVerdict;
        }
        all.ofOrders(basket, false);
        leaveRoom(0);
        ordersVerdict = Verdict.ADMITTED;
        if (!within()) {
            measureReducing(basket);
            ordersVerdict = judge();
        }
        measuredRevision = basket.revision;
        return ordersVerdict;
    }

    private void measureReducing(Basket basket) {
        if (reducingRevision != basket.revision) {
            reducing.ofOrders(basket, true);
            reducingRevision = basket.revision;
        }
    }

    /**
     * Asks what {@link #ofOrders} would answer with another order in the place of one of {@code basket}, on the same
     * side and at the same limit price.
     *
     * @param delta signed quantity of the other, worth {@code traded}
     */
    Verdict ofOther(Basket basket, int i, long delta, long traded) {
        ofOrders(basket);
        leaveRoom(0);
        all.exchange(basket, i, delta, traded, false);
        Verdict verdict = Verdict.ADMITTED;
        if (!within()) {
            measureReducing(basket);
            reducing.exchange(basket, i, delta, traded, true);
            verdict = judge();
            reducing.putBack(basket, i, delta, traded, true);
        }
        all.putBack(basket, i, delta, traded, false);
        return verdict;
    }

    /** Writes the exposures of the orders of {@code basket} beside their limits. */
    void prove(Basket basket, Proof proof) {
        ofOrders(basket);
        measureNone();
        proof.gross.set(none.gross, all.gross, most(risk.maxGrossLeverageRatio()));
        proof.net.set(none.net, all.net, most(risk.maxNetLeverageRatio()));
        proof.marketBeta.set(none.beta, all.beta, most(risk.maxMarketBetaRatio()));
        proof.margin.set(none.margin, all.margin, most(risk.maxMarginUsageRatio()));
    }

    private long most(long ratio) {
        return ratio == RiskConfig.NONE ? Long.MAX_VALUE : book.ofEquity(ratio);
    }

    /** @return exposures of what was asked about last */
    Exposure measured() {
        return all;
    }

    /** @return that many quarters of {@code room}, rounded up */
    static long quarters(long room, int tight) {
        return tight == 0 ? 0 : FixedPoint.multiplyDivide(room, tight, 4, Rounding.CEILING);
    }

    private void leaveRoom(int tight) {
        room = 0;
        roomBeta = 0;
        roomMargin = 0;
        if (tight == 0) {
            return;
        }
        for (int i = 0; i < listed.length; i++) {
            if (listed[i]) {
                long increment = book.increment(i);
                room = Math.addExact(room, increment);
                roomBeta = Math.addExact(roomBeta, Math.absExact(book.betaOf(i, increment)) + 1);
                roomMargin = Math.addExact(roomMargin, Book.ofAmount(increment, all.marginRate(i)) + 2);
            }
        }
        room = quarters(room, tight);
        roomBeta = quarters(roomBeta, tight);
        roomMargin = quarters(roomMargin, tight);
    }

    /** @return true when every exposure is within its limit, whatever the book has without the list */
    private boolean within() {
        return within(risk.maxGrossLeverageRatio(), room, all.gross)
                && within(risk.maxNetLeverageRatio(), room, all.net)
                && within(risk.maxMarketBetaRatio(), roomBeta, all.beta)
                && within(risk.maxMarginUsageRatio(), roomMargin, all.margin);
    }

    private boolean within(long ratio, long kept, long with) {
        return ratio == RiskConfig.NONE || Math.absExact(with) <= book.ofEquity(ratio) - kept;
    }

    private void measureNone() {
        if (!noneMeasured) {
            none.ofList(nothing, 0, false);
            noneMeasured = true;
        }
    }

    private Verdict judge() {
        measureNone();
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

    private boolean exceeds(long ratio, long kept, long without, long reduced, long with) {
        if (ratio == RiskConfig.NONE) {
            return false;
        }
        long most = book.ofEquity(ratio);
        long passing = Math.max(Math.absExact(without), Math.absExact(reduced));
        // A list with a part that does not reduce may round past what the book has too, so it leaves the room there.
        long roomy = Math.max(most, passing) - kept;
        if (Math.absExact(with) <= (reducing.partial ? roomy : Math.max(roomy, passing))) {
            return false;
        }
        before = without;
        after = with;
        limit = most;
        return true;
    }
}
