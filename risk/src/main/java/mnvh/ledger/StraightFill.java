package mnvh.ledger;

import mnvh.units.FixedPoint;
import mnvh.units.HotPath;
import mnvh.units.Rounding;
import mnvh.universe.Instrument;

/**
 * Books a fill where nothing about it is unusual and no number comes near the end of 64 bits, as nearly all are.
 *
 * <p>The same as {@link Trades} books it, to the last unit, at a fifth of the time: one look at all magnitudes stands
 * in for the look at every sum, so that nothing can fail once the first number is changed. Whatever else there is about
 * a fill is left to {@link Trades}. Core thread only; allocates nothing.
 */
@HotPath
final class StraightFill {
    /** What {@link #book} answers where nothing was booked. */
    static final long NOT_BOOKED = Long.MIN_VALUE;

    private final FeeSchedule fees;
    private final Books books;
    private final ComponentTotals components;
    private final Holdings holdings;
    private long gain;

    StraightFill(FeeSchedule fees, Books books, ComponentTotals components, Holdings holdings) {
        this.fees = fees;
        this.books = books;
        this.components = components;
        this.holdings = holdings;
    }

    /** @return the fee, positive is a cost, or {@link #NOT_BOOKED} */
    long book(Execution fill) {
        int i = fill.instrument;
        Holding held = holdings.of(i);
        long rate = fees.plainRate(i, fill.liquidity);
        if (fill.quantity <= 0 || fill.price <= 0 || rate < 0 || fill.charged || !held.marked()) {
            return NOT_BOOKED;
        }
        Lots lots = held.lots;
        Instrument instrument = held.instrument;
        long delta = fill.delta();
        long after = lots.position() + delta;
        long paid = instrument.value(delta, fill.price);
        long cashflow = instrument.value(after, held.mark) - books.balance(Account.POSITION_VALUE, i);
        long fee = FixedPoint.multiplyRate(Math.abs(paid), rate, Rounding.CEILING);
        // No gain is above cost and payment together, and so no leg is above four times the largest of these. The fee
        // of the one number without a magnitude is negative, and so is what it is or-ed into.
        if (!books.admits(Books.magnitude(cashflow) | Books.magnitude(paid) | fee | fill.quantity | lots.sizes())) {
            return NOT_BOOKED;
        }
        gain = lots.trade(fill.id, delta, fill.quantity, paid, fee, fill.timestampNs);
        holdings.position[i] = after;
        held.history.add(fill.id, delta, paid, fee, fill.timestampNs, fee, held.feePlace, lots);
        books.trade(i, cashflow, paid, gain, held.margined, fee);
        components.trade(i, cashflow, cashflow - paid, fee);
        return fee;
    }

    /** @return profit of the lots that the last fill closed, before fees */
    long gain() {
        return gain;
    }
}
