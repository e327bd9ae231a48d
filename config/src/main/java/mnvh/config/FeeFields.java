package mnvh.config;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of a fee table: what each may be, and how a section of them is read with all its faults at once. */
final class FeeFields {
    /** Basis points of notional, a rate at 10^-12. */
    static final FixedType RATE = FixedType.of(8, "[-100, 1000]");

    static final FixedType CHARGE = FixedType.of(8, "[0, 1000000]");
    static final FixedType MAXIMUM = FixedType.of(8, "(0, 1000000]").orNone(FeeTable.NO_MAXIMUM);
    static final FeeTiersType TIERS = new FeeTiersType();

    private FeeFields() {}

    /** @return field names and types in order, from pairs */
    static Map<String, ValueType> ordered(Object... pairs) {
        Map<String, ValueType> fields = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put((String) pairs[i], (ValueType) pairs[i + 1]);
        }
        return Collections.unmodifiableMap(fields);
    }

    static ValueType type(Map<String, ValueType> fields, String field) {
        ValueType type = fields.get(field);
        if (type == null) {
            throw new IllegalArgumentException("no field " + field);
        }
        return type;
    }

    static long fixed(Map<String, Object> values, String field) {
        Object value = values.get(field);
        if (value == null) {
            throw new IllegalStateException("no value for " + field);
        }
        return (Long) value;
    }

    /**
     * Reads a section of fields.
     *
     * @param within the section's path from its key on
     * @param all whether every field must be there
     * @param faults receives what is wrong
     * @return the values that could be read, by field
     */
    static Map<String, Object> parse(
            ConfigNode section, String within, Map<String, ValueType> fields, boolean all, List<Refusal.Fault> faults) {
        return parse(section, within, fields, all, "a fee table", faults);
    }

    /** The same of another table, which errors call {@code table}. */
    static Map<String, Object> parse(
            ConfigNode section,
            String within,
            Map<String, ValueType> fields,
            boolean all,
            String table,
            List<Refusal.Fault> faults) {
        Map<String, Object> values = new HashMap<>();
        String known = "known here: " + String.join(", ", fields.keySet());
        if (section.kind() != ConfigNode.Kind.SECTION) {
            faults.add(new Refusal.Fault(
                    section.place(), within, "must be a section of keys, got " + section.shown(), known));
            return values;
        }
        Map<String, ConfigNode> given = new HashMap<>();
        for (ConfigNode.Entry entry : section.entries()) {
            String path = within + "." + entry.key();
            ValueType type = fields.get(entry.key());
            if (type == null) {
                String meant = Suggestion.question(Suggestion.of(entry.key(), fields.keySet()));
                faults.add(new Refusal.Fault(entry.keyPlace(), path, "is no key of " + table + meant, known));
                continue;
            }
            given.put(entry.key(), entry.value());
            try {
                values.put(entry.key(), type.parse(entry.value()));
            } catch (Refusal refusal) {
                for (Refusal.Fault fault : refusal.faults()) {
                    faults.add(new Refusal.Fault(fault.place(), path + fault.within(), fault.text(), fault.hint()));
                }
                if (refusal.faults().isEmpty()) {
                    faults.add(new Refusal.Fault(
                            entry.value().place(),
                            path,
                            "must be " + type.range() + ", got " + entry.value().shown(),
                            refusal.hint()));
                }
            }
        }
        for (String field : fields.keySet()) {
            if (all && !given.containsKey(field)) {
                faults.add(new Refusal.Fault(section.place(), within, "needs " + field, known));
            }
        }
        return values;
    }
}
