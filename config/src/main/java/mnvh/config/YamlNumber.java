package mnvh.config;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Pattern;

/** Numbers as YAML 1.2 core writes them, and doubles as text that is the same on every Java. */
final class YamlNumber {
    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern OCTAL = Pattern.compile("0o[0-7]+");
    private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]+");
    private static final Pattern REAL = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern NOT_FINITE = Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
    private static final int MAX_LENGTH = 64;

    private YamlNumber() {}

    /** @return true for text that is a whole or a real number, infinities and NaN included */
    static boolean isNumber(String text) {
        return isReal(text) || isNotFinite(text) || isWhole(text);
    }

    /** @return true for a finite decimal number */
    static boolean isReal(String text) {
        return text.length() <= MAX_LENGTH && REAL.matcher(text).matches();
    }

    /** @return true for an infinity or NaN */
    static boolean isNotFinite(String text) {
        return NOT_FINITE.matcher(text).matches();
    }

    /** @return true for a decimal, octal (0o17) or hexadecimal (0x1f) whole number */
    static boolean isWhole(String text) {
        return text.length() <= MAX_LENGTH
                && (WHOLE.matcher(text).matches()
                        || OCTAL.matcher(text).matches()
                        || HEXADECIMAL.matcher(text).matches());
    }

    /** @return the whole number; throws {@link NumberFormatException} when it exceeds 64 bits */
    static long whole(String text) {
        if (text.startsWith("0o")) {
            return Long.parseLong(text.substring(2), 8);
        }
        return text.startsWith("0x") ? Long.parseLong(text.substring(2), 16) : Long.parseLong(text);
    }

    /**
     * The shortest plain decimal text that reads back as the same double. {@code Double.toString} changed its answers
     * between Java 17 and 19, so it may not write what is compared.
     */
    static String format(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < 17; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits));
            if (Double.parseDouble(rounded.toString()) == value) {
                return rounded.stripTrailingZeros().toPlainString();
            }
        }
        return exact.round(new MathContext(17)).stripTrailingZeros().toPlainString();
    }
}
