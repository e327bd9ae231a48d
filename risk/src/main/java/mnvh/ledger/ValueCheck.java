package mnvh.ledger;

import mnvh.units.FixedPoint;
import mnvh.units.HotPath;
import mnvh.universe.Instrument;

/**
 * The value of a position by an arithmetic of its own, which shares nothing with the one that posts.
 *
 * <p>Allocates nothing. Throws {@link ArithmeticException} beyond 64 bits.
 */
@HotPath
final class ValueCheck {
    private static final long SCALE = FixedPoint.SCALE;

    /** @return value at 10^-8 in the instrument's currency; 0 for nothing held */
    long valueOf(Instrument instrument, long quantity, long price) {
        if (quantity == 0) {
            return 0;
        }
        long contracts = Math.abs(quantity);
        long units = instrument.multiplier() == SCALE ? contracts : product(contracts, instrument.multiplier());
        boolean inverse = instrument.kind().inverse();
        long size = inverse ? quotient(units, price) : product(units, price);
        return quantity < 0 == inverse ? size : -size;
    }

    /**
     * {@code a * b} at 10^-8, half-even, by schoolbook: both factors (not negative) are split at the decimal point, so
     * every partial product fits 64 bits wherever the result does.
     */
    private static long product(long a, long b) {
        long tail = (a % SCALE) * (b % SCALE);
        long body = Math.addExact(Math.multiplyExact(a / SCALE, b), (a % SCALE) * (b / SCALE));
        long product = Math.addExact(body, tail / SCALE);
        long twiceRest = tail % SCALE * 2;
        boolean up = twiceRest > SCALE || (twiceRest == SCALE && (product & 1) != 0);
        return up ? Math.addExact(product, 1) : product;
    }

    /** {@code a / b} at 10^-8, half-even, by long division: the whole part, then one decimal after the other. */
    private static long quotient(long a, long b) {
        long quotient = a / b;
        long rest = a % b;
        for (int decimal = 0; decimal < FixedPoint.DECIMALS; decimal++) {
            // Ten times the rest may leave 64 bits, ten subtractions of it do not.
            long digit = 0;
            long sum = 0;
            for (int k = 0; k < 10; k++) {
                if (sum >= b - rest) {
                    sum -= b - rest;
                    digit++;
                } else {
                    sum += rest;
                }
            }
            rest = sum;
            quotient = Math.addExact(Math.multiplyExact(quotient, 10), digit);
        }
        boolean up = rest > b - rest || (rest == b - rest && (quotient & 1) != 0);
        return up ? Math.addExact(quotient, 1) : quotient;
    }
}
