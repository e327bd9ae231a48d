package mnvh.daemon;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Options of {@code mnvh simulate}.
 *
 * @param config the run's file, whose venue is simulated
 * @param sets overrides, {@code section.key=value}; {@code --port}, {@code --speed} and {@code --seed} stand among them
 * @param durationNs wall time after which it ends; 0 for none
 * @param keepOrders whether orders outlive a lost session
 * @param loseCopies whether the drop copy is told nothing
 * @param market what it quotes
 * @param data panel of a recorded market, or null
 * @param from first close of the window, as {@code Panel.window} reads it, or null
 * @param to last close of the window, or null
 */
public record SimulateOptions(
        Path config,
        List<String> sets,
        long durationNs,
        boolean keepOrders,
        boolean loseCopies,
        MarketSource market,
        @Nullable Path data,
        @Nullable String from,
        @Nullable String to) {
    public SimulateOptions {
        sets = List.copyOf(sets);
    }
}
