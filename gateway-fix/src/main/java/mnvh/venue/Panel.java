package mnvh.venue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mnvh.units.FixedPoint;
import org.jspecify.annotations.Nullable;

/**
 * Bars of many symbols over common times: what a backtest and a recorded market read. Immutable; any thread.
 *
 * <p>Rows are bars in time order, columns are symbols. Prices and volumes are at 10^-8. A price of 0 means that the
 * symbol has no price in that bar. A bar is named by its close; integer indices count days from 1970-01-01.
 */
public final class Panel {
    /** Largest price that is taken; leaves room in 64 bits for books around it and for notionals. */
    public static final long MAX_PRICE = 10_000_000_000L * FixedPoint.SCALE;

    /** Length of a day, the bar of dates and of integer indices. */
    public static final long DAY_NS = 86_400_000_000_000L;

    private static final long HOUR_NS = 3_600_000_000_000L;
    private static final long DEFAULT_FUNDING_INTERVAL_NS = 8 * HOUR_NS;

    private final String source;
    private final List<String> symbols;
    private final Map<String, Integer> columns = new HashMap<>();
    private final long[] closeNs;
    private final long intervalNs;
    private final Bars bars;
    private final Funding funding;
    private final Map<String, SymbolRules> rules;

    /** Prices and volumes by row and column; a field that the data lacks is null. */
    record Bars(
            long[][] close,
            long @Nullable [][] open,
            long @Nullable [][] high,
            long @Nullable [][] low,
            long @Nullable [][] volume) {

        Bars window(int from, int to) {
            return new Bars(
                    Arrays.copyOfRange(close, from, to),
                    slice(open, from, to),
                    slice(high, from, to),
                    slice(low, from, to),
                    slice(volume, from, to));
        }

        private static long @Nullable [][] slice(long @Nullable [][] rows, int from, int to) {
            return rows == null ? null : Arrays.copyOfRange(rows, from, to);
        }
    }

    Panel(
            String source,
            List<String> symbols,
            long[] closeNs,
            long intervalNs,
            Bars bars,
            Funding funding,
            Map<String, SymbolRules> rules) {
        this.source = source;
        this.symbols = List.copyOf(symbols);
        for (int c = 0; c < symbols.size(); c++) {
            columns.put(symbols.get(c), c);
        }
        this.closeNs = closeNs;
        this.intervalNs = intervalNs;
        this.bars = bars;
        this.funding = funding;
        this.rules = Map.copyOf(rules);
    }

    /** @return file or folder the panel came from, for messages */
    public String source() {
        return source;
    }

    /** @return number of bars */
    public int rows() {
        return closeNs.length;
    }

    /** @return number of symbols */
    public int columns() {
        return symbols.size();
    }

    /** @return the symbols in column order */
    public List<String> symbols() {
        return symbols;
    }

    /** @return column of {@code symbol}, or -1 */
    public int columnOf(String symbol) {
        Integer column = columns.get(symbol);
        return column == null ? -1 : column;
    }

    /** @return what the data's symbols.csv says of {@code symbol}, or null */
    public @Nullable SymbolRules rules(String symbol) {
        return rules.get(symbol);
    }

    /** @return close of bar {@code row}, nanoseconds since 1970 */
    public long closeNs(int row) {
        return closeNs[row];
    }

    /** @return nominal length of a bar: the shortest distance between two closes, a day for dates and integers */
    public long intervalNs() {
        return intervalNs;
    }

    /** @return closing price, 0 when the symbol has no price in that bar */
    public long close(int row, int column) {
        return bars.close[row][column];
    }

    /** @return true when open, high and low are known */
    public boolean hasRange() {
        return bars.open != null;
    }

    /** @return opening price; the close where {@link #hasRange()} is false */
    public long open(int row, int column) {
        return (bars.open == null ? bars.close : bars.open)[row][column];
    }

    /** @return highest price; the close where {@link #hasRange()} is false */
    public long high(int row, int column) {
        return (bars.high == null ? bars.close : bars.high)[row][column];
    }

