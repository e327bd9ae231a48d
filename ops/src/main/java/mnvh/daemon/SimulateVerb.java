package mnvh.daemon;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code mnvh simulate}: the simulated venue alone, a FIX acceptor for any client. */
@Command(
        name = "simulate",
        description = "Runs the simulated venue alone: a FIX acceptor with order books and a market.",
        footer = {
            "",
            "Examples:",
            "  mnvh simulate --port 9880 --duration 2s",
            "  mnvh simulate --port 0 --speed 20x --seed 7 --duration 2s",
            "  mnvh simulate --port 0 --keep-orders --duration 2s"
        })
final class SimulateVerb implements Callable<Integer> {
    private static final int LARGEST_PORT = 65_535;

    private final Run<SimulateOptions> run;
    private final Screen screen;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ConfigFlags config = new ConfigFlags();

    @Option(names = "--port", paramLabel = "N", description = "Where to listen; 0 for any free port.")
    private @Nullable Integer port;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "Ends after this wall time, for example 10m.")
    private @Nullable Duration duration;

    @Option(names = "--keep-orders", description = "Orders outlive a lost session, as at venues that do not cancel.")
    private boolean keepOrders;

    @Option(names = "--lose-copies", description = "Tells the drop copy nothing, as a venue's fault.")
    private boolean loseCopies;

    @Mixin
    private MarketFlags market = new MarketFlags();

    SimulateVerb(Run<SimulateOptions> run, Screen screen) {
        this.run = run;
        this.screen = screen;
    }

    @Override
    public Integer call() throws Exception {
        market.check(spec);
        List<String> dedicated = new ArrayList<>(market.sets());
        Integer given = port;
        if (given != null) {
            if (given < 0 || given > LARGEST_PORT) {
                throw new ParameterException(spec.commandLine(), "--port must be within [0, 65535], got " + given);
            }
            dedicated.add("venue.fix.port=" + given);
        }
        SimulateOptions options = new SimulateOptions(
                config.file(),
                config.sets(dedicated),
                duration == null ? 0 : duration.toNanos(),
                keepOrders,
                loseCopies,
                market.market(),
                market.data(),
                market.from(),
                market.to());
        return run.run(options, screen).number();
    }
}
