package mnvh.risk;

import mnvh.units.FixedPoint;
import mnvh.units.HotPath;
import mnvh.units.Rounding;
import mnvh.universe.Instrument;

/**
 * From signed notionals to order quantities: towards zero to the size increment, nothing below the venue's minimums.
 *
 * <p>Towards zero means the largest multiple of the increment whose notional, rounded once as the ledger will round it,
 * is not beyond the trade: closing a position whose value was rounded still closes all of it. Core thread only;
 * allocates nothing.
 */
@HotPath
final class OrderSizes {
    private OrderSizes() {}

    /**
     * Rounds {@code x} into {@code basket.quantity}, worth {@code basket.traded}.
     *
     * @param onlyReducing true to hold every quantity within what only reduces
     * @return trades dropped because they are below a minimum
     */
    static int round(Book book, long[] x, boolean onlyReducing, Basket basket) {
        int dropped = 0;
        for (int i = 0; i < x.length; i++) {
            basket.quantity[i] = 0;
            basket.traded[i] = 0;
            if (x[i] == 0) {
                continue;
            }
            Instrument instrument = book.universe.get(i);
            long quantity = nearest(book, instrument, i, x[i]);
            if (onlyReducing) {
                quantity = Math.min(book.reducibleBuy(i), Math.max(-book.reducibleSell(i), quantity));
            }
            long largest = book.largestQuantity[i];
            quantity = Math.min(largest, Math.max(-largest, quantity));
            long traded = book.value(i, quantity);
            if (quantity != 0 && !fits(book, i, quantity, traded)) {
                quantity = 0;
                traded = 0;
                dropped++;
            }
            basket.quantity[i] = quantity;
            basket.traded[i] = traded;
        }
        return dropped;
    }

    private static long nearest(Book book, Instrument instrument, int i, long x) {
        long underlying = FixedPoint.divide(x, book.mark[i], Rounding.TOWARDS_ZERO);
        long contracts = instrument.multiplier() == FixedPoint.SCALE
                ? underlying
                : FixedPoint.divide(underlying, instrument.multiplier(), Rounding.TOWARDS_ZERO);
        long quantity = instrument.truncateToIncrement(contracts);
        long next = Math.addExact(quantity, x > 0 ? instrument.sizeIncrement() : -instrument.sizeIncrement());
        if (book.surelyAbove(i, next, Math.absExact(x))) {
            return quantity;
        }
        return Math.absExact(book.value(i, next)) <= Math.absExact(x) ? next : quantity;
    }

    /** @return true when the venue takes an order of that signed quantity */
    static boolean fits(Book book, int i, long quantity) {
        return fits(book, i, quantity, book.value(i, quantity));
    }

    /** The same where the notional at the mark is known. */
    static boolean fits(Book book, int i, long quantity, long notional) {
        Instrument instrument = book.universe.get(i);
        long magnitude = Math.absExact(quantity);
        return magnitude >= instrument.minQuantity()
                && magnitude <= instrument.maxQuantity()
                && instrument.isOnIncrement(magnitude)
                && Math.absExact(notional) >= instrument.minNotional();
    }
}
