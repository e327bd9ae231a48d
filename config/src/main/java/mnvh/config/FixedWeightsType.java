package mnvh.config;

import java.util.Map;
import java.util.TreeMap;

/** A weight by symbol, {@code {BTC-PERP: 0.5, ETH-PERP: 0.5}}. */
final class FixedWeightsType implements ValueType {
    private static final RealType WEIGHT = RealType.of("[-10, 10]");

    @Override
    public Object parse(ConfigNode node) throws Refusal {
        if (node.kind() != ConfigNode.Kind.SECTION) {
            throw new Refusal();
        }
        Map<String, Double> weights = new TreeMap<>();
        for (ConfigNode.Entry entry : node.entries()) {
            try {
                weights.put(entry.key(), (Double) WEIGHT.parse(entry.value()));
            } catch (Refusal refusal) {
                throw new Refusal(
                        "the weight of " + entry.key() + " is " + entry.value().shown());
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
            text.append(WEIGHT.format((Double) weight.getValue()));
        }
        return text.append('}').toString();
    }

    @Override
    public String range() {
        return "a weight within [-10, 10] by symbol, such as {BTC-PERP: 0.5, ETH-PERP: 0.5}";
    }
}
