package mnvh.units;

/**
 * Money, prices and quantities as {@code long} at 10^-8, rates as {@code long} at 10^-12.
 *
 * <p>Products use a 128-bit intermediate and are rounded once, with the rounding named by the caller. A result that
 * does not fit 64 bits throws {@link ArithmeticException}; it never wraps. Any thread; allocates nothing.
 */
@HotPath
public final class FixedPoint {
    /** Decimals of a price, quantity or amount. */
    public static final int DECIMALS = 8;
    /** One unit: 1.0 at 10^-8. */
    public static final long SCALE = 100_000_000L;
    /** Decimals of a fee, funding or limit rate. */
    public static final int RATE_DECIMALS = 12;
    /** A rate of one: 1.0 at 10^-12. */
    public static final long RATE_SCALE = 1_000_000_000_000L;

    private FixedPoint() {}

    /** @return {@code a * b} for two numbers at 10^-8, at 10^-8 */
    public static long multiply(long a, long b, Rounding rounding) {
        return multiplyDivide(a, b, SCALE, rounding);
    }

    /** @return {@code a / b} for two numbers at 10^-8, at 10^-8; {@code b} must not be zero */
    public static long divide(long a, long b, Rounding rounding) {
        return multiplyDivide(a, SCALE, b, rounding);
    }

    /** @return {@code amount * rate} where the rate is at 10^-12, in the amount's scale */
    public static long multiplyRate(long amount, long rate, Rounding rounding) {
        return multiplyDivide(amount, rate, RATE_SCALE, rounding);
    }

    /** @return {@code a * b / divisor} with a 128-bit product, rounded once */
    public static long multiplyDivide(long a, long b, long divisor, Rounding rounding) {
        if (divisor == 0) {
            throw new ArithmeticException("division by zero");
        }
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        if (high == low >> 63 && low != Long.MIN_VALUE) {
            return round(low / divisor, low % divisor, divisor, (low ^ divisor) < 0, rounding);
        }
        return divideWide(high, low, divisor, rounding);
    }

    /** 128 by 64 bit division on magnitudes, then the sign and the rounding. */
    private static long divideWide(long high, long low, long divisor, Rounding rounding) {
        boolean negative = (high ^ divisor) < 0;
        long magnitudeHigh = high;
        long magnitudeLow = low;
        if (high < 0) {
            magnitudeLow = -low;
            magnitudeHigh = ~high + (low == 0 ? 1 : 0);
        }
        long magnitudeDivisor = Math.abs(divisor);
        if (Long.compareUnsigned(magnitudeHigh, magnitudeDivisor) >= 0) {
            throw new ArithmeticException("product divided by " + divisor + " exceeds 64 bits");
        }
        // Restoring the quotient in two 32-bit digits (Knuth's algorithm D); the divisor is normalised first.
        int shift = Long.numberOfLeadingZeros(magnitudeDivisor);
        long divisorNormal = magnitudeDivisor << shift;
        long upper = shift == 0 ? magnitudeHigh : (magnitudeHigh << shift) | (magnitudeLow >>> (64 - shift));
        long lower = magnitudeLow << shift;
        long divisorUpper = divisorNormal >>> 32;
        long divisorLower = divisorNormal & 0xFFFF_FFFFL;
        long digitOne = quotientDigit(upper, lower >>> 32, divisorUpper, divisorLower);
        long middle = (upper << 32 | lower >>> 32) - digitOne * divisorNormal;
        long digitTwo = quotientDigit(middle, lower & 0xFFFF_FFFFL, divisorUpper, divisorLower);
        long quotient = (digitOne << 32) + digitTwo;
        long remainder = ((middle << 32 | (lower & 0xFFFF_FFFFL)) - digitTwo * divisorNormal) >>> shift;
        // A magnitude of 2^63 is a number only when it is negative.
        if (quotient < 0 && !(negative && quotient == Long.MIN_VALUE)) {
            throw new ArithmeticException("product divided by " + divisor + " exceeds 64 bits");
        }
        return round(
                negative ? -quotient : quotient,
                negative ? -remainder : remainder,
                negative ? -magnitudeDivisor : magnitudeDivisor,
                negative,
                rounding);
    }

    private static long quotientDigit(long upper, long next, long divisorUpper, long divisorLower) {
        long digit = Long.divideUnsigned(upper, divisorUpper);
        long rest = upper - digit * divisorUpper;
        while (digit >>> 32 != 0 || Long.compareUnsigned(digit * divisorLower, rest << 32 | next) > 0) {
            digit--;
            rest += divisorUpper;
            if (rest >>> 32 != 0) {
                break;
            }
        }
        return digit;
    }

    private static long round(long quotient, long remainder, long divisor, boolean negative, Rounding rounding) {
        if (remainder == 0) {
            return quotient;
        }
        boolean away;
        switch (rounding) {
            case TOWARDS_ZERO:
                return quotient;
            case CEILING:
                away = !negative;
                break;
            case FLOOR:
                away = negative;
                break;
            default:
                long magnitude = Math.abs(remainder);
                long rest = Math.abs(divisor) - magnitude;
                away = magnitude > rest || (magnitude == rest && (quotient & 1) != 0);
        }
        return away ? Math.addExact(quotient, negative ? -1 : 1) : quotient;
    }

    /**
     * The border from statistics to money.
     *
     * @param value a finite number
     * @return {@code value} at 10^-8; throws {@link ArithmeticException} for NaN, infinities and what exceeds 64 bits
     */
    public static long fromDouble(double value, Rounding rounding) {
        double scaled = value * SCALE;
        if (!(Math.abs(scaled) < 0x1p63)) {
            throw new ArithmeticException("not representable at 1e-8: " + value);
        }
        double rounded;
        switch (rounding) {
            case TOWARDS_ZERO:
                return (long) scaled;
            case CEILING:
                rounded = Math.ceil(scaled);
                break;
            case FLOOR:
                rounded = Math.floor(scaled);
                break;
            default:
                rounded = Math.rint(scaled);
        }
        return (long) rounded;
    }

    /** @return the number at 10^-8 as a double, for statistics and displays only */
    public static double toDouble(long value) {
        return value / (double) SCALE;
    }

    /** @return the rate at 10^-12 as a double */
    public static double rateToDouble(long rate) {
        return rate / (double) RATE_SCALE;
    }
}
