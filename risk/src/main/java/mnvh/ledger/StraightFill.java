package mnvh.ledger;

import mnvh.units.FixedPoint;
import mnvh.units.HotPath;
import mnvh.units.Rounding;

/**
 * Books a fill where nothing about it is unusual and no number comes near the end of 64 bits, as nearly all are.
 *
 * <p>The same as {@link Trades} books it, to the last unit, at a fifth of the time: one look at all magnitudes stands
 * in for the look at every sum, so that nothing can fail once the first number is changed. Whatever else there is about
 * a fill is left to {@link Trades}. It works on the words of the {@link Memory}
 * themselves. Core thread only; allocates nothing.
 */
@HotPath
final class StraightFill {
    /** What {@link #book} answers where nothing was booked. */
    static final long NOT_BOOKED = Long.MIN_VALUE;

    private final Books books;
    private final ComponentTotals components;
    private final Holdings holdings;
    private final Memory memory;

    StraightFill(Books books, ComponentTotals components, Holdings holdings, Memory memory) {
        this.books = books;
        this.components = components;
        this.holdings = holdings;
        this.memory = memory;
    }

    /** @return the fee, positive is a cost, or {@link #NOT_BOOKED} */
    long book(Execution fill) {
        int i = fill.instrument;
        long[] words = memory.words;
        int row = Memory.row(i);
        int holding = row + Memory.HOLDING;
        int lots = row + Memory.LOTS;
        long quantity = fill.quantity;
        long rate = words[holding + Holding.RATE + fill.liquidity];
        long mark = words[holding + Holding.MARK];
        int fills = row + Memory.FILLS;
        boolean usual = rate >= 0 && mark != 0 && !fill.charged && FillRing.plain(words, fills);
        if (quantity <= 0 || fill.price <= 0 || !usual) {
            return NOT_BOOKED;
        }
        boolean product = words[holding + Holding.PRODUCT] != 0;
        long delta = fill.delta();
        long after = words[lots + Lots.POSITION] + delta;
        long paid = product ? FixedPoint.multiply(delta, fill.price, Rounding.HALF_EVEN) : value(i, delta, fill.price);
        long value = product ? FixedPoint.multiply(after, mark, Rounding.HALF_EVEN) : value(i, after, mark);
        long cashflow = value - Books.positionValue(words, row);
        long fee = FixedPoint.multiplyRate(Math.abs(paid), rate, Rounding.CEILING);
        // No gain is above cost and payment together, and so no leg is above four times the largest of these. The fee
        // of the one number without a magnitude is negative, and so is what it is or-ed into.
        long sizes = Books.magnitude(cashflow) | Books.magnitude(paid) | fee | quantity | Lots.sizes(words, lots);
        if (!books.admits(sizes)) {
            return NOT_BOOKED;
        }
        long gain = Lots.trade(words, lots, fill.id, delta, quantity, paid, fee, fill.timestampNs);
        holdings.position[i] = after;
        holdings.lastRealised = gain;
        FillRing.add(words, fills, fill.id, delta, paid, fee, fill.timestampNs);
        boolean margined = words[holding + Holding.MARGINED] != 0;
        Books.trade(words, row, (int) words[holding + Holding.TOTALS], cashflow, paid, gain, margined, fee);
        components.trade(i, (int) words[holding + Holding.CURRENCY], cashflow, cashflow - paid, fee);
        return fee;
    }

    private long value(int i, long quantity, long price) {
        return holdings.of(i).instrument.value(quantity, price);
    }
}
