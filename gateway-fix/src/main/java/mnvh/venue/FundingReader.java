package mnvh.venue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads funding settlements: a long file with columns {@code time_ms}, {@code symbol} and {@code funding_rate}. */
final class FundingReader {
    private static final long NS_PER_MS = 1_000_000L;
    private static final long LAST_MS = 9_000_000_000_000L;

    private FundingReader() {}

    private record Settlement(long boundaryNs, int column, long rate) {}

    /**
     * @param symbols the panel's columns; records of other symbols are skipped
     * @return the settlements in time order; throws {@link PanelException} with everything that is wrong
     */
    static Funding read(Path path, List<String> symbols) {
        Map<String, Integer> columns = new HashMap<>();
        for (String symbol : symbols) {
            columns.put(symbol, columns.size());
        }
        try (CsvFile file = CsvFile.open(path)) {
            int time = required(file, "time_ms");
            int symbol = required(file, "symbol");
            int rate = required(file, "funding_rate");
            file.refuseProblems();
            List<String> names = file.fields();
            int width = names.size();
            List<Settlement> settlements = new ArrayList<>();
            Set<Settlement> seen = new HashSet<>();
            while (file.next()) {
                List<String> fields = file.fields();
                if (fields.size() != width) {
                    file.problem(0, "expected " + width + " cells, found " + fields.size());
                    continue;
                }
                Integer column = columns.get(fields.get(symbol));
                if (column == null) {
                    continue;
                }
                int at = time;
                try {
                    long boundaryNs = Cell.integer(fields.get(time), 0, LAST_MS) * NS_PER_MS;
                    at = rate;
                    settlements.add(new Settlement(boundaryNs, column, Cell.rate(fields.get(rate))));
                    if (!seen.add(new Settlement(boundaryNs, column, 0))) {
                        file.problem(time, fields.get(symbol) + " is settled twice at " + fields.get(time));
                    }
                } catch (NumberFormatException e) {
                    file.problem(at, names.get(at) + ": " + e.getMessage());
                }
            }
            file.refuseProblems();
            return funding(settlements);
        }
    }

    /** @return the field's index in the header; notes a problem when it is missing */
    static int required(CsvFile file, String name) {
        int index = file.indexOf(name);
        if (index < 0) {
            file.problem(0, "the header lacks '" + name + "'");
        }
        return index;
    }

    private static Funding funding(List<Settlement> settlements) {
        settlements.sort(Comparator.comparingLong(Settlement::boundaryNs).thenComparingInt(Settlement::column));
        return new Funding(
                settlements.stream().mapToLong(Settlement::boundaryNs).toArray(),
                settlements.stream().mapToInt(Settlement::column).toArray(),
                settlements.stream().mapToLong(Settlement::rate).toArray());
    }
}
