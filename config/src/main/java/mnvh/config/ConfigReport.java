package mnvh.config;

import java.util.ArrayList;
import java.util.List;
import mnvh.config.LoadedConfig.Setting;
import org.jspecify.annotations.Nullable;

/** A configuration as the user reads it: {@code mnvh config show}, {@code check} and {@code explain}. */
public final class ConfigReport {
    private static final int MAX_ORIGIN_COLUMN = 48;

    private ConfigReport() {}

    /**
     * The resolved configuration as YAML that loads again, the venue's keys after those of the run.
     *
     * @param origin whether each line ends with a comment that tells where its value came from
     */
    public static String show(LoadedConfig loaded, boolean origin) {
        StringBuilder text = new StringBuilder();
        text.append("# ").append(loaded.file()).append('\n');
        append(text, loaded, "", origin);
        text.append("\n# ")
                .append(loaded.universeFile())
                .append(": ")
                .append(instruments(loaded))
                .append('\n');
        text.append("\n# ").append(loaded.venueFile()).append('\n');
        append(text, loaded, "venue.", origin);
        return text.toString();
    }

    /** @return the warnings and one summary line, each ended by a line feed */
    public static String check(LoadedConfig loaded) {
        StringBuilder text = new StringBuilder();
        for (String warning : loaded.warnings()) {
            text.append(warning).append('\n');
        }
        long set = loaded.settings().values().stream()
                .filter(setting -> !setting.origin().equals(Origin.DEFAULT))
                .count();
        text.append(loaded.file())
                .append(": ok, mode ")
                .append(loaded.config().mode().text());
        text.append(", ").append(instruments(loaded)).append(", ");
        text.append(set).append(" of ").append(loaded.settings().size()).append(" keys set, ");
        return text.append(Problems.count(loaded.warnings().size(), "warning"))
                .append('\n')
                .toString();
    }

    /** @return meaning, range and default of a key; throws {@link ConfigException} for an unknown one */
    public static String explain(String path) {
        ConfigKey key = ConfigKeys.find(path);
        if (key == null) {
            List<String> known = new ArrayList<>();
            for (ConfigKey other : ConfigKeys.all()) {
                known.add(other.path());
            }
            List<String> ending = ConfigKeys.ending(path);
            String meant = ending.isEmpty() ? Suggestion.of(path, known) : ending.get(0);
            throw new ConfigException("unknown key '" + path + "'" + Suggestion.question(meant));
        }
        StringBuilder text = new StringBuilder(path).append('\n');
        text.append("  ").append(key.help()).append('\n');
        text.append("  must be ").append(key.type().range()).append('\n');
        if (!key.advice().isEmpty()) {
            text.append("  ").append(key.advice()).append('\n');
        }
        return text.append("  default: ").append(key.fallback()).append('\n').toString();
    }

    private static String instruments(LoadedConfig loaded) {
        UniverseConfig universe = loaded.config().universe();
        return universe.template() != null
                ? "instruments from data"
                : Problems.count(universe.instruments().size(), "instrument");
    }

    private static void append(StringBuilder text, LoadedConfig loaded, String prefix, boolean origin) {
        String section = "";
        for (ConfigKey key : ConfigKeys.all()) {
            Setting setting = loaded.settings().get(key.path());
            if (setting == null || key.path().startsWith("venue.") == prefix.isEmpty()) {
                continue;
            }
            String path = key.path().substring(prefix.length());
            int dot = path.lastIndexOf('.');
            String parent = dot < 0 ? "" : path.substring(0, dot);
            open(text, section, parent);
            section = parent;
            append(text, "  ".repeat(depth(parent)) + key.name() + ": " + setting.text(), origin ? setting : null);
        }
    }

    /** Writes the section heads that a change from one section to another needs. */
    private static void open(StringBuilder text, String from, String to) {
        String[] parts = to.isEmpty() ? new String[0] : to.split("\\.");
        StringBuilder path = new StringBuilder();
        for (int depth = 0; depth < parts.length; depth++) {
            path.append(depth == 0 ? "" : ".").append(parts[depth]);
            if (!(from + ".").startsWith(path + ".")) {
                text.append("  ".repeat(depth)).append(parts[depth]).append(":\n");
            }
        }
    }

    private static int depth(String section) {
        return section.isEmpty() ? 0 : section.split("\\.").length;
    }

    private static void append(StringBuilder text, String line, @Nullable Setting origin) {
        text.append(line);
        if (origin != null) {
            text.append(" ".repeat(Math.max(1, MAX_ORIGIN_COLUMN - line.length())));
            text.append("# ").append(origin.origin());
        }
        text.append('\n');
    }
}
