package mnvh.venue;

import mnvh.units.FixedPoint;
import mnvh.units.Rounding;
import mnvh.universe.Instrument;
import org.jspecify.annotations.Nullable;

/** Why the simulated venue refuses an order, with its OrdRejReason(103) and Text(58). */
public enum OrderRejection {
    UNKNOWN_INSTRUMENT(1, "unknown instrument"),
    HALTED(2, "instrument is halted"),
    DUPLICATE(6, "duplicate ClOrdID"),
    BAD_QUANTITY(13, "quantity must be positive"),
    OFF_INCREMENT(13, "quantity is not a multiple of the size increment"),
    BELOW_MINIMUM_QUANTITY(13, "quantity is below the minimum"),
    ABOVE_MAXIMUM_QUANTITY(3, "quantity is above the maximum"),
    BAD_PRICE(99, "price must be positive"),
    OFF_TICK(99, "price is not a multiple of the tick"),
    BELOW_MINIMUM_NOTIONAL(99, "order value is below the minimum notional"),
    RANDOM(0, "rejected at random by the simulator's reject_ratio");

    private final int fixCode;
    private final String text;

    OrderRejection(int fixCode, String text) {
        this.fixCode = fixCode;
        this.text = text;
    }

    /** @return the value of OrdRejReason(103) */
    public int fixCode() {
        return fixCode;
    }

    /** @return the sentence for Text(58) */
    public String text() {
        return text;
    }

    /** @return why {@code quantity} alone breaks the instrument's rules, or null */
    static @Nullable OrderRejection ofQuantity(Instrument instrument, long quantity) {
        if (quantity <= 0) {
            return BAD_QUANTITY;
        }
        if (!instrument.isOnIncrement(quantity)) {
            return OFF_INCREMENT;
        }
        if (quantity < instrument.minQuantity()) {
            return BELOW_MINIMUM_QUANTITY;
        }
        return quantity > instrument.maxQuantity() ? ABOVE_MAXIMUM_QUANTITY : null;
    }

    /** @return why the order breaks the instrument's rules, or null */
    static @Nullable OrderRejection of(Instrument instrument, long quantity, long price) {
        OrderRejection byQuantity = ofQuantity(instrument, quantity);
        if (byQuantity != null) {
            return byQuantity;
        }
        if (price <= 0) {
            return BAD_PRICE;
        }
        if (!instrument.isOnTick(price)) {
            return OFF_TICK;
        }
        return isBelow(instrument, quantity, price) ? BELOW_MINIMUM_NOTIONAL : null;
    }

    private static boolean isBelow(Instrument instrument, long quantity, long price) {
        long underlying = instrument.underlying(quantity);
        // A value beyond 64 bits is above every minimum; the product is compared before it is rescaled.
        return Math.multiplyHigh(underlying, price) < FixedPoint.SCALE / 4
                && FixedPoint.multiply(underlying, price, Rounding.HALF_EVEN) < instrument.minNotional();
    }
}
