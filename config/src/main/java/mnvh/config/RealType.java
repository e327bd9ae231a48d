package mnvh.config;

import org.jspecify.annotations.Nullable;

/** A finite number that stays a double: statistics and parameters of the rule, never money. */
final class RealType implements ValueType {
    private final String range;
    private final double lower;
    private final double upper;
    private final @Nullable String word;
    private final double wordValue;

    private RealType(String range, @Nullable String word, double wordValue) {
        int comma = range.indexOf(", ");
        this.range = range;
        this.lower = Double.parseDouble(range.substring(1, comma));
        this.upper = Double.parseDouble(range.substring(comma + 2, range.length() - 1));
        this.word = word;
        this.wordValue = wordValue;
    }

    /** @return a number within {@code range}, such as {@code [0, 1]} or {@code (0, 100]} */
    static RealType of(String range) {
        return new RealType(range, null, 0);
    }

    /** @return the same, where {@code word} stands for {@code value}, which may be infinite or NaN */
    RealType or(String other, double value) {
        return new RealType(range, other, value);
    }

    @Override
    public Object parse(ConfigNode node) throws Refusal {
        if (word != null && node.isWord(word)) {
            return wordValue;
        }
        if (node.kind() != ConfigNode.Kind.SCALAR || node.isNothing()) {
            throw new Refusal();
        }
        if (!node.quoted() && YamlNumber.isNotFinite(node.text())) {
            throw new Refusal("infinities and NaN are no values here");
        }
        boolean number = YamlNumber.isReal(node.text()) || YamlNumber.isWhole(node.text());
        if (node.quoted() && number) {
            throw new Refusal("what stands in quotes is text; leave them out");
        }
        if (!number) {
            throw new Refusal("not a number");
        }
        double value;
        try {
            value = YamlNumber.isReal(node.text())
                    ? Double.parseDouble(node.text())
                    : (double) YamlNumber.whole(node.text());
        } catch (NumberFormatException e) {
            throw new Refusal();
        }
        boolean low = range.startsWith("(") ? value <= lower : value < lower;
        boolean high = range.endsWith(")") ? value >= upper : value > upper;
        if (low || high) {
            throw new Refusal();
        }
        // Minus zero and zero are the same setting and must have the same text and the same bits.
        return value + 0.0;
    }

    @Override
    public String format(Object value) {
        double number = (Double) value;
        return word != null && Double.compare(number, wordValue) == 0 ? word : YamlNumber.format(number);
    }

    @Override
    public String range() {
        return "within " + range + (word == null ? "" : " or " + word);
    }
}
