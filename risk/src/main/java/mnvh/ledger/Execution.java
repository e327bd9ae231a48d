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
    /** The side's sign and not the side, the liquidity's ordinal: a reference costs the collector's barrier a fill. */
    long sign = Side.BUY.sign();

    long quantity;
    long price;
    int liquidity = Liquidity.TAKER.ordinal();
    long timestampNs;
    boolean charged;
    int feeCurrency;
    long fee;

    /** Throws {@link IllegalArgumentException} for a quantity or a price that is none. */
    void requirePositive() {
        if (quantity <= 0) {
            throw refusal("quantity", quantity);
        }
        if (price <= 0) {
            throw refusal("price", price);
        }
    }

    private IllegalArgumentException refusal(String what, long number) {
        return new IllegalArgumentException(
                "fill " + what + " of instrument " + instrument + " must be positive, got " + number);
    }

    /** @return what chooses the rate of the schedule */
    Liquidity liquidity() {
        return Liquidity.of(liquidity);
    }

    /** @return signed quantity */
    long delta() {
        return sign * quantity;
    }

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
        sign = sideTraded.sign();
        quantity = lastQty;
        price = lastPx;
        liquidity = Liquidity.TAKER.ordinal();
        timestampNs = 0;
        charged = false;
        return this;
    }

    /** Sets LastLiquidityInd(851), which chooses the rate of the schedule. */
    public Execution liquidity(Liquidity value) {
        liquidity = value.ordinal();
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
