package mnvh.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Fee tiers, {@code [{traded_notional: 1000000, maker_bps: 0.8, taker_bps: 4}]}, thresholds rising. */
final class FeeTiersType implements ValueType {
    private static final int MAX_TIERS = 32;
    private static final String NOTIONAL = "traded_notional";
    private static final Map<String, ValueType> FIELDS = FeeFields.ordered(
            NOTIONAL, FixedType.of(8, "(0, 90000000000]"), "maker_bps", FeeFields.RATE, "taker_bps", FeeFields.RATE);

    @Override
    public Object parse(ConfigNode node) throws Refusal {
        if (node.kind() != ConfigNode.Kind.LIST || node.items().size() > MAX_TIERS) {
            throw new Refusal();
        }
        List<Refusal.Fault> faults = new ArrayList<>();
        List<FeeTier> tiers = new ArrayList<>();
        long before = 0;
        for (int t = 0; t < node.items().size(); t++) {
            ConfigNode item = node.items().get(t);
            Map<String, Object> values = FeeFields.parse(item, "[" + t + "]", FIELDS, true, faults);
            Object threshold = values.get(NOTIONAL);
            if (threshold != null && (Long) threshold <= before) {
                faults.add(new Refusal.Fault(
                        item.place(),
                        "[" + t + "]." + NOTIONAL,
                        "must be above that of the tier before, got "
                                + type(NOTIONAL).format(threshold) + " after "
                                + type(NOTIONAL).format(before),
                        "tiers rise"));
            }
            before = threshold == null ? before : Math.max(before, (Long) threshold);
            if (faults.isEmpty()) {
                tiers.add(new FeeTier(
                        before, FeeFields.fixed(values, "maker_bps"), FeeFields.fixed(values, "taker_bps")));
            }
        }
        if (!faults.isEmpty()) {
            throw new Refusal(faults);
        }
        return List.copyOf(tiers);
    }

    @Override
    public String format(Object value) {
        StringBuilder text = new StringBuilder("[");
        for (Object element : (List<?>) value) {
            FeeTier tier = (FeeTier) element;
            text.append(text.length() == 1 ? "{" : ", {");
            text.append(NOTIONAL).append(": ").append(type(NOTIONAL).format(tier.tradedNotional()));
            text.append(", maker_bps: ").append(FeeFields.RATE.format(tier.makerRate()));
            text.append(", taker_bps: ").append(FeeFields.RATE.format(tier.takerRate()));
            text.append('}');
        }
        return text.append(']').toString();
    }

    private static ValueType type(String field) {
        return FeeFields.type(FIELDS, field);
    }

    @Override
    public String range() {
        return "at most " + MAX_TIERS
                + " tiers by rising threshold, such as [{traded_notional: 1000000, maker_bps: 0.8, taker_bps: 4}]";
    }
}
