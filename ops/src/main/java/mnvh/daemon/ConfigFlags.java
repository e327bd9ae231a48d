package mnvh.daemon;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --config} and {@code --set}, the same for every verb that reads a configuration. */
final class ConfigFlags {
    /** System property that names the project's folder; the launcher sets it. */
    static final String HOME_PROPERTY = "mnvh.home";

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The run's file (default: config/paper.yaml here, else the one shipped).")
    private @Nullable Path file;

    @Option(
            names = "--set",
            paramLabel = "SECTION.KEY=VALUE",
            description = "Overrides one key of the configuration; repeatable.")
    private List<String> sets = new ArrayList<>();

    /** @return the run's file as given, or the default one */
    Path file() {
        Path given = file;
        return given == null ? shipped("config/paper.yaml") : given;
    }

    /** @return the overrides, those of dedicated flags last */
    List<String> sets(List<String> dedicated) {
        List<String> all = new ArrayList<>(sets);
        all.addAll(dedicated);
        return all;
    }

    /** @return {@code name} in the working directory where it exists, else in the project's folder */
    static Path shipped(String name) {
        Path here = Path.of(name);
        String home = System.getProperty(HOME_PROPERTY);
        return home == null || Files.exists(here) ? here : Path.of(home).resolve(name);
    }
}
