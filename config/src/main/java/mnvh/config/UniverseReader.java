package mnvh.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mnvh.universe.Instrument;
import mnvh.universe.InstrumentKind;
import mnvh.universe.MarginMode;
import mnvh.universe.MarginTerms;
import mnvh.universe.MarginTier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a universe file.
 *
 * <p>{@code instruments:} lists contracts; {@code template:} is the contract that every symbol of a data set gets;
 * {@code defaults:} holds what the entries of the list share.
 */
final class UniverseReader {
    /** Symbol of a template, which stands for whatever symbols the data brings. */
    static final String TEMPLATE_SYMBOL = "*";

    private static final int MAX_INSTRUMENTS = 4096;
    /** A maintenance margin that is as large as the initial one: the side on which liquidation seems nearer. */
    private static final long AS_INITIAL = Long.MAX_VALUE;

    private static final FixedType INCREMENT = FixedType.of(8, "[0.00000001, 10000000]");
    private static final Map<String, ValueType> FIELDS = new LinkedHashMap<>();
    private static final Map<String, String> FALLBACKS = Map.of(
            "currency", "USD",
            "multiplier", "1",
            "min_quantity", "0",
            "max_quantity", "none",
            "min_notional", "0",
            "initial_margin_ratio", "1",
            "maintenance_margin_ratio", "initial",
            "margin_mode", "cross",
            "margin_tiers", "[]");

    static {
        FIELDS.put("symbol", TextType.name(32));
        FIELDS.put("kind", WordType.of(traded(), InstrumentKind::text));
        FIELDS.put("tick", INCREMENT);
        FIELDS.put("size_increment", INCREMENT);
        FIELDS.put("multiplier", INCREMENT);
        FIELDS.put("currency", TextType.of("a currency code of 3 to 8 capitals or digits", "[A-Z][A-Z0-9]{2,7}"));
        FIELDS.put("min_quantity", FixedType.of(8, "[0, 90000000000]"));
        FIELDS.put("max_quantity", FixedType.of(8, "(0, 90000000000]").orNone(Long.MAX_VALUE));
        FIELDS.put("min_notional", FixedType.of(8, "[0, 90000000000]"));
        FIELDS.put("initial_margin_ratio", MarginTiersType.RATIO);
        FIELDS.put("maintenance_margin_ratio", FixedType.of(12, "(0, 1]").orWord("initial", AS_INITIAL));
        FIELDS.put("margin_mode", WordType.of(MarginMode.values(), MarginMode::text));
        FIELDS.put("margin_tiers", new MarginTiersType());
    }

    /** Inverse contracts are booked and audited; the gate does not count exposure in a coin yet, so none is traded. */
    private static InstrumentKind[] traded() {
        return Arrays.stream(InstrumentKind.values())
                .filter(kind -> !kind.inverse())
                .toArray(InstrumentKind[]::new);
    }

    private final @Nullable String currency;
    private final Problems problems;
    private final Map<String, ConfigNode> defaults = new HashMap<>();

    private UniverseReader(@Nullable String currency, Problems problems) {
        this.currency = currency;
        this.problems = problems;
    }

    /**
     * @param root of the universe file
     * @param currency reporting currency, which every instrument must have because nothing is converted; null when it
     *     was refused
     * @return the universe, or null with the reasons among the problems
     */
    static @Nullable UniverseConfig read(ConfigNode root, @Nullable String currency, Problems problems) {
        return new UniverseReader(currency, problems).universe(root);
    }

    private @Nullable UniverseConfig universe(ConfigNode root) {
        if (root.kind() != ConfigNode.Kind.SECTION) {
            problems.error(root.place(), "a universe has instruments: or template:, got " + root.shown(), "");
            return null;
        }
        ConfigNode list = null;
        ConfigNode template = null;
        int before = problems.errors();
        for (ConfigNode.Entry entry : root.entries()) {
            switch (entry.key()) {
                case "instruments" -> list = entry.value();
                case "template" -> template = entry.value();
                case "defaults" -> defaults(entry.value());
                default -> unknown(entry, List.of("instruments", "template", "defaults"));
            }
        }
        List<Instrument> instruments = new ArrayList<>();
        Instrument contract = null;
        if (list != null && template != null) {
            problems.error(template.place(), "a universe lists instruments or gives a template, not both", "");
        } else if (template != null) {
            contract = instrument(template, 0, true);
        } else if (list == null
                || list.kind() != ConfigNode.Kind.LIST
                || list.items().isEmpty()) {
            problems.error(
                    list == null ? root.place() : list.place(), "a universe needs instruments: or template:", "");
        } else if (list.items().size() > MAX_INSTRUMENTS) {
            problems.error(list.place(), "more than " + MAX_INSTRUMENTS + " instruments", "");
        } else {
            list(list, instruments);
        }
        return problems.errors() == before ? new UniverseConfig(instruments, contract) : null;
    }

    private void list(ConfigNode list, List<Instrument> instruments) {
        Map<String, Place> seen = new HashMap<>();
        for (ConfigNode item : list.items()) {
            Instrument instrument = instrument(item, instruments.size(), false);
            if (instrument == null) {
                continue;
            }
            Place first = seen.putIfAbsent(instrument.symbol(), item.place());
            if (first != null) {
                problems.error(
                        item.place(),
                        "symbol '" + instrument.symbol() + "' stands twice",
                        "it stands first in line " + first.line());
            }
            instruments.add(instrument);
        }
    }

    private void defaults(ConfigNode section) {
        if (section.kind() != ConfigNode.Kind.SECTION) {
            problems.error(section.place(), "defaults must be a section, got " + section.shown(), "");
            return;
        }
        for (ConfigNode.Entry entry : section.entries()) {
            if (entry.key().equals("symbol") || !FIELDS.containsKey(entry.key())) {
                unknown(entry, FIELDS.keySet().stream().skip(1).toList());
            } else {
                defaults.put(entry.key(), entry.value());
                // Checked here once, so that a bad default is one error and not one per instrument.
                value(entry.key(), entry.value());
            }
        }
    }

