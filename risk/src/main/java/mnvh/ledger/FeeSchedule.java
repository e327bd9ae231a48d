package mnvh.ledger;

import java.util.Objects;
import mnvh.config.FeeConfig;
import mnvh.units.FixedPoint;
import mnvh.units.HotPath;
import mnvh.units.Liquidity;
import mnvh.units.Rounding;
import mnvh.universe.Universe;

/**
 * What a fill costs: {@code phi = min(maximum, max(minimum, rate * |x| + perContract * |dq|))}.
 *
 * <p>The exact sum is rounded once, towards the venue. A negative rate is a rebate, and then no limit applies.
 * Immutable; any thread; allocates nothing.
 */
@HotPath
public final class FeeSchedule {
    private static final long RATE_PER_MONEY = FixedPoint.RATE_SCALE / FixedPoint.SCALE;

    /** What {@link #plainRate} answers where there is more to a fee than a rate. */
    static final long NOT_PLAIN = -1;

    private final int instruments;
    private final FeeConfig fees;
    /** By liquidity: the rate where it is all there is to a fee. */
    private final long[] plain;

    /** @param fees one schedule for every instrument of {@code universe} */
    public FeeSchedule(Universe universe, FeeConfig fees) {
        this.instruments = universe.size();
        this.fees = fees;
        this.plain = new long[] {plain(fees.makerRate()), plain(fees.takerRate())};
    }

    private long plain(long rate) {
        boolean all = rate >= 0 && fees.perContract() == 0 && fees.minimum() == 0 && fees.maximum() == Long.MAX_VALUE;
        return all ? rate : NOT_PLAIN;
    }

    /** @return the rate, where a fee is that share of the notional and nothing else, or {@link #NOT_PLAIN} */
    long plainRate(int liquidity) {
        return plain[liquidity];
    }

    /**
     * The fee of one fill.
     *
     * @param absNotional value traded at 10^-8, not negative
     * @param absQuantity contracts traded at 10^-8, not negative
     * @return fee at 10^-8, positive is a cost, rebates negative; 0 for a quantity of 0
     */
    public long feeOf(int instrument, Liquidity liquidity, long absNotional, long absQuantity) {
        Objects.checkIndex(instrument, instruments);
        if (absNotional < 0 || absQuantity < 0) {
            throw new IllegalArgumentException("fee of notional " + absNotional + ", quantity " + absQuantity);
        }
        if (absQuantity == 0) {
            return 0;
        }
        long rate = liquidity == Liquidity.MAKER ? fees.makerRate() : fees.takerRate();
        long fee = proportional(rate, absNotional, absQuantity);
        return rate < 0 ? fee : Math.min(fees.maximum(), Math.max(fees.minimum(), fee));
    }

    /** @return true where a fee depends on the quantity besides the notional */
    public boolean perContract() {
        return fees.perContract() != 0;
    }

    /**
     * @return taker fee per notional where that is all there is to it, at 10^-12, not negative; else the largest number
     */
    public long worstTakerRate() {
        return fees.perContract() != 0 || fees.minimum() != 0 ? Long.MAX_VALUE : Math.max(0, fees.takerRate());
    }

    /** Both parts are cut to whole units first; what was cut off (exact in 64 bits) decides the one rounding up. */
    private long proportional(long rate, long notional, long quantity) {
        if (fees.perContract() == 0) {
            return FixedPoint.multiplyRate(notional, rate, Rounding.CEILING);
        }
        long ofNotional = FixedPoint.multiplyRate(notional, rate, Rounding.FLOOR);
        long ofQuantity = FixedPoint.multiply(quantity, fees.perContract(), Rounding.FLOOR);
        long restOfNotional = notional * rate - ofNotional * FixedPoint.RATE_SCALE;
        long restOfQuantity = quantity * fees.perContract() - ofQuantity * FixedPoint.SCALE;
        long rest = restOfNotional + restOfQuantity * RATE_PER_MONEY;
        int up = rest == 0 ? 0 : (rest <= FixedPoint.RATE_SCALE ? 1 : 2);
        return Math.addExact(Math.addExact(ofNotional, ofQuantity), up);
    }
}
