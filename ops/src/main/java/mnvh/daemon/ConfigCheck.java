package mnvh.daemon;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import mnvh.config.ConfigLoader;
import mnvh.config.ConfigReport;
import mnvh.config.LoadedConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mnvh config check}: every fault of a configuration at once, before anything is started. */
@Command(
        name = "check",
        description = "Reports every fault of a configuration at once; exit code 2 when there is one.",
        footer = {
            "",
            "Examples:",
            "  mnvh config check config/paper.yaml",
            "  mnvh config check --set risk.max_gross_leverage_ratio=1.5"
        })
final class ConfigCheck implements Callable<Integer> {
    private final Screen screen;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The run's file (default: config/paper.yaml).")
    private @Nullable Path file;

    @Option(
            names = "--set",
            paramLabel = "SECTION.KEY=VALUE",
            description = "Overrides one key of the configuration; repeatable.")
    private List<String> sets = new ArrayList<>();

    ConfigCheck(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        Path given = file;
        Path path = given == null ? ConfigFlags.shipped("config/paper.yaml") : given;
        LoadedConfig loaded = ConfigLoader.load(path, sets, System.getenv());
        loaded.warnings().forEach(screen.err()::println);
        screen.err().flush();
        screen.out().print(ConfigReport.check(loaded));
        screen.out().flush();
        return ExitCode.OK.number();
    }
}
