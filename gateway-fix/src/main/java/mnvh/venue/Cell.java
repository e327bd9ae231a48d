package mnvh.venue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import mnvh.units.DecimalText;
import mnvh.units.FixedPoint;

/**
 * Numbers of data files to fixed point. Refusals are {@link NumberFormatException}s whose message is ready to print.
 *
 * <p>Files carry prices that other programs computed, with more decimals than the scale has; those are rounded
 * half-even to 10^-8 as long as this moves them by less than one part in a million.
 */
final class Cell {
    private static final int LONGEST = 64;
    private static final BigDecimal MAX_PRICE = BigDecimal.valueOf(Panel.MAX_PRICE, FixedPoint.DECIMALS);
    private static final BigDecimal MAX_LONG = BigDecimal.valueOf(Long.MAX_VALUE, FixedPoint.DECIMALS);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private Cell() {}

    /** @return a positive price at 10^-8, at most {@link Panel#MAX_PRICE} */
    static long price(String text) {
        try {
            long price = DecimalText.parse(text);
            if (price > 0 && price <= Panel.MAX_PRICE) {
                return price;
            }
        } catch (NumberFormatException e) {
            // Too fine, too large or no number: the slow path tells.
        }
        return price(decimal(text));
    }

    private static long price(BigDecimal value) {
        if (value.signum() <= 0) {
            throw new NumberFormatException("price must be positive, got " + value);
        }
        long price = round(value, "price");
        BigDecimal moved = BigDecimal.valueOf(price, FixedPoint.DECIMALS).subtract(value);
        if (moved.abs().multiply(MILLION).compareTo(value) > 0) {
            throw new NumberFormatException("price is finer than 0.00000001, got " + value);
        }
        return price;
    }

    /** @return the price of a path of relatives at 10^-8, half-even; refuses zero and what exceeds a price */
    static long pathPrice(BigDecimal value) {
        long price = round(value, "the path of relatives");
        if (price == 0) {
            throw new NumberFormatException("the path of relatives reaches 0 at 1e-8");
        }
        return price;
    }

    private static long round(BigDecimal value, String name) {
        int integerDigits = value.precision() - value.scale();
        if (integerDigits > 18 || value.compareTo(MAX_PRICE) > 0) {
            throw new NumberFormatException(
                    name + " must be at most " + MAX_PRICE.stripTrailingZeros().toPlainString() + ", got " + value);
        }
        // Far below the scale: setScale would write out every zero of an exponent of billions.
        return integerDigits < -FixedPoint.DECIMALS
                ? 0
                : value.setScale(FixedPoint.DECIMALS, RoundingMode.HALF_EVEN)
                        .unscaledValue()
                        .longValueExact();
    }

    /** @return a quantity of zero or more at 10^-8, truncated; beyond 64 bits it is the largest that fits */
    static long volume(String text) {
        BigDecimal value = decimal(text);
        if (value.signum() < 0) {
            throw new NumberFormatException("volume must not be negative, got " + text);
        }
        if (value.precision() - value.scale() > 18 || value.compareTo(MAX_LONG) > 0) {
            return Long.MAX_VALUE;
        }
        return value.precision() - value.scale() < -FixedPoint.DECIMALS
                ? 0
                : value.setScale(FixedPoint.DECIMALS, RoundingMode.DOWN)
                        .unscaledValue()
                        .longValueExact();
    }

    /** @return a rate at 10^-12 within [-1, 1], half-even */
    static long rate(String text) {
        BigDecimal value = decimal(text);
        if (value.abs().compareTo(BigDecimal.ONE) > 0) {
            throw new NumberFormatException("funding rate must be within [-1, 1], got " + text);
        }
        return value.precision() - value.scale() < -FixedPoint.RATE_DECIMALS
                ? 0
                : value.setScale(FixedPoint.RATE_DECIMALS, RoundingMode.HALF_EVEN)
                        .unscaledValue()
                        .longValueExact();
    }

    /** @return an integer within the bounds */
    static long integer(String text, long min, long max) {
        try {
            long value = Long.parseLong(text);
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new NumberFormatException("not an integer: '" + text + "'");
        }
        throw new NumberFormatException("must be within [" + min + ", " + max + "], got " + text);
    }

    /** @return the exact value of {@code text} */
    static BigDecimal decimal(String text) {
        try {
            if (text.length() <= LONGEST) {
                return new BigDecimal(text);
            }
        } catch (NumberFormatException e) {
            throw new NumberFormatException("not a number: '" + text + "'");
        }
        throw new NumberFormatException("not a number: '" + text.substring(0, LONGEST) + "...'");
    }
}
