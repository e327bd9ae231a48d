package mnvh.units;

/**
 * Decimal text to fixed point and back, exactly.
 *
 * <p>Grammar: {@code [+-]digits[.digits][e[+-]digits]}, as FIX and CSV files write numbers. Digits beyond the scale
 * must be zero: nothing is rounded silently.
 */
public final class DecimalText {
    private DecimalText() {}

    /** @return {@code text} at 10^-8; throws {@link NumberFormatException} that says what is wrong */
    public static long parse(CharSequence text) {
        return parse(text, FixedPoint.DECIMALS);
    }

    /** @return {@code text} at 10^-12; throws {@link NumberFormatException} that says what is wrong */
    public static long parseRate(CharSequence text) {
        return parse(text, FixedPoint.RATE_DECIMALS);
    }

    /** @return {@code text} at 10^-{@code decimals}; throws {@link NumberFormatException} that says what is wrong */
    public static long parse(CharSequence text, int decimals) {
        int length = text.length();
        int at = 0;
        boolean negative = false;
        if (at < length && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
            negative = text.charAt(at) == '-';
            at++;
        }
        int exponent = 0;
        int end = length;
        int point = length;
        for (int i = length - 1; i >= at; i--) {
            char c = text.charAt(i);
            if (c == 'e' || c == 'E') {
                end = i;
            } else if (c == '.') {
                point = i;
            }
        }
        if (end < length) {
            exponent = parseExponent(text, end + 1);
        }
        // Power of ten of the next digit: the first one stands left of the point by the digits between them.
        int power = Math.min(point, end) - at - 1 + exponent;
        long value = 0;
        int digits = 0;
        for (; at < end; at++) {
            char c = text.charAt(at);
            if (at == point) {
                continue;
            }
            if (c < '0' || c > '9') {
                throw new NumberFormatException("not a decimal number: '" + text + "'");
            }
            digits++;
            // Digits are taken until the scale is reached; after that only zeros may follow.
            if (power >= -decimals) {
                value = append(value, c - '0', text);
            } else if (c != '0') {
                throw new NumberFormatException("'" + text + "' has more than " + decimals + " decimals");
            }
            power--;
        }
        if (digits == 0) {
            throw new NumberFormatException("not a decimal number: '" + text + "'");
        }
        for (; power >= -decimals; power--) {
            value = append(value, 0, text);
        }
        if (!negative && value == Long.MIN_VALUE) {
            throw new NumberFormatException("'" + text + "' is too large");
        }
        return negative ? value : -value;
    }

    /** Takes one more digit; values are collected as negatives, which reach one further than positives. */
    private static long append(long value, int digit, CharSequence text) {
        if (value < (Long.MIN_VALUE + digit) / 10) {
            throw new NumberFormatException("'" + text + "' is too large");
        }
        return value * 10 - digit;
    }

    private static int parseExponent(CharSequence text, int from) {
        int at = from;
        boolean negative = false;
        if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
            negative = text.charAt(at) == '-';
            at++;
        }
        int exponent = 0;
        if (at == text.length() || text.length() - at > 3) {
            throw new NumberFormatException("not a decimal number: '" + text + "'");
        }
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c < '0' || c > '9') {
                throw new NumberFormatException("not a decimal number: '" + text + "'");
            }
            exponent = exponent * 10 + (c - '0');
        }
        return negative ? -exponent : exponent;
    }

    /** @return the shortest exact decimal text of a number at 10^-8 */
    public static String format(long value) {
        return format(value, FixedPoint.DECIMALS);
    }

    /** @return the shortest exact decimal text of a rate at 10^-12 */
    public static String formatRate(long rate) {
        return format(rate, FixedPoint.RATE_DECIMALS);
    }

    /** @return the shortest exact decimal text of a number at 10^-{@code decimals} */
    public static String format(long value, int decimals) {
        StringBuilder text = new StringBuilder(24);
        append(text, value, decimals);
        return text.toString();
    }

    /** Appends the shortest exact decimal text of a number at 10^-{@code decimals}; allocates nothing if it fits. */
    public static void append(StringBuilder text, long value, int decimals) {
        long divisor = 1;
        for (int i = 0; i < decimals; i++) {
            divisor *= 10;
        }
        // The whole part carries its own sign, so that Long.MIN_VALUE needs no special case.
        long whole = value / divisor;
        long rest = value % divisor;
        if (whole == 0 && value < 0) {
            text.append('-');
        }
        text.append(whole);
        if (rest == 0) {
            return;
        }
        text.append('.');
        long digitValue = divisor / 10;
        long left = Math.abs(rest);
        while (left != 0) {
            text.append((char) ('0' + left / digitValue));
            left %= digitValue;
            digitValue /= 10;
        }
    }
}
