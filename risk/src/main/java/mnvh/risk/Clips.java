package mnvh.risk;

import mnvh.config.RiskConfig;
import mnvh.units.FixedPoint;
import mnvh.units.HotPath;
import mnvh.units.Rounding;
import mnvh.universe.Instrument;

/**
 * What each instrument may trade at most, as signed notionals, and the cut of the proposal to it.
 *
 * <p>State, data and trading status close an instrument, and the venue's largest quantity bounds every order. Order
 * notional, participation and position bound what a trade opens: what brings the position nearer to zero, with all
 * working orders of the trade's side filled, passes them and comes on top (method 3). Later stages may not leave {@link
 * #lower} to {@link #upper}. Core thread only; allocates nothing after construction.
 */
@HotPath
final class Clips {
    final long[] lower;
    final long[] upper;

    private final Limits risk;
    /** Quantity that participation lets an order of the instrument in hand open. */
    private long opens;

    private Verdict reason = Verdict.ADMITTED;
    private long bound;

    Clips(Limits risk, int size) {
        this.risk = risk;
        lower = new long[size];
        upper = new long[size];
    }

    void apply(Book book, RiskInputs inputs, long[] x, Verdict[] verdict, DenialListener denials) {
        for (int i = 0; i < x.length; i++) {
            opens = share(inputs.recentVolume[i]);
            lower[i] = -room(book, inputs, i, false);
            Verdict sellReason = reason;
            long sellBound = bound;
            upper[i] = room(book, inputs, i, true);
            if (x[i] >= lower[i] && x[i] <= upper[i]) {
                continue;
            }
            boolean buy = x[i] > 0;
            Verdict why = whole(buy ? reason : sellReason, buy ? upper[i] : lower[i]);
            boolean held = why == Verdict.CUT_POSITION || why == Verdict.DENIED_POSITION;
            long before = held ? (buy ? book.boughtOut[i] : book.soldOut[i]) : 0;
            denials.onDenial(i, why, before, Math.addExact(before, x[i]), buy ? bound : sellBound, x[i]);
            x[i] = buy ? upper[i] : lower[i];
            verdict[i] = why;
        }
    }

    /** A cut to nothing is a denial. */
    private static Verdict whole(Verdict cut, long left) {
        if (left != 0) {
            return cut;
        }
        switch (cut) {
            case CUT_ORDER_NOTIONAL:
                return Verdict.DENIED_ORDER_NOTIONAL;
            case CUT_POSITION:
                return Verdict.DENIED_POSITION;
            case CUT_PARTICIPATION:
                return Verdict.DENIED_PARTICIPATION;
            default:
                return cut;
        }
    }

    /** Nothing but reductions from here on. */
    void onlyReducing(Book book) {
        for (int i = 0; i < upper.length; i++) {
            upper[i] = Math.min(upper[i], book.reducibleNotional(i, true));
            lower[i] = Math.max(lower[i], -book.reducibleNotional(i, false));
        }
    }

    /** Nothing more in instrument {@code i}. */
    void close(int i) {
        lower[i] = 0;
        upper[i] = 0;
    }

    long clamp(int i, long x) {
        return Math.min(upper[i], Math.max(lower[i], x));
    }

