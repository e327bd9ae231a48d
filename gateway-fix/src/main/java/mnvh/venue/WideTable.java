package mnvh.venue;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One wide file: an index column and a column per symbol.
 *
 * @param file where it was read, for messages
 * @param symbols the header without the index
 * @param kind what the index counts
 * @param index strictly increasing: epoch milliseconds of the bar's open, or days from 1970-01-01
 * @param values fixed-point numbers by row and column
 */
record WideTable(String file, List<String> symbols, IndexKind kind, long[] index, long[][] values) {
    private static final int LONGEST_SYMBOL = 32;
    private static final long LAST_DAY = 100_000;
    private static final long LAST_MS = 9_000_000_000_000L;

    /** What the first column holds. */
    enum IndexKind {
        OPEN_TIME_MS,
        DATE,
        INTEGER
    }

    /** Reads one cell; refuses it with a {@link NumberFormatException} whose message is ready to print. */
    @FunctionalInterface
    interface CellReader {
        long read(int row, int column, String text);
    }

    /**
     * Reads a whole file.
     *
     * @param reference the table whose symbols and index the file must share, or null
     * @return the table; throws {@link PanelException} with everything that is wrong with the file
     */
    static WideTable read(CsvFile file, CellReader cells, @Nullable WideTable reference) {
        List<String> symbols = symbols(file, reference);
        file.refuseProblems();
        String indexName = file.fields().get(0);
        IndexKind kind = IndexKind.INTEGER;
        List<Long> index = new ArrayList<>();
        List<long[]> values = new ArrayList<>();
        long previous = Long.MIN_VALUE;
        while (file.next()) {
            List<String> fields = file.fields();
            if (fields.size() != symbols.size() + 1) {
                file.problem(0, "expected " + (symbols.size() + 1) + " cells, found " + fields.size());
                continue;
            }
            if (index.isEmpty()) {
                kind = kindOf(indexName, fields.get(0));
            }
            long at;
            try {
                at = indexOf(kind, fields.get(0));
            } catch (NumberFormatException e) {
                file.problem(0, "index: " + e.getMessage());
                continue;
            }
            if (at <= previous) {
                file.problem(0, "the index must increase, got " + fields.get(0) + " after " + show(kind, previous));
                continue;
            }
            previous = at;
            int row = index.size();
            if (reference != null && (row >= reference.index.length || reference.index[row] != at)) {
                file.problem(0, "index " + fields.get(0) + " differs from row " + (row + 1) + " of " + reference.file);
                file.refuseProblems();
            }
            index.add(at);
            values.add(row(file, symbols, cells, row));
        }
        if (index.isEmpty()) {
            file.problem("the file has no rows");
        } else if (reference != null && index.size() < reference.index.length) {
            file.problem(index.size() + " rows, but " + reference.file + " has " + reference.index.length);
        }
        file.refuseProblems();
        return new WideTable(
                file.path().toString(),
                symbols,
                kind,
                index.stream().mapToLong(Long::longValue).toArray(),
                values.toArray(long[][]::new));
    }

    private static long[] row(CsvFile file, List<String> symbols, CellReader cells, int row) {
        List<String> fields = file.fields();
        long[] values = new long[symbols.size()];
        for (int c = 0; c < values.length; c++) {
            try {
                values[c] = cells.read(row, c, fields.get(c + 1));
            } catch (NumberFormatException e) {
                file.problem(c + 1, symbols.get(c) + ": " + e.getMessage());
            }
        }
        return values;
    }

    private static List<String> symbols(CsvFile file, @Nullable WideTable reference) {
        List<String> symbols =
                List.copyOf(file.fields().subList(1, file.fields().size()));
        if (symbols.isEmpty()) {
            file.problem(0, "the header names no symbols");
        }
        Set<String> seen = new HashSet<>();
        for (int c = 0; c < symbols.size(); c++) {
            String symbol = symbols.get(c);
            if (symbol.isEmpty()
                    || symbol.length() > LONGEST_SYMBOL
                    || !symbol.chars().allMatch(x -> x > ' ' && x <= '~')) {
                file.problem(
                        c + 1,
                        "a symbol must have 1 to " + LONGEST_SYMBOL + " printable ASCII characters and no blanks, got '"
                                + symbol + "'");
            } else if (!seen.add(symbol)) {
                file.problem(c + 1, "symbol '" + symbol + "' stands twice");
            }
        }
        if (reference != null && !symbols.equals(reference.symbols)) {
            file.problem(0, "the symbols differ from those of " + reference.file);
        }
        return symbols;
    }

    private static IndexKind kindOf(String name, String first) {
        if (name.equals("open_time_ms")) {
            return IndexKind.OPEN_TIME_MS;
        }
        return first.indexOf('-') > 0 ? IndexKind.DATE : IndexKind.INTEGER;
    }

    private static long indexOf(IndexKind kind, String text) {
        switch (kind) {
            case OPEN_TIME_MS:
                return Cell.integer(text, 0, LAST_MS);
            case INTEGER:
                return Cell.integer(text, 0, LAST_DAY);
            default:
                try {
                    long day = LocalDate.parse(text).toEpochDay();
                    if (Math.abs(day) <= LAST_DAY) {
                        return day;
                    }
                } catch (DateTimeParseException e) {
                    throw new NumberFormatException("not a date like 2026-01-31: '" + text + "'");
                }
                throw new NumberFormatException("date out of range: '" + text + "'");
        }
    }

    private static String show(IndexKind kind, long index) {
        return kind == IndexKind.DATE ? LocalDate.ofEpochDay(index).toString() : Long.toString(index);
    }
}
