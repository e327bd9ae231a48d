package mnvh.daemon;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A run's natural end: at most one of the two. */
final class EndFlags {
    @Option(
            names = "--duration",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "Ends in order after this wall time, for example 10m.")
    private @Nullable Duration duration;

    @Option(names = "--steps", paramLabel = "N", description = "Ends in order after N steps.")
    private @Nullable Long steps;

    /** @return nanoseconds; 0 for none */
    long durationNs() {
        return duration == null ? 0 : duration.toNanos();
    }

    /** @return 0 for none */
    long steps() {
        return steps == null ? 0 : steps;
    }
}
