package mnvh.venue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import mnvh.units.FixedPoint;
import mnvh.units.Rounding;
import org.jspecify.annotations.Nullable;

/**
 * Reads a panel from a wide CSV file or from a folder of them; every file may be compressed with gzip.
 *
 * <p>A wide file has a header of symbols and an index in its first column: {@code open_time_ms} (the bar closes one
 * interval later), ISO dates (the bar closes at UTC midnight of the date) or integers (days from 1970-01-01). An empty
 * cell is a bar without a price. Prices lie within [0.00000001, 10000000000].
 *
 * <p>A folder holds {@code close} and may hold {@code open}, {@code high}, {@code low} (all three or none),
 * {@code volume} or {@code quote_volume}, {@code funding} and {@code symbols}, as {@code .csv} or {@code .csv.gz}.
 *
 * <p>All problems of a file are reported at once as {@link PanelException}, each as {@code file:line:column: error:
 * ...}.
 */
public final class PanelReader {
    private static final long NS_PER_MS = 1_000_000L;

    private PanelReader() {}

    /** @return the panel of a file or folder without further files; see {@link #read(Path, boolean, Path, Path)} */
    public static Panel read(Path path, boolean relatives) {
        return read(path, relatives, null, null);
    }

    /**
     * Reads everything.
     *
     * @param path a wide file, or a folder
     * @param relatives true when the file's cells are price relatives: each price is then the product from 1 on, and
     *     one bar of ones precedes the first; refused for folders
     * @param volume wide file of traded quantities in the price file's layout, or null
     * @param funding long file with columns time_ms, symbol and funding_rate, or null; other symbols' records are
     *     skipped
     * @return the panel; throws {@link PanelException} otherwise
     */
    public static Panel read(Path path, boolean relatives, @Nullable Path volume, @Nullable Path funding) {
        if (Files.isDirectory(path)) {
            if (relatives) {
                throw new PanelException(path + ": error: price relatives are read from one file, not from a folder");
            }
            return folder(path, volume, funding);
        }
        WideTable prices = relatives ? relatives(path) : prices(path);
        long @Nullable [][] volumes = volume == null ? null : volumes(volume, prices, false);
        return panel(path, prices, null, null, null, volumes, funding, Map.of());
    }

    private static Panel folder(Path folder, @Nullable Path volume, @Nullable Path funding) {
        Path closePath = CsvFile.find(folder, "close");
        if (closePath == null) {
            throw new PanelException(folder + ": error: the folder has neither close.csv nor close.csv.gz");
        }
        Path openPath = CsvFile.find(folder, "open");
        Path highPath = CsvFile.find(folder, "high");
        Path lowPath = CsvFile.find(folder, "low");
        WideTable close = prices(closePath);
        long @Nullable [][] open = null;
        long @Nullable [][] high = null;
        long @Nullable [][] low = null;
        if (openPath != null && highPath != null && lowPath != null) {
            open = rangeOf(openPath, close, null, 0);
            high = rangeOf(highPath, close, open, 1);
            low = rangeOf(lowPath, close, open, -1);
        } else if (openPath != null || highPath != null || lowPath != null) {
            throw new PanelException(folder + ": error: open, high and low must be given together");
        }
        long @Nullable [][] volumes = null;
        Path quantities = volume == null ? CsvFile.find(folder, "volume") : volume;
        Path values = CsvFile.find(folder, "quote_volume");
        if (quantities != null) {
            volumes = volumes(quantities, close, false);
        } else if (values != null) {
            volumes = volumes(values, close, true);
        }
        Path settlements = funding == null ? CsvFile.find(folder, "funding") : funding;
        Path rules = CsvFile.find(folder, "symbols");
        return panel(
                folder,
                close,
                open,
                high,
                low,
                volumes,
                settlements,
                rules == null ? Map.of() : SymbolsReader.rules(rules));
    }

    private static Panel panel(
            Path source,
            WideTable close,
            long @Nullable [][] open,
            long @Nullable [][] high,
            long @Nullable [][] low,
            long @Nullable [][] volume,
            @Nullable Path fundingPath,
            Map<String, SymbolRules> rules) {
        long interval = intervalNs(close);
        long[] closeNs = new long[close.index().length];
        for (int row = 0; row < closeNs.length; row++) {
            closeNs[row] = close.kind() == WideTable.IndexKind.OPEN_TIME_MS
                    ? close.index()[row] * NS_PER_MS + interval
                    : close.index()[row] * Panel.DAY_NS;
        }
        Funding funding = fundingPath == null ? Funding.NONE : FundingReader.read(fundingPath, close.symbols());
        return new Panel(
                source.toString(),
                close.symbols(),
                closeNs,
                interval,
                new Panel.Bars(close.values(), open, high, low, volume),
                funding.window(closeNs[0] - interval, closeNs[closeNs.length - 1]),
                rules);
    }

    private static long intervalNs(WideTable table) {
        if (table.kind() != WideTable.IndexKind.OPEN_TIME_MS) {
            return Panel.DAY_NS;
        }
        long[] index = table.index();
        if (index.length < 2) {
            throw new PanelException(
                    table.file() + ": error: a single bar has no length; at least two rows are needed");
        }
        long shortest = Long.MAX_VALUE;
        for (int row = 1; row < index.length; row++) {
            shortest = Math.min(shortest, index[row] - index[row - 1]);
        }
        return shortest * NS_PER_MS;
    }

    private static WideTable prices(Path path) {
        try (CsvFile file = CsvFile.open(path)) {
            return WideTable.read(file, (row, column, text) -> text.isEmpty() ? 0 : Cell.price(text), null);
        }
    }

    private static WideTable relatives(Path path) {
        try (CsvFile file = CsvFile.open(path)) {
            return RelativePath.withStart(WideTable.read(file, new RelativePath(), null));
        }
    }

    /** @param bound 1 for prices at or above close and open, -1 for at or below, 0 for neither */
    private static long[][] rangeOf(Path path, WideTable close, long @Nullable [][] open, int bound) {
        WideTable.CellReader cells = (row, column, text) -> {
            long atClose = close.values()[row][column];
            if (text.isEmpty() != (atClose == 0)) {
                throw new NumberFormatException("a bar needs all of open, high, low and close, or none");
            }
            long price = text.isEmpty() ? 0 : Cell.price(text);
            long atOpen = open == null ? price : open[row][column];
            if (bound > 0 && (price < atClose || price < atOpen)) {
                throw new NumberFormatException("high " + text + " is below the bar's open or close");
            }
            if (bound < 0 && (price > atClose || price > atOpen)) {
                throw new NumberFormatException("low " + text + " is above the bar's open or close");
            }
            return price;
        };
        try (CsvFile file = CsvFile.open(path)) {
            return WideTable.read(file, cells, close).values();
        }
    }

    /** @param inMoney true when the cells are quantity times price, which is then divided by the close */
    private static long[][] volumes(Path path, WideTable close, boolean inMoney) {
        WideTable.CellReader cells = (row, column, text) -> {
            long volume = text.isEmpty() ? 0 : Cell.volume(text);
            return inMoney ? quantity(volume, close.values()[row][column]) : volume;
        };
        try (CsvFile file = CsvFile.open(path)) {
            return WideTable.read(file, cells, close).values();
        }
    }

    private static long quantity(long money, long price) {
        if (price == 0) {
            return 0;
        }
        // Beyond 64 bits a volume is as good as unlimited.
        boolean fits = Math.multiplyHigh(money, FixedPoint.SCALE) < price / 4;
        return fits ? FixedPoint.divide(money, price, Rounding.TOWARDS_ZERO) : Long.MAX_VALUE;
    }
}
