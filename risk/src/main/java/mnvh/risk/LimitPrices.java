package mnvh.risk;

import mnvh.config.RiskConfig;
import mnvh.units.FixedPoint;
import mnvh.units.HotPath;
import mnvh.units.Rounding;
import mnvh.units.Side;
import mnvh.universe.Instrument;

/**
 * The marketable limit price of an order: the mark moved against us by the collar, rounded to the tick inside it.
 *
 * <p>Where the collar is wider than {@code max_price_deviation_bps}, or there is none, that limit takes its place. With
 * neither, the order is priced at the mark, rounded to the tick away from us: that is meant for bar venues, which fill
 * at the close whatever the limit. Core thread only; allocates nothing.
 */
@HotPath
final class LimitPrices {
    private final long collarRate;
    private final Limits risk;

    LimitPrices(long collarRate, Limits risk) {
        this.collarRate = collarRate;
        this.risk = risk;
    }

    private long rate() {
        return Math.min(collarRate, risk.maxPriceDeviationRate());
    }

    /** @return limit at 10^-8; not positive where no tick lies inside the collar above zero */
    long limit(Instrument instrument, Side side, long mark) {
        long tick = instrument.tickSize();
        boolean buy = side == Side.BUY;
        if (rate() == RiskConfig.NONE) {
            return buy ? ceiling(mark, tick) : Math.max(tick, mark - FixedPoint.remainder(mark, tick));
        }
        long far = bound(side, mark);
        return buy ? far - floorRest(far, tick) : ceiling(far, tick);
    }

    /** @return furthest price allowed at 10^-8; without a bound the largest number for a buy, 0 for a sale */
    long bound(Side side, long mark) {
        boolean buy = side == Side.BUY;
        long rate = rate();
        if (rate == RiskConfig.NONE) {
            return buy ? Long.MAX_VALUE : 0;
        }
        long move = FixedPoint.multiplyRate(mark, rate, Rounding.FLOOR);
        return buy ? Math.addExact(mark, move) : Math.subtractExact(mark, move);
    }

    /** @return loss per notional that no order priced here exceeds by more than a unit */
    double worstLossRatio() {
        long rate = rate();
        return rate == RiskConfig.NONE ? 1.0 : FixedPoint.rateToDouble(rate);
    }

    /** @return what an order of that notional loses at its limit, at most; money at 10^-8 */
    long lossOf(Instrument instrument, long absNotional, long mark) {
        long rate = rate();
        return rate == RiskConfig.NONE
                ? FixedPoint.multiplyDivide(absNotional, Math.min(instrument.tickSize(), mark), mark, Rounding.CEILING)
                : FixedPoint.multiplyRate(absNotional, rate, Rounding.CEILING);
    }

    /** @return what an order loses at its limit against the mark; money at 10^-8, not negative */
    static long lossOf(Instrument instrument, long signedQuantity, long limit, long mark) {
        long adverse = signedQuantity > 0 ? limit - mark : mark - limit;
        return adverse <= 0
                ? 0
                : FixedPoint.multiply(instrument.underlying(Math.absExact(signedQuantity)), adverse, Rounding.CEILING);
    }

    private static long ceiling(long price, long tick) {
        long rest = floorRest(price, tick);
        return rest == 0 ? price : Math.addExact(price, tick - rest);
    }

    private static long floorRest(long price, long tick) {
        long rest = FixedPoint.remainder(price, tick);
        return rest < 0 ? rest + tick : rest;
    }
}
