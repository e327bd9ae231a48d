package mnvh.config;

import java.util.Map;
import java.util.TreeMap;

/** A number by symbol, {@code {BTC-PERP: 0.5, ETH-PERP: 0.5}}. */
final class SymbolNumbersType implements ValueType {
    private final String noun;
    private final RealType number;
    private final String example;

    /** @param noun what each number is, in the singular; @param range of each number */
    SymbolNumbersType(String noun, String range, String example) {
        this.noun = noun;
        this.number = RealType.of(range);
        this.example = example;
    }

    @Override
    public Object parse(ConfigNode node) throws Refusal {
        if (node.kind() != ConfigNode.Kind.SECTION) {
            throw new Refusal();
        }
        Map<String, Double> weights = new TreeMap<>();
        for (ConfigNode.Entry entry : node.entries()) {
            try {
                weights.put(entry.key(), (Double) number.parse(entry.value()));
            } catch (Refusal refusal) {
                throw new Refusal("the " + noun + " of " + entry.key() + " is "
                        + entry.value().shown());
            }
        }
        return weights;
    }

    @Override
    public String format(Object value) {
        StringBuilder text = new StringBuilder("{");
        for (Map.Entry<?, ?> weight : new TreeMap<>((Map<?, ?>) value).entrySet()) {
            text.append(text.length() == 1 ? "" : ", ");
            text.append(TextType.quote((String) weight.getKey())).append(": ");
            text.append(number.format((Double) weight.getValue()));
        }
        return text.append('}').toString();
    }

    @Override
    public String range() {
        return "a " + noun + " " + number.range() + " by symbol, such as " + example;
    }
}
