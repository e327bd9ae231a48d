package mnvh.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mnvh.universe.MarginTerms;
import mnvh.universe.MarginTier;

/**
 * Margin tiers above the first, {@code [{notional: 50000, initial_margin_ratio: 0.2, maintenance_margin_ratio: 0.1}]}.
 *
 * <p>Whether they rise from the instrument's own ratios is for {@link MarginTerms} to see.
 */
final class MarginTiersType implements ValueType {
    static final FixedType RATIO = FixedType.of(12, "(0, 1]");

    private static final int MAX_TIERS = MarginTerms.MAX_TIERS - 1;
    private static final String NOTIONAL = "notional";
    private static final String INITIAL = "initial_margin_ratio";
    private static final String MAINTENANCE = "maintenance_margin_ratio";
    private static final Map<String, ValueType> FIELDS =
            FeeFields.ordered(NOTIONAL, FixedType.of(8, "(0, 90000000000]"), INITIAL, RATIO, MAINTENANCE, RATIO);

    @Override
    public Object parse(ConfigNode node) throws Refusal {
        if (node.kind() != ConfigNode.Kind.LIST || node.items().size() > MAX_TIERS) {
            throw new Refusal();
        }
        List<Refusal.Fault> faults = new ArrayList<>();
        List<MarginTier> tiers = new ArrayList<>();
        for (int t = 0; t < node.items().size(); t++) {
            ConfigNode item = node.items().get(t);
            int before = faults.size();
            Map<String, Object> values = FeeFields.parse(item, "[" + t + "]", FIELDS, true, "a margin tier", faults);
            if (faults.size() > before) {
                continue;
            }
            try {
                tiers.add(new MarginTier(
                        FeeFields.fixed(values, NOTIONAL),
                        FeeFields.fixed(values, INITIAL),
                        FeeFields.fixed(values, MAINTENANCE)));
            } catch (IllegalArgumentException e) {
                faults.add(new Refusal.Fault(item.place(), "[" + t + "]", String.valueOf(e.getMessage()), ""));
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
            MarginTier tier = (MarginTier) element;
            text.append(text.length() == 1 ? "{" : ", {");
            text.append(NOTIONAL)
                    .append(": ")
                    .append(FeeFields.type(FIELDS, NOTIONAL).format(tier.notional()));
            text.append(", ").append(INITIAL).append(": ").append(RATIO.format(tier.initialRate()));
            text.append(", ").append(MAINTENANCE).append(": ").append(RATIO.format(tier.maintenanceRate()));
            text.append('}');
        }
        return text.append(']').toString();
    }

    @Override
    public String range() {
        return "at most " + MAX_TIERS + " tiers by rising threshold, such as"
                + " [{notional: 50000, initial_margin_ratio: 0.2, maintenance_margin_ratio: 0.1}]";
    }
}
