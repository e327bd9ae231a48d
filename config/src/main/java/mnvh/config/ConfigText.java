package mnvh.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import mnvh.universe.Universe;

/**
 * A configuration as the text that a journal starts with: what the engine's decisions and the simulated venue depend
 * on, fully resolved.
 *
 * <p>One line {@code section.key=value} per key, sorted, values as canonical YAML, each line ended by a line feed. The
 * same configuration gives the same bytes on every machine, locale and Java. Left out: the universe (a record of its
 * own), addresses, ports, names of files and folders, credentials, the monitor and the simulator's speed.
 */
public final class ConfigText {
    private ConfigText() {}

    /** @return the canonical text */
    public static String write(Config config) {
        List<String> lines = new ArrayList<>();
        for (ConfigKey key : ConfigKeys.all()) {
            Function<Config, Object> value = key.value();
            if (value != null) {
                lines.add(key.path() + "=" + key.type().format(value.apply(config)) + "\n");
            }
        }
        Collections.sort(lines);
        return String.join("", lines);
    }

    /**
     * @param text what {@link #write} wrote
     * @param universe the instruments, which a journal holds in its second record
     * @return the configuration; what the text leaves out has its default. Throws {@link IllegalArgumentException} that
     *     names the line for anything but a complete canonical text
     */
    public static Config parse(String text, Universe universe) {
        Settings settings = new Settings();
        Problems problems = new Problems();
        int number = 0;
        for (String line : text.split("\n")) {
            number++;
            int equals = line.indexOf('=');
            ConfigKey key = equals < 0 ? null : ConfigKeys.find(line.substring(0, equals));
            if (key == null || key.value() == null || settings.has(key.path())) {
                throw new IllegalArgumentException("configuration line " + number + ": no key of its own: " + line);
            }
            put(key, line.substring(equals + 1), "configuration line " + number, settings, problems);
        }
        for (ConfigKey key : ConfigKeys.all()) {
            if (settings.has(key.path())) {
                continue;
            }
            if (key.value() != null) {
                throw new IllegalArgumentException("configuration text lacks " + key.path());
            }
            put(key, key.fallback(), Origin.DEFAULT, settings, problems);
        }
        Config config = ConfigAssembly.build(settings, new UniverseConfig(universe.instruments(), null));
        if (!write(config).equals(text)) {
            throw new IllegalArgumentException("configuration text is not canonical");
        }
        return config;
    }

    private static void put(ConfigKey key, String text, String label, Settings settings, Problems problems) {
        ConfigNode node = YamlText.readValue(text, Place.of(label), problems);
        try {
            if (node == null) {
                throw new Refusal();
            }
            settings.put(key.path(), key.type().parse(node), node.place());
        } catch (Refusal refusal) {
            throw new IllegalArgumentException(
                    label + ": " + key.path() + " must be " + key.type().range() + ", got " + text, refusal);
        }
    }
}
