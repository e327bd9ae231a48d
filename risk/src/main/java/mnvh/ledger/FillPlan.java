package mnvh.ledger;

import mnvh.units.HotPath;
import mnvh.universe.Instrument;

/**
 * What a fill will do, computed in full before anything is posted.
 *
 * <p>A fill through zero closes with its first part and opens with the rest; value and fee are shared between the parts
 * so that they sum to the whole. Overflow of any number that will be reported throws {@link ArithmeticException} here.
 * Core thread only; allocates nothing after construction.
 */
@HotPath
final class FillPlan {
    private boolean margined;
    private long paid;
    private long positionAfter;
    private long cashflow;
    private long edge;
    private long closing;
    private long opening;
    private long openingCost;
    private long openingFee;
    private long gain;
    private long realisedAfter;
    private long walletDelta;
    private long financingDelta;

    /**
     * The fill without its fee.
     *
     * @param delta signed quantity at 10^-8, not zero
     * @param held position before
     * @param valueBefore its value at {@code mark}
     * @param realisedBefore profit realised in this instrument so far
     */
    void plan(
            Instrument instrument,
            long delta,
            long price,
            long mark,
            long held,
            long valueBefore,
            LotQueue lots,
            long realisedBefore) {
        margined = instrument.kind().margined();
        positionAfter = Math.addExact(held, delta);
        paid = instrument.notional(delta, price);
        long valueAfter = instrument.notional(positionAfter, mark);
        cashflow = Math.subtractExact(valueAfter, valueBefore);
        edge = Math.subtractExact(cashflow, paid);

        long quantity = Math.absExact(delta);
        boolean closes = held != 0 && held < 0 == delta > 0;
        closing = closes ? Math.min(Math.absExact(held), quantity) : 0;
        opening = quantity - closing;
        long closingPaid = LotQueue.share(paid, closing, quantity);
        openingCost = paid - closingPaid;
        long closedCost = lots.costOf(closing);
        gain = Math.negateExact(Math.addExact(closedCost, closingPaid));
        realisedAfter = Math.addExact(realisedBefore, gain);

        long costAfter = Math.addExact(lots.cost() - closedCost, openingCost);
        Math.subtractExact(valueAfter, costAfter);
        // Magnitudes of position and cost are taken later; the one number without a magnitude is refused now.
        Math.absExact(positionAfter);
        Math.absExact(costAfter);
    }

    /** Completes the plan with a fee, positive is a cost. */
    void charge(long fee, LotQueue lots) {
        openingFee = fee - LotQueue.share(fee, closing, closing + opening);
        if (closing == 0) {
            lots.admit(openingFee);
        }
        Math.absExact(fee);
        walletDelta = Math.subtractExact(margined ? gain : Math.negateExact(paid), fee);
        financingDelta = margined ? Math.negateExact(Math.addExact(paid, gain)) : 0;
    }

    /** Closes and opens the lots as planned. */
    void moveLots(LotQueue lots, long timestampNs) {
        lots.close(closing);
        if (opening != 0) {
            lots.open(opening, openingCost, openingFee, timestampNs);
        }
    }

    /** @return value of the traded quantity at the fill's price, rounded once; signed as the quantity */
    long paid() {
        return paid;
    }

    /** @return position after the fill */
    long positionAfter() {
        return positionAfter;
    }

    /** @return TC: change of the position's value at the mark */
    long cashflow() {
        return cashflow;
    }

    /** @return X: trading cashflow less value paid */
    long edge() {
        return edge;
    }

    /** @return profit of the lots that are closed, before fees */
    long gain() {
        return gain;
    }

    /** @return profit realised in the instrument after the fill */
    long realisedAfter() {
        return realisedAfter;
    }

    /** @return what the wallet gains */
    long walletDelta() {
        return walletDelta;
    }

    /** @return what the financing account gains */
    long financingDelta() {
        return financingDelta;
    }
}
