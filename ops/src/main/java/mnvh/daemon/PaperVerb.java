package mnvh.daemon;

import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code mnvh paper}: the daemon over real FIX against a simulator. */
@Command(
        name = "paper",
        description = "Trades on paper: real FIX against a simulated venue, no account, no key.",
        footer = {
            "",
            "Examples:",
            "  mnvh paper --duration 5s",
            "  mnvh paper --steps 5 --speed 20x --seed 42 --headless",
            "  mnvh paper --steps 5 --headless --latency"
        })
final class PaperVerb implements Callable<Integer> {
    private final Run<PaperOptions> run;
    private final Screen screen;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ConfigFlags config = new ConfigFlags();

    @ArgGroup
    private EndFlags end = new EndFlags();

    @Mixin
    private MarketFlags market = new MarketFlags();

    @Option(names = "--headless", description = "Prints plain lines instead of the live view.")
    private boolean headless;

    @Option(
            names = "--latency",
            description = "Records the latency of every stage, and at the end prints it and names what the longest"
                    + " pauses overlap with: collections, safepoints, page faults, the scheduler.")
    private boolean latency;

    @Mixin
    private OutputFlag output = new OutputFlag();

    PaperVerb(Run<PaperOptions> run, Screen screen) {
        this.run = run;
        this.screen = screen;
    }

    @Override
    public Integer call() throws Exception {
        market.check(spec);
        if (end.steps() < 0) {
            throw new ParameterException(spec.commandLine(), "--steps must be positive, got " + end.steps());
        }
        PaperOptions options = new PaperOptions(
                config.file(),
                config.sets(market.sets()),
                end.durationNs(),
                end.steps(),
                headless,
                latency,
                market.market(),
                market.data(),
                market.from(),
                market.to());
        return run.run(options, output.on(screen)).number();
    }
}
