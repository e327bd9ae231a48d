package mnvh.ledger;

import mnvh.units.HotPath;
import mnvh.units.Liquidity;
import mnvh.units.Side;

/**
 * A fill as the venue reports it, on its way into the books.
 *
 * <p>Set anew for each fill. Core thread only; allocates nothing after construction.
 */
@HotPath
public final class Execution {
    long id;
    int instrument;
    Side side = Side.BUY;
    long quantity;
    long price;
    Liquidity liquidity = Liquidity.TAKER;
    long timestampNs;
    boolean charged;
    int feeCurrency;
    long fee;

    /**
     * Begins a fill whose fee follows the schedule.
     *
     * @param fillId names it in corrections; larger than that of every earlier fill
     * @param lastQty LastQty(32) at 10^-8, positive
     * @param lastPx LastPx(31) at 10^-8, positive
     */
    public Execution of(long fillId, int instrumentIndex, Side sideTraded, long lastQty, long lastPx) {
        id = fillId;
        instrument = instrumentIndex;
        side = sideTraded;
        quantity = lastQty;
        price = lastPx;
        liquidity = Liquidity.TAKER;
        timestampNs = 0;
        charged = false;
        feeCurrency = 0;
        fee = 0;
        return this;
    }

    /** Sets LastLiquidityInd(851), which chooses the rate of the schedule. */
    public Execution liquidity(Liquidity value) {
        liquidity = value;
        return this;
    }

    /** Sets the time of the fill. */
    public Execution at(long timeNs) {
        timestampNs = timeNs;
        return this;
    }

    /**
     * Sets Commission(12), which is charged in place of the schedule's fee.
     *
     * @param currency its index
     * @param amount at 10^-8, positive is a cost
     */
    public Execution commission(int currency, long amount) {
        charged = true;
        feeCurrency = currency;
        fee = amount;
        return this;
    }
}
