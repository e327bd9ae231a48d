package mnvh.backtest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mnvh.config.ConfigException;

/** Values put in place of recorded ones: a what-if replay. Keys are those of the recorded configuration's text. */
public final class ReplayOverrides {
    /** The session as it was. */
    public static final ReplayOverrides NONE = new ReplayOverrides(Map.of());

    private final Map<String, String> values;

    private ReplayOverrides(Map<String, String> values) {
        this.values = values;
    }

    /** @param assignments {@code section.key=value}; throws {@link ConfigException} for what is none */
    public static ReplayOverrides of(List<String> assignments) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String assignment : assignments) {
            int equals = assignment.indexOf('=');
            if (equals < 1) {
                throw new ConfigException("--with " + assignment + ": error: expected section.key=value");
            }
            values.put(assignment.substring(0, equals), assignment.substring(equals + 1));
        }
        return new ReplayOverrides(values);
    }

    /** @return the recorded text with the values put in; throws {@link ConfigException} for a key it does not have */
    String apply(String recorded) {
        Map<String, String> left = new LinkedHashMap<>(values);
        StringBuilder text = new StringBuilder();
        for (String line : recorded.split("\n", -1)) {
            int equals = line.indexOf('=');
            String value = equals < 1 ? null : left.remove(line.substring(0, equals));
            text.append(value == null ? line : line.substring(0, equals + 1) + value)
                    .append('\n');
        }
        if (!left.isEmpty()) {
            throw new ConfigException(
                    "--with: error: the recorded configuration has no key " + String.join(", ", left.keySet()));
        }
        text.setLength(text.length() - 1);
        return text.toString();
    }
}
