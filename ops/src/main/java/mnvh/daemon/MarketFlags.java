package mnvh.daemon;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What a simulator quotes and how fast, the same for the verbs that start one. */
final class MarketFlags {
    @Option(
            names = "--market",
            paramLabel = "synthetic|recorded",
            defaultValue = "synthetic",
            description = "Prices drawn from a seed, or those of a panel (default: synthetic).")
    private MarketSource market = MarketSource.SYNTHETIC;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Panel of a recorded market: a folder or a wide CSV file.")
    private @Nullable Path data;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "First close of a recorded market, for example 2026-01-31.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Last close of a recorded market.")
    private @Nullable String to;

    @Option(
            names = "--speed",
            paramLabel = "FACTOR",
            converter = SpeedConverter.class,
            description = "Simulated seconds per second, for example 20x.")
    private @Nullable Double speed;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of every random draw of the simulator.")
    private @Nullable Long seed;

    /** Refuses combinations that mean nothing. */
    void check(CommandSpec spec) {
        if (market == MarketSource.RECORDED && data == null) {
            throw new ParameterException(spec.commandLine(), "--market recorded needs --data DIR");
        }
        if (market == MarketSource.SYNTHETIC && (data != null || from != null || to != null)) {
            throw new ParameterException(spec.commandLine(), "--data, --from and --to need --market recorded");
        }
    }

    /** @return the overrides that {@code --speed} and {@code --seed} stand for */
    List<String> sets() {
        List<String> sets = new ArrayList<>();
        if (speed != null) {
            sets.add("venue.simulator.speed=" + speed);
        }
        if (seed != null) {
            sets.add("venue.simulator.seed=" + seed);
        }
        return sets;
    }

    MarketSource market() {
        return market;
    }

    @Nullable
    Path data() {
        return data;
    }

    @Nullable
    String from() {
        return from;
    }

    @Nullable
    String to() {
        return to;
    }
}
