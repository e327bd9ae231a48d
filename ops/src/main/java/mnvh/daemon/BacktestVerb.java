package mnvh.daemon;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import mnvh.backtest.BacktestOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code mnvh backtest}: a panel of bars through the production handler. */
@Command(
        name = "backtest",
        description = "Runs a panel of bars through the production handler and reports.",
        footer = {
            "",
            "Examples:",
            "  mnvh backtest --config config/literal-backtest.yaml --data bars.csv --out out",
            "  mnvh backtest --config config/strict-backtest.yaml --data bars.csv --out out2"
        })
final class BacktestVerb implements Callable<Integer> {
    private final Run<BacktestOptions> run;
    private final Screen screen;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ConfigFlags config = new ConfigFlags();

    @Option(
            names = "--data",
            paramLabel = "PANEL",
            required = true,
            description = "A wide CSV file of closes, or a folder with close.csv and more; gzip is read too.")
    private Path data = Path.of("");

    @Option(names = "--relatives", description = "The cells are price relatives, not prices.")
    private boolean relatives;

    @Option(names = "--funding", paramLabel = "FILE", description = "Funding records of perpetuals.")
    private @Nullable Path funding;

    @Option(names = "--from", paramLabel = "TIME", description = "First close, for example 2026-01-31.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Last close.")
    private @Nullable String to;

    @Option(
            names = "--periods-per-year",
            paramLabel = "N",
            description = "Steps in a year (default: from their spacing; daily bars of an exchange: 252).")
    private @Nullable Double periodsPerYear;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Receives summary.json, steps.csv, components.csv, fills.csv and the journal.")
    private Path out = Path.of("");

    @Mixin
    private OutputFlag output = new OutputFlag();

    BacktestVerb(Run<BacktestOptions> run, Screen screen) {
        this.run = run;
        this.screen = screen;
    }

    @Override
    public Integer call() throws Exception {
        Double given = periodsPerYear;
        if (given != null && !(given > 0 && Double.isFinite(given))) {
            throw new ParameterException(spec.commandLine(), "--periods-per-year must be positive, got " + given);
        }
        BacktestOptions options = new BacktestOptions(
                config.file(),
                config.sets(List.of()),
                data,
                relatives,
                funding,
                from,
                to,
                given == null ? Double.NaN : given,
                out);
        return run.run(options, output.on(screen)).number();
    }
}
