package mnvh.ledger;

import mnvh.units.HotPath;

/**
 * What a fill does to the lots of its instrument, computed in full before anything changes.
 *
 * <p>A fill through zero closes with its first part and opens with the rest; value and fee are shared between the parts
 * so that they sum to the whole. Overflow of any number that will be reported throws {@link ArithmeticException} here.
 * Core thread only; allocates nothing after construction.
 */
@HotPath
final class LotMove {
    private long closing;
    private long closedCost;
    private long opening;
    private long openingCost;
    private long openingFee;
    private long gain;

    /**
     * Plans a fill.
     *
     * @param delta signed quantity, not zero
     * @param paid value of it at the fill's price
     * @param fee in the instrument's currency, positive is a cost
     */
    void plan(Lots lots, long delta, long paid, long fee) {
        long quantity = Math.absExact(delta);
        if (lots.opens(delta)) {
            closing = 0;
            closedCost = 0;
            opening = quantity;
            openingCost = paid;
            openingFee = fee;
            gain = 0;
            lots.admitFees(fee);
        } else {
            closing = Math.min(Math.absExact(lots.position()), quantity);
            opening = quantity - closing;
            long closingPaid = Lots.share(paid, closing, quantity);
            openingCost = paid - closingPaid;
            openingFee = opening == 0 ? 0 : fee - Lots.share(fee, closing, quantity);
            closedCost = lots.costOf(closing);
            gain = Math.negateExact(Math.addExact(closedCost, closingPaid));
        }
        lots.admitCost(closedCost, openingCost);
    }

    /** Does as planned. */
    void apply(Lots lots, long id, long timestampNs) {
        if (closing != 0) {
            lots.close(closing);
        }
        if (opening != 0) {
            lots.open(id, opening, openingCost, openingFee, timestampNs);
        }
    }

    /** @return profit of the lots that are closed, before fees */
    long gain() {
        return gain;
    }
}
