package mnvh.venue;

import mnvh.units.FixedPoint;
import mnvh.units.Rounding;

/** The makers' best prices around a fair price. */
final class Spread {
    private Spread() {}

    /**
     * @param price fair price at 10^-8
     * @param rate full spread at 10^-12 of the price
     * @param tick the instrument's tick
     * @return the best bid: half a spread below, down to the tick, at least one tick
     */
    static long bid(long price, long rate, long tick) {
        long bid = price - half(price, rate);
        long onTick = bid - bid % tick;
        // A spread of nothing around a price on the tick still is a tick on either side.
        return Math.max(tick, onTick == price ? onTick - tick : onTick);
    }

    /** @return the best offer: half a spread above, up to the tick, above the bid of the same arguments */
    static long ask(long price, long rate, long tick) {
        long ask = price + half(price, rate);
        long rest = ask % tick;
        long onTick = rest == 0 ? ask : ask + tick - rest;
        return Math.max(onTick == price ? onTick + tick : onTick, bid(price, rate, tick) + tick);
    }

    private static long half(long price, long rate) {
        return FixedPoint.multiplyRate(price, rate, Rounding.HALF_EVEN) / 2;
    }
}
