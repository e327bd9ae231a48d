package mnvh.config;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One key of the configuration: the single place that knows its type, range, default and meaning.
 *
 * @param path full name, {@code section.key}
 * @param type what its value may be
 * @param fallback the value when nobody gives one, as YAML
 * @param value reads it back from a configuration; null for keys that no decision of the engine depends on, which
 *     therefore do not stand in the canonical text
 * @param help what it is, with its unit
 * @param advice what usually makes sense; may be empty
 */
record ConfigKey(
        String path,
        ValueType type,
        String fallback,
        @Nullable Function<Config, Object> value,
        String help,
        String advice) {

    /** @return the section it stands in, empty at the top */
    String section() {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? "" : path.substring(0, dot);
    }

    /** @return its name within the section */
    String name() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** @return the last line of a message about it */
    String hint(String reason) {
        StringBuilder hint = new StringBuilder();
        for (String part : new String[] {reason, advice}) {
            hint.append(part);
            if (!part.isEmpty()) {
                hint.append(part.endsWith("?") || part.endsWith(".") ? " " : ". ");
            }
        }
        return hint.append("See: mnvh config explain ").append(path).toString();
    }
}
