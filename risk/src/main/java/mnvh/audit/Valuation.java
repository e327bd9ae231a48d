package mnvh.audit;

import mnvh.universe.Instrument;

/**
 * What a quantity of one instrument is worth in its settlement currency.
 *
 * <p>Linear: {@code underlying * price}. Inverse: the multiplier is a face value, {@code notional = face / price} in
 * the coin, and its value is minus that, for the coin gains when the price rises. Each step is rounded half-even.
 * Immutable; any thread.
 */
final class Valuation {
    private final Exact multiplier;
    private final boolean plain;
    private final boolean inverse;

    Valuation(Instrument instrument) {
        this.multiplier = Exact.of(instrument.multiplier());
        this.plain = multiplier.equals(Exact.SCALE);
        this.inverse = instrument.kind().inverse();
    }

    /**
     * @param quantity contracts at 10^-8, signed
     * @param price at 10^-8, positive
     * @return notional at 10^-8, with the sign of the quantity
     */
    Exact notional(Exact quantity, Exact price) {
        Exact underlying = plain ? quantity : Exact.halfEven(quantity, multiplier, Exact.SCALE);
        return inverse
                ? Exact.halfEven(underlying, Exact.SCALE, price)
                : Exact.halfEven(underlying, price, Exact.SCALE);
    }

    /** @return value at 10^-8: rises with the price for a positive quantity */
    Exact value(Exact quantity, Exact price) {
        if (quantity.signum() == 0) {
            return Exact.ZERO;
        }
        Exact notional = notional(quantity, price);
        return inverse ? notional.negate() : notional;
    }
}