    /** Largest notional on one side, not negative; leaves the binding reason and its limit in the fields. */
    private long room(Book book, RiskInputs inputs, int i, boolean buy) {
        bound = 0;
        if (book.state == TradingState.HALTED) {
            reason = Verdict.DENIED_STATE;
            return 0;
        }
        if (!inputs.present[i] || book.mark[i] <= 0) {
            reason = Verdict.DENIED_DATA;
            return 0;
        }
        if (!inputs.tradable[i] || book.foreign(i)) {
            reason = Verdict.DENIED_INSTRUMENT;
            return 0;
        }
        long room = Long.MAX_VALUE;
        reason = Verdict.ADMITTED;
        long order = mostNotional(book, i, buy);
        room = tighter(room, order, order, Verdict.CUT_ORDER_NOTIONAL);
        room = tighterQuantity(book, i, room, book.largestQuantity[i], Verdict.CUT_ORDER_NOTIONAL);
        if (risk.maxPositionNotional() != RiskConfig.NONE) {
            long held = buy ? book.boughtOut[i] : Math.negateExact(book.soldOut[i]);
            long left = Math.max(0, Math.subtractExact(risk.maxPositionNotional(), held));
            long edge = buy ? risk.maxPositionNotional() : -risk.maxPositionNotional();
            room = tighter(room, left, edge, Verdict.CUT_POSITION);
        }
        if (risk.maxParticipationRatio() != RiskConfig.NONE) {
            room = tighterQuantity(book, i, room, withReduction(book, i, buy, opens), Verdict.CUT_PARTICIPATION);
        }
        if (book.state == TradingState.REDUCING) {
            long most = book.reducibleNotional(i, buy);
            room = tighter(room, most, most, most == 0 ? Verdict.DENIED_STATE : Verdict.CUT_REDUCING);
        }
        return room;
    }

    private long tighter(long room, long candidate, long limit, Verdict why) {
        if (candidate >= room) {
            return room;
        }
        reason = why;
        bound = limit;
        return candidate;
    }

    /** The same for the value of a quantity, cut to whole increments; worked out only where it may bind. */
    private long tighterQuantity(Book book, int i, long room, long quantity, Verdict why) {
        Instrument instrument = book.universe.get(i);
        long increment = instrument.sizeIncrement();
        // Below one increment nothing is left, whatever an increment is worth.
        if (quantity >= increment && book.surelyAbove(i, quantity - increment, room)) {
            return room;
        }
        long most = valueOrUnbounded(book, i, instrument.truncateToIncrement(quantity));
        return tighter(room, most, most, why);
    }

    /** @return the largest notional of an order: what it may reduce, and {@code max_order_notional} to open */
    long mostNotional(Book book, int i, boolean buy) {
        return saturated(book.reducibleNotional(i, buy), risk.maxOrderNotional());
    }

    /** @return the largest quantity of an order: what it may reduce, and its share of recent volume to open */
    long mostQuantity(Book book, long recentVolume, int i, boolean buy) {
        return withReduction(book, i, buy, share(recentVolume));
    }

    /** A share of a volume that is not known is nothing: what cannot be measured against the limit does not open. */
    private long share(long recentVolume) {
        if (risk.maxParticipationRatio() == RiskConfig.NONE) {
            return Long.MAX_VALUE;
        }
        return recentVolume == RiskInputs.VOLUME_UNKNOWN
                ? 0
                : FixedPoint.multiplyRate(recentVolume, risk.maxParticipationRatio(), Rounding.FLOOR);
    }

    private static long withReduction(Book book, int i, boolean buy, long opens) {
        return saturated(buy ? book.reducibleBuy(i) : book.reducibleSell(i), opens);
    }

    /** A sum past 64 bits bounds nothing; neither part is negative. */
    private static long saturated(long reduces, long opens) {
        return opens > Long.MAX_VALUE - reduces ? Long.MAX_VALUE : reduces + opens;
    }

    /** A venue's largest quantity may be worth more than 64 bits hold; then it bounds nothing. */
    private static long valueOrUnbounded(Book book, int i, long quantity) {
        double estimate = FixedPoint.toDouble(quantity)
                * FixedPoint.toDouble(book.universe.get(i).multiplier())
                * FixedPoint.toDouble(book.mark[i]);
        double underlying = FixedPoint.toDouble(quantity)
                * FixedPoint.toDouble(book.universe.get(i).multiplier());
        return estimate > 9.0e10 || underlying > 9.0e10 ? Long.MAX_VALUE : book.value(i, quantity);
    }
}
