package mnvh.config;

import mnvh.units.DecimalText;
import org.jspecify.annotations.Nullable;

/**
 * A decimal that becomes a {@code long}, exactly: money, ratios of limits, basis points, durations.
 *
 * <p>Read from the text of the scalar, quoted or not, never through double. Basis points at 8 decimals are a rate at
 * 10^-12; seconds at 9 and milliseconds at 6 decimals are nanoseconds.
 */
final class FixedType implements ValueType {
    private final int decimals;
    private final String lowerText;
    private final String upperText;
    private final long lower;
    private final long upper;
    private final boolean lowerOpen;
    private final String word;
    private final @Nullable Long none;

    private FixedType(int decimals, String range, String word, @Nullable Long none) {
        int comma = range.indexOf(", ");
        this.decimals = decimals;
        this.lowerOpen = range.startsWith("(");
        this.lowerText = range.substring(1, comma);
        this.upperText = range.substring(comma + 2, range.length() - 1);
        this.lower = DecimalText.parse(lowerText, decimals);
        this.upper = DecimalText.parse(upperText, decimals);
        this.word = word;
        this.none = none;
    }

    /** @return a decimal at 10^-{@code decimals} within {@code range}, such as {@code (0, 1]} */
    static FixedType of(int decimals, String range) {
        return new FixedType(decimals, range, NONE, null);
    }

    /** @return the same, where {@code none} stands for {@code value} */
    FixedType orNone(long value) {
        return orWord(NONE, value);
    }

    /** @return the same, where a word stands for {@code value} */
    FixedType orWord(String text, long value) {
        return new FixedType(decimals, bounds(), text, value);
    }

    @Override
    public Object parse(ConfigNode node) throws Refusal {
        if (none != null && node.isWord(word)) {
            return none;
        }
        if (node.kind() != ConfigNode.Kind.SCALAR || node.isNothing()) {
            throw new Refusal();
        }
        if (YamlNumber.isNotFinite(node.text())) {
            throw new Refusal("infinities and NaN are no values here");
        }
        if (!YamlNumber.isReal(node.text())) {
            throw new Refusal("not a decimal number");
        }
        long value;
        try {
            value = DecimalText.parse(node.text(), decimals);
        } catch (NumberFormatException e) {
            throw new Refusal("at most " + decimals + " decimals, nothing is rounded silently");
        }
        if (value < lower || value > upper || (lowerOpen && value == lower)) {
            throw new Refusal();
        }
        return value;
    }

    @Override
    public String format(Object value) {
        return value.equals(none) ? word : DecimalText.format((Long) value, decimals);
    }

    @Override
    public String range() {
        return "within " + bounds() + (none == null ? "" : " or " + word);
    }

    private String bounds() {
        return (lowerOpen ? "(" : "[") + lowerText + ", " + upperText + "]";
    }
}
