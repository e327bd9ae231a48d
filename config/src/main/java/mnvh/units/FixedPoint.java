package mnvh.units;

/**
 * Money, prices and quantities as {@code long} at 10^-8, rates as {@code long} at 10^-12.
 *
 * <p>Products are exact, as if 128 bits wide, and are rounded once, with the rounding named by the caller. A result
 * that does not fit 64 bits throws {@link ArithmeticException}; it never wraps. Quotients are estimated in doubles and
 * then made exact in integers, because a 128-bit division costs ten times as much. Any thread; allocates nothing.
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

    private static final double PER_SCALE = 1.0 / SCALE;
    private static final double PER_RATE_SCALE = 1.0 / RATE_SCALE;
    /** The whole number nearest to an estimate of less than this is less than one off: doubles err by 5 in 2^53. */
    private static final double CLOSE = 0x1p49;
    /**
     * A double between 2^52 and 2^53 has no decimals: to add this rounds to the nearest whole number, which then stands
     * in the lowest bits.
     */
    private static final double WHOLE = 0x1.8p52;

    private static final int ABOVE_WHOLE = 13;
    /** An estimate of less than this is a quotient that fits 64 bits, whatever its error. */
    private static final double NEAR_OVERFLOW = 0x1p62;
    /** Divisors below this leave room for three of them in a remainder. */
    private static final long LARGE_DIVISOR = 1L << 60;

    private FixedPoint() {}

    /** @return {@code a * b} for two numbers at 10^-8, at 10^-8 */
    public static long multiply(long a, long b, Rounding rounding) {
        double estimate = (double) a * (double) b * PER_SCALE;
        return Math.abs(estimate) < CLOSE
                ? settle(a * b, estimate, SCALE, rounding)
                : settleLarge(a, b, estimate, SCALE, rounding);
    }

    /** @return {@code a / b} for two numbers at 10^-8, at 10^-8; {@code b} must not be zero */
    public static long divide(long a, long b, Rounding rounding) {
        return multiplyDivide(a, SCALE, b, rounding);
    }

    /** @return {@code amount * rate} where the rate is at 10^-12, in the amount's scale */
    public static long multiplyRate(long amount, long rate, Rounding rounding) {
        double estimate = (double) amount * (double) rate * PER_RATE_SCALE;
        return Math.abs(estimate) < CLOSE
                ? settle(amount * rate, estimate, RATE_SCALE, rounding)
                : settleLarge(amount, rate, estimate, RATE_SCALE, rounding);
    }

    /** @return {@code a * b / divisor} with a 128-bit product, rounded once */
    public static long multiplyDivide(long a, long b, long divisor, Rounding rounding) {
        if (divisor < 0 && divisor != Long.MIN_VALUE && a != Long.MIN_VALUE) {
            return multiplyDivide(-a, b, -divisor, rounding);
        }
        if (divisor > 0 && divisor < LARGE_DIVISOR) {
            double estimate = (double) a * (double) b / (double) divisor;
            if (Math.abs(estimate) < CLOSE) {
                return settle(a * b, estimate, divisor, rounding);
            }
        }
        if (divisor == 0) {
            throw new ArithmeticException("division by zero");
        }
        return divideWide(Math.multiplyHigh(a, b), a * b, divisor, rounding);
    }

    /**
     * {@code value % divisor}, by way of the double quotient: a 64-bit division costs six times as much.
     *
     * @param divisor positive
     * @return the rest, with the sign of {@code value}
     */
    public static long remainder(long value, long divisor) {
        double estimate = (double) value / (double) divisor;
        if (divisor <= 0 || divisor >= LARGE_DIVISOR || !(Math.abs(estimate) < CLOSE)) {
            return value % divisor;
        }
        long rest = value - (long) estimate * divisor;
        if (value >= 0) {
            rest += (rest >> 63) & divisor;
            return rest >= divisor ? rest - divisor : rest;
        }
        rest -= (-rest >> 63) & divisor;
        return rest <= -divisor ? rest + divisor : rest;
    }

    /**
     * Makes an estimate exact. The remainder of the true product to the whole number nearest to it fits 64 bits, and
     * the low words are all of it: the arithmetic wraps and still is exact. What comes out is that whole number itself,
     * mostly, and so nothing waits for the check of it.
     *
     * @param product the low word of the product
     * @param estimate of the quotient, below {@link #CLOSE}
     * @param divisor below 2^60
     */
    private static long settle(long product, double estimate, long divisor, Rounding rounding) {
        long nearest = Double.doubleToRawLongBits(estimate + WHOLE) << ABOVE_WHOLE >> ABOVE_WHOLE;
        long rest = product - nearest * divisor;
        if (rounding == Rounding.CEILING) {
            return nearest + (-rest >>> 63);
        }
        if (rounding == Rounding.FLOOR) {
            return nearest + (rest >> 63);
        }
        if (rounding == Rounding.HALF_EVEN && 2 * rest < divisor && -2 * rest < divisor) {
            return nearest;
        }
        long below = rest >> 63;
        return roundUp(nearest + below, rest + (below & divisor), divisor, rounding);
    }

    /** The same for larger quotients by one of the two scales: up to 2^62 the estimate errs by less than 2^12. */
    private static long settleLarge(long a, long b, double estimate, long scale, Rounding rounding) {
        if (!(Math.abs(estimate) < NEAR_OVERFLOW)) {
            return divideWide(Math.multiplyHigh(a, b), a * b, scale, rounding);
        }
        long rest = a * b - (long) estimate * scale;
        long floor = (long) estimate + Math.floorDiv(rest, scale);
        return roundUp(floor, Math.floorMod(rest, scale), scale, rounding);
    }

    /** Rounds from the floor: {@code 0 <= rest < divisor < 2^60}; without a branch, for it cannot be predicted. */
    private static long roundUp(long floor, long rest, long divisor, Rounding rounding) {
        if (rounding == Rounding.HALF_EVEN) {
            return floor + ((divisor - 2 * rest - (floor & 1)) >>> 63);
        }
        if (rounding == Rounding.FLOOR) {
            return floor;
        }
        return floor + ((rounding == Rounding.CEILING ? -rest : floor & -rest) >>> 63);
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
