package mnvh.backtest;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Options of {@code mnvh backtest}.
 *
 * @param config the run's file
 * @param sets overrides, {@code section.key=value}
 * @param data a wide file of closes, or a folder
 * @param relatives true when the cells are price relatives
 * @param funding funding records, or null
 * @param from first close of the window, as {@code Panel.window} reads it, or null
 * @param to last close of the window, or null
 * @param periodsPerYear steps in a year; NaN to let it follow from their spacing
 * @param out folder that receives the report and the journal
 */
public record BacktestOptions(
        Path config,
        List<String> sets,
        Path data,
        boolean relatives,
        @Nullable Path funding,
        @Nullable String from,
        @Nullable String to,
        double periodsPerYear,
        Path out) {
    public BacktestOptions {
        sets = List.copyOf(sets);
    }
}
