package mnvh.risk;

import mnvh.units.FixedPoint;
import mnvh.units.HotPath;
import mnvh.units.Rounding;

/**
 * {@code S = sum x + sum phi} of an unrounded list whose buys and sells are scaled by factors of their own.
 *
 * <p>The factor is applied to the sums and every rounding goes up, so the answer is never below the true S and above it
 * by less than one unit per order plus two ({@link #slack}): a list of truncated trades would show roots that do not
 * exist. Core thread only; allocates nothing.
 */
@HotPath
final class CashDemand {
    private final Book book;
    private long[] x = new long[0];
    private long bought;
    private long sold;
    private int orders;

    CashDemand(Book book) {
        this.book = book;
    }

    /** Takes the list; it must not change while it is asked about. */
    void of(long[] list) {
        x = list;
        bought = 0;
        sold = 0;
        orders = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 0) {
                bought = Math.addExact(bought, x[i]);
            } else {
                sold = Math.addExact(sold, x[i]);
            }
            orders += x[i] == 0 ? 0 : 1;
        }
    }

    int orders() {
        return orders;
    }

    /** @return sum of absolute notionals */
    long turnover() {
        return Math.subtractExact(bought, sold);
    }

    /** @return what {@link #at} may be above the true S, in units of 10^-8 */
    long slack() {
        return orders + 2L;
    }

    /** @return S when both sides are scaled by {@code factor} at 10^-12 */
    long at(long factor) {
        return at(factor, factor);
    }

    /** @return S when buys and sells are scaled by factors of their own at 10^-12 */
    long at(long buyFactor, long sellFactor) {
        long demand = Math.addExact(
                FixedPoint.multiplyRate(bought, buyFactor, Rounding.CEILING),
                FixedPoint.multiplyRate(sold, sellFactor, Rounding.CEILING));
        for (int i = 0; i < x.length; i++) {
            if (x[i] != 0) {
                long factor = x[i] > 0 ? buyFactor : sellFactor;
                long whole = Math.absExact(x[i]);
                long notional = factor == FixedPoint.RATE_SCALE
                        ? whole
                        : FixedPoint.multiplyRate(whole, factor, Rounding.CEILING);
                demand = Math.addExact(demand, book.feeOfNotional(i, notional));
            }
        }
        return demand;
    }
}
