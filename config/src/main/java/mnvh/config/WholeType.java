package mnvh.config;

import org.jspecify.annotations.Nullable;

/** A whole number. */
final class WholeType implements ValueType {
    private final long lower;
    private final long upper;
    private final @Nullable Long none;

    private WholeType(long lower, long upper, @Nullable Long none) {
        this.lower = lower;
        this.upper = upper;
        this.none = none;
    }

    /** @return a whole number within [{@code lower}, {@code upper}] */
    static WholeType of(long lower, long upper) {
        return new WholeType(lower, upper, null);
    }

    /** @return the same, where {@code none} stands for {@code value} */
    WholeType orNone(long value) {
        return new WholeType(lower, upper, value);
    }

    @Override
    public Object parse(ConfigNode node) throws Refusal {
        if (none != null && node.isWord(NONE)) {
            return none;
        }
        if (node.kind() != ConfigNode.Kind.SCALAR || !YamlNumber.isWhole(node.text())) {
            throw new Refusal();
        }
        if (node.quoted()) {
            throw new Refusal("what stands in quotes is text; leave them out");
        }
        long value;
        try {
            value = YamlNumber.whole(node.text());
        } catch (NumberFormatException e) {
            throw new Refusal();
        }
        if (value < lower || value > upper) {
            throw new Refusal();
        }
        return value;
    }

    @Override
    public String format(Object value) {
        return value.equals(none) ? NONE : Long.toString((Long) value);
    }

    @Override
    public String range() {
        return "a whole number within [" + lower + ", " + upper + "]" + (none == null ? "" : " or none");
    }
}
