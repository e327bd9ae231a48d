package mnvh.audit;

import java.math.BigInteger;
import mnvh.units.FixedPoint;

/** Quotients of unbounded integers, rounded once. Any thread. */
public final class Exact {
    /** One unit of money, price or quantity. */
    public static final BigInteger SCALE = BigInteger.valueOf(FixedPoint.SCALE);
    /** A rate of one. */
    static final BigInteger RATE_SCALE = BigInteger.valueOf(FixedPoint.RATE_SCALE);

    private Exact() {}

    /** @return {@code numerator / denominator} to the nearest, ties to even; the denominator must be positive */
    public static BigInteger halfEven(BigInteger numerator, BigInteger denominator) {
        BigInteger[] parts = numerator.divideAndRemainder(denominator);
        if (parts[1].signum() == 0) {
            return parts[0];
        }
        int beyondHalf = parts[1].abs().shiftLeft(1).compareTo(denominator);
        boolean away = beyondHalf > 0 || (beyondHalf == 0 && parts[0].testBit(0));
        return away ? parts[0].add(BigInteger.valueOf(parts[1].signum())) : parts[0];
    }

    /** @return {@code numerator / denominator} towards positive infinity; the denominator must be positive */
    static BigInteger ceiling(BigInteger numerator, BigInteger denominator) {
        BigInteger[] parts = numerator.divideAndRemainder(denominator);
        return parts[1].signum() > 0 ? parts[0].add(BigInteger.ONE) : parts[0];
    }

    /** @return the part's share of an amount, half-even; the whole has all of it */
    public static BigInteger share(BigInteger amount, BigInteger part, BigInteger whole) {
        return part.equals(whole) ? amount : halfEven(amount.multiply(part), whole);
    }
}
