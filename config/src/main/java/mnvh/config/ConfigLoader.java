package mnvh.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import mnvh.config.LoadedConfig.Setting;
import org.jspecify.annotations.Nullable;

/**
 * Reads a run's file, the universe and venue files it names, the environment and the flags.
 *
 * <p>Precedence: {@code --set} > environment > file > default. A variable {@code MNVH_SECTION__KEY} sets
 * {@code section.key}: two underscores stand for a dot, letters become small ({@code MNVH_STRATEGY__WEIGHTS__SCHEME}).
 * A variable with two underscores that names no key is an error; any other unknown {@code MNVH_} variable is none of
 * ours. Keys of the venue file are {@code venue.fix.port} and so on for flags and variables.
 *
 * <p>A file named in a file is relative to that file. A file named by a flag or a variable is relative to the working
 * directory, or, where there is none, to the run's file. Every value that stands anywhere must be valid, also when a
 * higher layer replaces it.
 */
public final class ConfigLoader {
    private static final String VARIABLE = "MNVH_";

    /** What one layer says about one key. */
    private record Given(ConfigNode node, String origin) {}

    private final Problems problems = new Problems();
    private final Settings settings = new Settings();
    private final Map<String, Setting> shown = new LinkedHashMap<>();

    private ConfigLoader() {}

    /**
     * @param file the run's file as the user gave it
     * @param sets overrides, {@code section.key=value}, values as YAML; the last one of a key wins
     * @param environment all variables; those that are not {@code MNVH_} are ignored
     * @return the configuration; throws {@link ConfigException} whose message is the complete report
     */
    public static LoadedConfig load(Path file, List<String> sets, Map<String, String> environment) {
        return new ConfigLoader().run(file, sets, environment);
    }

    private LoadedConfig run(Path file, List<String> sets, Map<String, String> environment) {
        ConfigNode root = YamlText.readFile(file, 0, null, problems);
        Map<String, Given> fromFile = new LinkedHashMap<>();
        if (root != null) {
            collect(root, "", fromFile);
        }
        Map<String, Given> fromEnvironment = environment(environment);
        Map<String, Given> fromFlags = flags(sets);
        if (root == null) {
            // Without the run's file anything else that could be said would be guessing.
            problems.throwIfAny();
        }
        List<Map<String, Given>> layers = List.of(fromFile, fromEnvironment, fromFlags);
        String venueFile = venue(file, layers, fromFile);
        for (ConfigKey key : ConfigKeys.all()) {
            resolve(key, layers);
        }
        UniverseFile universe = universe(file, layers);
        CrossChecks.run(settings, universe.config(), problems);
        problems.throwIfAny();
        UniverseConfig instruments = universe.config();
        if (instruments == null) {
            throw new IllegalStateException("a universe without instruments and without an error");
        }
        Config config = ConfigAssembly.build(settings, instruments);
        return new LoadedConfig(config, file.toString(), universe.name(), venueFile, shown, problems.warnings());
    }

    private record UniverseFile(String name, @Nullable UniverseConfig config) {}

    private void collect(ConfigNode root, String prefix, Map<String, Given> layer) {
        if (root.isNothing()) {
            problems.warning(root.place(), "the file is empty; every key has its default", "");
        } else if (root.kind() != ConfigNode.Kind.SECTION) {
            problems.error(root.place(), "a configuration is a list of 'key: value' lines, got " + root.shown(), "");
        } else {
            new KeyTree(problems).visit(root, prefix, (path, node) -> {
                layer.put(path, new Given(node, node.place().origin()));
            });
        }
    }

    private Map<String, Given> environment(Map<String, String> environment) {
        Map<String, Given> layer = new LinkedHashMap<>();
        for (Map.Entry<String, String> variable : new TreeMap<>(environment).entrySet()) {
            String name = variable.getKey();
            if (!name.startsWith(VARIABLE)) {
                continue;
            }
            String path =
                    name.substring(VARIABLE.length()).toLowerCase(Locale.ROOT).replace("__", ".");
            boolean known = ConfigKeys.find(path) != null || ConfigKeys.isSection(path);
            if (known || path.contains(".")) {
                override(path, variable.getValue(), Origin.variable(name), layer);
            }
        }
        return layer;
    }

    private Map<String, Given> flags(List<String> sets) {
        Map<String, Given> layer = new LinkedHashMap<>();
        for (String set : sets) {
            int equals = set.indexOf('=');
            if (equals <= 0) {
                problems.error(Place.of("--set " + set), "expected section.key=value", "");
            } else {
                String path = set.substring(0, equals).strip();
                override(path, set.substring(equals + 1), Origin.flag(path), layer);
            }
        }
        return layer;
    }

