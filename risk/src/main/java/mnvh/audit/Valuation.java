package mnvh.audit;

import java.math.BigInteger;
import mnvh.universe.Instrument;

/**
 * What a quantity of one instrument is worth in its settlement currency.
 *
 * <p>Linear: {@code underlying * price}. Inverse: the multiplier is a face value, {@code notional = face / price} in
 * the coin, and its value is minus that, for the coin gains when the price rises. Each step is rounded half-even.
 * Immutable; any thread.
 */
final class Valuation {
    private final BigInteger multiplier;
    private final boolean plain;
    private final boolean inverse;

    Valuation(Instrument instrument) {
        this.multiplier = BigInteger.valueOf(instrument.multiplier());
        this.plain = multiplier.equals(Exact.SCALE);
        this.inverse = instrument.kind().inverse();
    }

    /**
     * @param quantity contracts at 10^-8, signed
     * @param price at 10^-8, positive
     * @return notional at 10^-8, with the sign of the quantity
     */
    BigInteger notional(BigInteger quantity, BigInteger price) {
        BigInteger underlying = plain ? quantity : Exact.halfEven(quantity.multiply(multiplier), Exact.SCALE);
        return inverse
                ? Exact.halfEven(underlying.multiply(Exact.SCALE), price)
                : Exact.halfEven(underlying.multiply(price), Exact.SCALE);
    }

    /** @return value at 10^-8: rises with the price for a positive quantity */
    BigInteger value(BigInteger quantity, BigInteger price) {
        if (quantity.signum() == 0) {
            return BigInteger.ZERO;
        }
        BigInteger notional = notional(quantity, price);
        return inverse ? notional.negate() : notional;
    }
}