    private @Nullable Instrument instrument(ConfigNode item, int index, boolean template) {
        if (item.kind() != ConfigNode.Kind.SECTION) {
            problems.error(item.place(), "an instrument is a section of keys, got " + item.shown(), "");
            return null;
        }
        Map<String, ConfigNode> given = new HashMap<>(defaults);
        Map<String, Object> values = new HashMap<>();
        int before = problems.errors();
        for (ConfigNode.Entry entry : item.entries()) {
            if (!FIELDS.containsKey(entry.key()) || (template && entry.key().equals("symbol"))) {
                unknown(entry, FIELDS.keySet());
                continue;
            }
            given.put(entry.key(), entry.value());
            Object value = value(entry.key(), entry.value());
            if (value != null) {
                values.put(entry.key(), value);
            }
        }
        for (String field : FIELDS.keySet()) {
            if (!given.containsKey(field) && !(template && field.equals("symbol"))) {
                Object fallback = fallback(field, item);
                if (fallback != null) {
                    values.put(field, fallback);
                }
            } else if (!values.containsKey(field) && defaults.containsKey(field)) {
                Object shared = parse(field, given.get(field));
                if (shared != null) {
                    values.put(field, shared);
                }
            }
        }
        if (template) {
            values.put("symbol", TEMPLATE_SYMBOL);
        }
        if (problems.errors() > before || values.size() < FIELDS.size()) {
            return null;
        }
        return build(item, index, values);
    }

    private @Nullable Instrument build(ConfigNode item, int index, Map<String, Object> values) {
        String symbol = (String) value(values, "symbol");
        String its = (String) value(values, "currency");
        long sizeIncrement = (Long) value(values, "size_increment");
        long minQuantity = (Long) value(values, "min_quantity");
        long maxQuantity = (Long) value(values, "max_quantity");
        int before = problems.errors();
        if (currency != null && !its.equals(currency)) {
            problems.error(
                    item.place(),
                    "currency of " + symbol + " must be the run's currency " + currency + ", got " + its,
                    "amounts are not converted");
        }
        if (minQuantity > maxQuantity) {
            problems.error(item.place(), "min_quantity of " + symbol + " must not be above its max_quantity", "");
        }
        if (sizeIncrement > maxQuantity) {
            problems.error(item.place(), "size_increment of " + symbol + " must not be above its max_quantity", "");
        }
        if (problems.errors() > before) {
            return null;
        }
        try {
            return new Instrument(
                    index,
                    symbol,
                    (InstrumentKind) value(values, "kind"),
                    its,
                    (Long) value(values, "tick"),
                    sizeIncrement,
                    (Long) value(values, "multiplier"),
                    minQuantity,
                    maxQuantity,
                    (Long) value(values, "min_notional"),
                    margin(symbol, values));
        } catch (IllegalArgumentException e) {
            problems.error(item.place(), String.valueOf(e.getMessage()), "");
            return null;
        }
    }

    private static MarginTerms margin(String symbol, Map<String, Object> values) {
        try {
            return margin(values);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(symbol + ": " + e.getMessage(), e);
        }
    }

    private static MarginTerms margin(Map<String, Object> values) {
        long initial = (Long) value(values, "initial_margin_ratio");
        long maintenance = (Long) value(values, "maintenance_margin_ratio");
        List<MarginTier> tiers = new ArrayList<>();
        tiers.add(new MarginTier(0, initial, maintenance == AS_INITIAL ? initial : maintenance));
        for (Object tier : (List<?>) value(values, "margin_tiers")) {
            tiers.add((MarginTier) tier);
        }
        return new MarginTerms((MarginMode) value(values, "margin_mode"), tiers);
    }

    private static Object value(Map<String, Object> values, String field) {
        Object value = values.get(field);
        if (value == null) {
            throw new IllegalStateException("no value for " + field);
        }
        return value;
    }

    private @Nullable Object fallback(String field, ConfigNode item) {
        String text = field.equals("currency") && currency != null ? currency : FALLBACKS.get(field);
        if (text == null) {
            problems.error(item.place(), "an instrument needs " + field, "");
            return null;
        }
        return parse(field, YamlText.readValue(text, item.place(), problems));
    }

    /** The value, or null with the reason among the problems. */
    private @Nullable Object value(String field, ConfigNode node) {
        ValueType type = type(field);
        try {
            return type.parse(node);
        } catch (Refusal refusal) {
            for (Refusal.Fault fault : refusal.faults()) {
                problems.error(fault.place(), field + fault.within() + " " + fault.text(), fault.hint());
            }
            if (refusal.faults().isEmpty()) {
                problems.error(
                        node.place(), field + " must be " + type.range() + ", got " + node.shown(), refusal.hint());
            }
            return null;
        }
    }

    /** The value, or null when it was refused where it stands. */
    private static @Nullable Object parse(String field, @Nullable ConfigNode node) {
        try {
            return node == null ? null : type(field).parse(node);
        } catch (Refusal refusal) {
            return null;
        }
    }

    private static ValueType type(String field) {
        ValueType type = FIELDS.get(field);
        if (type == null) {
            throw new IllegalArgumentException("no field " + field);
        }
        return type;
    }

    private void unknown(ConfigNode.Entry entry, Collection<String> known) {
        problems.error(
                entry.keyPlace(),
                "unknown key '" + entry.key() + "'" + Suggestion.question(Suggestion.of(entry.key(), known)),
                "known here: " + String.join(", ", known));
    }
}