    private void override(String path, String text, String label, Map<String, Given> layer) {
        Place place = Place.of(label);
        KeyTree tree = new KeyTree(problems);
        if (!tree.knows(path, place)) {
            return;
        }
        ConfigNode node = YamlText.readValue(text, place, problems);
        if (node != null) {
            tree.visit(path, node, (key, value) -> layer.put(key, new Given(value, label)));
        }
    }

    /** Reads the venue's file, whose keys join those of the run's file. */
    private String venue(Path file, List<Map<String, Given>> layers, Map<String, Given> fromFile) {
        Given named = highest("venue", layers);
        Path path = path(file, "venue", named);
        if (path == null || (named == null && !Files.exists(path))) {
            return path == null ? "" : path.toString();
        }
        ConfigNode root = YamlText.readFile(path, 1, place(file, named), problems);
        if (root != null) {
            collect(root, "venue", fromFile);
        }
        return path.toString();
    }

    private UniverseFile universe(Path file, List<Map<String, Given>> layers) {
        Given named = highest("universe", layers);
        Path path = path(file, "universe", named);
        if (path == null) {
            return new UniverseFile("", null);
        }
        if (named == null && !Files.exists(path)) {
            problems.error(
                    Place.of(file.toString()),
                    "no universe: '" + path + "', the default, does not exist",
                    ConfigKeys.get("universe").hint("say universe: FILE"));
            return new UniverseFile(path.toString(), null);
        }
        ConfigNode root = YamlText.readFile(path, 2, place(file, named), problems);
        String currency = settings.has("currency") ? settings.text("currency") : null;
        return new UniverseFile(path.toString(), root == null ? null : UniverseReader.read(root, currency, problems));
    }

    private static Place place(Path file, @Nullable Given named) {
        return named == null ? Place.of(file.toString()) : named.node().place();
    }

    private static @Nullable Given highest(String path, List<Map<String, Given>> layers) {
        Given highest = null;
        for (Map<String, Given> layer : layers) {
            Given given = layer.get(path);
            highest = given == null ? highest : given;
        }
        return highest;
    }

    /** The file that a key names, or null when its value is none, which {@link #resolve} reports. */
    private static @Nullable Path path(Path file, String key, @Nullable Given named) {
        if (named == null) {
            return file.resolveSibling(ConfigKeys.get(key).fallback());
        }
        String text;
        try {
            text = (String) ConfigKeys.get(key).type().parse(named.node());
        } catch (Refusal refusal) {
            return null;
        }
        boolean fromFile = named.node().place().line() > 0;
        return !fromFile && Files.exists(Path.of(text)) ? Path.of(text) : file.resolveSibling(text);
    }

    /** Parses what every layer says about a key; the highest layer's value stays. */
    private void resolve(ConfigKey key, List<Map<String, Given>> layers) {
        List<Given> given = new ArrayList<>();
        ConfigNode fallback = YamlText.readValue(key.fallback(), Place.of(Origin.DEFAULT), problems);
        if (fallback != null) {
            given.add(new Given(fallback, Origin.DEFAULT));
        }
        for (Map<String, Given> layer : layers) {
            Given layered = layer.get(key.path());
            if (layered != null) {
                given.add(layered);
            }
        }
        for (Given candidate : given) {
            ConfigNode node = candidate.node();
            try {
                Object value = key.type().parse(node);
                settings.put(key.path(), value, node.place());
                shown.put(key.path(), new Setting(shown(key, value), candidate.origin()));
            } catch (Refusal refusal) {
                settings.remove(key.path());
                refused(key, node, refusal);
            }
        }
    }

    private void refused(ConfigKey key, ConfigNode node, Refusal refusal) {
        for (Refusal.Fault fault : refusal.faults()) {
            problems.error(fault.place(), key.path() + fault.within() + " " + fault.text(), key.hint(fault.hint()));
        }
        if (refusal.faults().isEmpty()) {
            problems.error(
                    node.place(),
                    key.path() + " must be " + key.type().range() + ", got " + node.shown(),
                    key.hint(refusal.hint()));
        }
    }

    private static String shown(ConfigKey key, Object value) {
        String text = key.type().format(value);
        return key.path().equals("venue.fix.username") && !text.equals(ValueType.NONE) ? "***" : text;
    }
}
