package mnvh.daemon;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Options of {@code mnvh paper}.
 *
 * @param config the run's file
 * @param sets overrides, {@code section.key=value}; {@code --speed} and {@code --seed} stand among them
 * @param durationNs wall time after which the run ends in order; 0 for none
 * @param steps steps after which it ends; 0 for none
 * @param headless true for plain lines instead of the live view
 * @param latency true to record latencies and explain the longest pauses
 * @param market what the simulator quotes
 * @param data panel of a recorded market, or null
 * @param from first close of the window, as {@code Panel.window} reads it, or null
 * @param to last close of the window, or null
 */
public record PaperOptions(
        Path config,
        List<String> sets,
        long durationNs,
        long steps,
        boolean headless,
        boolean latency,
        MarketSource market,
        @Nullable Path data,
        @Nullable String from,
        @Nullable String to) {
    public PaperOptions {
        sets = List.copyOf(sets);
    }
}
