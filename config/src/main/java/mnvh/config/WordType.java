package mnvh.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** One of a few words, as an enum writes them. */
final class WordType implements ValueType {
    private final Map<String, Object> values = new LinkedHashMap<>();

    private WordType() {}

    /** @return the type of all constants of an enum */
    static <E extends Enum<E>> WordType of(E[] constants, Function<E, String> text) {
        WordType type = new WordType();
        for (E constant : constants) {
            type.values.put(text.apply(constant), constant);
        }
        return type;
    }

    /** @return true or false */
    static WordType flag() {
        WordType type = new WordType();
        type.values.put("true", Boolean.TRUE);
        type.values.put("false", Boolean.FALSE);
        return type;
    }

    @Override
    public Object parse(ConfigNode node) throws Refusal {
        if (node.kind() != ConfigNode.Kind.SCALAR || node.isNothing()) {
            throw new Refusal();
        }
        boolean flag = values.containsValue(Boolean.TRUE);
        String text = node.text();
        if (flag && (text.equals("True") || text.equals("TRUE"))) {
            text = "true";
        } else if (flag && (text.equals("False") || text.equals("FALSE"))) {
            text = "false";
        }
        Object value = flag && node.quoted() ? null : values.get(text);
        if (value == null) {
            String meant = Suggestion.of(text, values.keySet());
            if (flag) {
                throw new Refusal("in YAML 1.2 only true and false are truth values; yes, no, on and off are text");
            }
            throw new Refusal(meant == null ? "" : "did you mean '" + meant + "'?");
        }
        return value;
    }

    @Override
    public String format(Object value) {
        for (Map.Entry<String, Object> entry : values.entrySet()) {
            if (entry.getValue().equals(value)) {
                return entry.getKey();
            }
        }
        throw new IllegalArgumentException("no word for " + value);
    }

    @Override
    public String range() {
        if (values.size() == 1) {
            return "'" + values.keySet().iterator().next() + "'";
        }
        return values.containsValue(Boolean.TRUE) ? "true or false" : "one of " + String.join(", ", values.keySet());
    }
}
