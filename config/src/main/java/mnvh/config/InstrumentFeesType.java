package mnvh.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Fee tables by symbol, {@code {BTC-PERP: {taker_bps: 4}}}; what one leaves out holds as it does in general. */
final class InstrumentFeesType implements ValueType {
    private static final Map<String, ValueType> FIELDS = FeeFields.ordered(
            "maker_bps",
            FeeFields.RATE,
            "taker_bps",
            FeeFields.RATE,
            "per_contract",
            FeeFields.CHARGE,
            "minimum",
            FeeFields.CHARGE,
            "maximum",
            FeeFields.MAXIMUM,
            "tiers",
            FeeFields.TIERS);

    @Override
    public Object parse(ConfigNode node) throws Refusal {
        if (node.kind() != ConfigNode.Kind.SECTION) {
            throw new Refusal();
        }
        List<Refusal.Fault> faults = new ArrayList<>();
        Map<String, FeeEntry> entries = new TreeMap<>();
        for (ConfigNode.Entry entry : node.entries()) {
            Map<String, Object> values = FeeFields.parse(entry.value(), "." + entry.key(), FIELDS, false, faults);
            entries.put(
                    entry.key(),
                    new FeeEntry(
                            entry.keyPlace(),
                            (Long) values.get("maker_bps"),
                            (Long) values.get("taker_bps"),
                            (Long) values.get("per_contract"),
                            (Long) values.get("minimum"),
                            (Long) values.get("maximum"),
                            tiers(values.get("tiers"))));
        }
        if (!faults.isEmpty()) {
            throw new Refusal(faults);
        }
        return entries;
    }

    @SuppressWarnings("unchecked")
    static @Nullable List<FeeTier> tiers(@Nullable Object value) {
        return (List<FeeTier>) value;
    }

    @Override
    public String format(Object value) {
        StringBuilder text = new StringBuilder("{");
        for (Map.Entry<?, ?> instrument : new TreeMap<>((Map<?, ?>) value).entrySet()) {
            FeeEntry fees = (FeeEntry) instrument.getValue();
            text.append(text.length() == 1 ? "" : ", ");
            text.append(TextType.quote((String) instrument.getKey())).append(": {");
            int start = text.length();
            append(text, start, "maker_bps", fees.makerRate());
            append(text, start, "taker_bps", fees.takerRate());
            append(text, start, "per_contract", fees.perContract());
            append(text, start, "minimum", fees.minimum());
            append(text, start, "maximum", fees.maximum());
            append(text, start, "tiers", fees.tiers());
            text.append('}');
        }
        return text.append('}').toString();
    }

    private static void append(StringBuilder text, int start, String field, @Nullable Object value) {
        if (value != null) {
            text.append(text.length() == start ? "" : ", ").append(field).append(": ");
            text.append(FeeFields.type(FIELDS, field).format(value));
        }
    }

    @Override
    public String range() {
        return "fees by symbol, such as {BTC-PERP: {maker_bps: 0.5, taker_bps: 4}}";
    }
}
