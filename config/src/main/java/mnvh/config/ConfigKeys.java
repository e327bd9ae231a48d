package mnvh.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All keys there are, in the order in which they are shown. Immutable; any thread. */
final class ConfigKeys {
    private static final Map<String, ConfigKey> KEYS = new LinkedHashMap<>();
    private static final Set<String> SECTIONS = new LinkedHashSet<>();

    static {
        List<ConfigKey> keys = new ArrayList<>(RunKeys.top());
        keys.addAll(StrategyKeys.all());
        keys.addAll(RunKeys.financing());
        keys.addAll(FeeKeys.run());
        keys.addAll(RunKeys.execution());
        keys.addAll(RiskKeys.all());
        keys.addAll(RunKeys.surroundings());
        keys.addAll(VenueKeys.all());
        for (ConfigKey key : keys) {
            if (KEYS.put(key.path(), key) != null) {
                throw new IllegalStateException("key " + key.path() + " stands twice");
            }
            for (int dot = key.path().indexOf('.'); dot > 0; dot = key.path().indexOf('.', dot + 1)) {
                SECTIONS.add(key.path().substring(0, dot));
            }
        }
    }

    private ConfigKeys() {}

    /** @return every key */
    static Collection<ConfigKey> all() {
        return Collections.unmodifiableCollection(KEYS.values());
    }

    /** @return the key named {@code path}, or null */
    static @Nullable ConfigKey find(String path) {
        return KEYS.get(path);
    }

    /** @return the key named {@code path}, which must exist */
    static ConfigKey get(String path) {
        ConfigKey key = KEYS.get(path);
        if (key == null) {
            throw new IllegalArgumentException("no key " + path);
        }
        return key;
    }

    /** @return true when keys stand below {@code path} */
    static boolean isSection(String path) {
        return SECTIONS.contains(path);
    }

    /** @return the names that may stand directly in {@code section}, which is empty for the top */
    static Set<String> names(String section) {
        String prefix = section.isEmpty() ? "" : section + ".";
        Set<String> names = new LinkedHashSet<>();
        for (String path : KEYS.keySet()) {
            if (path.startsWith(prefix)) {
                int dot = path.indexOf('.', prefix.length());
                names.add(path.substring(prefix.length(), dot < 0 ? path.length() : dot));
            }
        }
        return names;
    }

    /** @return the full names of all keys and sections whose last part is {@code name} */
    static List<String> ending(String name) {
        List<String> found = new ArrayList<>();
        for (String path : KEYS.keySet()) {
            if (path.equals(name) || path.endsWith("." + name)) {
                found.add(path);
            }
        }
        for (String path : SECTIONS) {
            if (!KEYS.containsKey(path) && (path.equals(name) || path.endsWith("." + name))) {
                found.add(path);
            }
        }
        return found;
    }
}