    /** @return lowest price; the close where {@link #hasRange()} is false */
    public long low(int row, int column) {
        return (bars.low == null ? bars.close : bars.low)[row][column];
    }

    /** @return true when traded volume is known */
    boolean hasVolume() {
        return bars.volume != null;
    }

    /** @return quantity traded in the bar; 0 where volume is not known */
    public long volume(int row, int column) {
        return bars.volume == null ? 0 : bars.volume[row][column];
    }

    /** @return the known settlements after the first bar's open */
    public Funding funding() {
        return funding;
    }

    /**
     * Settlements of this panel's time that no record covers: unknown, not zero.
     *
     * <p>Boundaries are the UTC multiples of each symbol's interval: symbols.csv's, else the distance of the symbol's
     * first two records, else eight hours.
     *
     * @return how many, over all symbols; 0 for a panel without any funding
     */
    public long unknownSettlements() {
        if (funding.size() == 0 || rows() == 0) {
            return 0;
        }
        long unknown = 0;
        for (int c = 0; c < columns(); c++) {
            unknown += unknownSettlements(c);
        }
        return unknown;
    }

    private long unknownSettlements(int column) {
        long first = 0;
        long second = 0;
        long known = 0;
        for (int f = 0; f < funding.size(); f++) {
            if (funding.column(f) == column) {
                known++;
                if (known == 1) {
                    first = funding.boundaryNs(f);
                } else if (known == 2) {
                    second = funding.boundaryNs(f);
                }
            }
        }
        SymbolRules said = rules.get(symbols.get(column));
        long interval = DEFAULT_FUNDING_INTERVAL_NS;
        if (said != null && said.fundingIntervalHours() > 0) {
            interval = said.fundingIntervalHours() * HOUR_NS;
        } else if (known > 1) {
            interval = second - first;
        }
        long boundaries =
                Math.floorDiv(closeNs[rows() - 1], interval) - Math.floorDiv(closeNs[0] - intervalNs, interval);
        return Math.max(0, boundaries - known);
    }

    /**
     * The bars whose close lies within a window, both ends included.
     *
     * @param from ISO instant or date, or an integer index (days from 1970-01-01); null for the start of the data
     * @param to the same; null for the end of the data
     * @return the window; throws {@link PanelException} when a bound cannot be read or no bar lies within
     */
    public Panel window(@Nullable String from, @Nullable String to) {
        return window(from == null ? Long.MIN_VALUE : timeNs(from), to == null ? Long.MAX_VALUE : timeNs(to));
    }

    /** @return the bars with {@code fromNs <= close <= toNs}; throws {@link PanelException} when there is none */
    public Panel window(long fromNs, long toNs) {
        int from = 0;
        while (from < rows() && closeNs[from] < fromNs) {
            from++;
        }
        int to = rows();
        while (to > from && closeNs[to - 1] > toNs) {
            to--;
        }
        if (from == to) {
            throw new PanelException(source + ": error: no bar within the window; the data closes from "
                    + Instant.ofEpochSecond(0, closeNs[0]) + " to " + Instant.ofEpochSecond(0, closeNs[rows() - 1]));
        }
        if (from == 0 && to == rows()) {
            return this;
        }
        return new Panel(
                source,
                symbols,
                Arrays.copyOfRange(closeNs, from, to),
                intervalNs,
                bars.window(from, to),
                funding.window(closeNs[from] - intervalNs, closeNs[to - 1]),
                rules);
    }

    /** @return the instant that {@code text} names, as {@link #window(String, String)} reads it */
    static long timeNs(String text) {
        try {
            if (!text.isEmpty() && text.length() <= 6 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return Math.multiplyExact(Long.parseLong(text), DAY_NS);
            }
            Instant instant = text.indexOf('T') < 0
                    ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                    : Instant.parse(text);
            return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
        } catch (DateTimeParseException | ArithmeticException e) {
            throw new PanelException(
                    "error: '" + text + "' is not a time; write 2026-01-31, 2026-01-31T08:00:00Z or an integer index",
                    e);
        }
    }
}
