package mnvh.report;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mnvh.audit.Exact;

/**
 * Lines of words and exact numbers at 10^-8. Filled cell by cell, from left to right; columns marked for it are added
 * up. One thread.
 */
final class ExactTable {
    /** What a column holds. */
    enum Kind {
        /** Words, set from the left. */
        TEXT,
        /** Numbers that have no sum, as they are in different units. */
        NUMBER,
        /** Numbers of one unit. */
        SUM
    }

    /** A column's place is that in {@link #columns}. */
    private record Column(String name, Kind kind) {}

    private static final String NOTHING = "0";

    private final String name;
    private final List<Column> columns = new ArrayList<>();
    private final List<Exact> sums = new ArrayList<>();
    private final List<List<String>> lines = new ArrayList<>();
    private List<String> line = new ArrayList<>();

    /** @param name of the table, in snake case */
    ExactTable(String name) {
        this.name = name;
    }

    /** Appends columns of one kind. */
    ExactTable columns(Kind kind, String... names) {
        for (String each : names) {
            columns.add(new Column(each, kind));
            sums.add(Exact.ZERO);
        }
        return this;
    }

    /** Appends words, empty for none, or a number that has no decimals. */
    ExactTable text(String value) {
        line.add(value);
        return this;
    }

    /** Appends a number at 10^-8. */
    ExactTable number(Exact value) {
        int place = line.size();
        sums.set(place, sums.get(place).add(value));
        return text(AuditMismatch.text(value));
    }

    /** Leaves cells empty. */
    ExactTable skip(int cells) {
        for (int n = 0; n < cells; n++) {
            text("");
        }
        return this;
    }

    /** Ends the line. */
    void end() {
        if (line.size() != columns.size()) {
            throw new IllegalStateException(line.size() + " cells for " + columns.size() + " columns: " + line);
        }
        lines.add(line);
        line = new ArrayList<>();
    }

    /** @return the table's name */
    String name() {
        return name;
    }

    /** @return true without lines */
    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** @return names of the columns, in order */
    List<String> header() {
        return columns.stream().map(Column::name).toList();
    }

    /** @return the sum of the last column at 10^-8 */
    Exact sum() {
        return sums.get(sums.size() - 1);
    }

    /** @return each line by the names of its cells, in order; empty cells too */
    List<Map<String, String>> lines() {
        List<Map<String, String>> named = new ArrayList<>();
        for (List<String> cells : lines) {
            Map<String, String> each = new LinkedHashMap<>();
            for (int k = 0; k < cells.size(); k++) {
                each.put(columns.get(k).name, cells.get(k));
            }
            named.add(each);
        }
        return named;
    }

    /** Prints aligned columns, those left out that say nothing anywhere, and the sums below. */
    void print(PrintWriter out) {
        List<List<String>> all = new ArrayList<>();
        all.add(header());
        all.addAll(lines);
        if (columns.stream().anyMatch(column -> column.kind == Kind.SUM)) {
            all.add(totals());
        }
        int[] widths = new int[columns.size()];
        for (int k = 0; k < widths.length; k++) {
            widths[k] = width(all, k);
        }
        for (List<String> cells : all) {
            StringBuilder text = new StringBuilder();
            for (int k = 0; k < widths.length; k++) {
                if (widths[k] > 0) {
                    String cell = cells.get(k);
                    String pad = " ".repeat(widths[k] - cell.length());
                    text.append(text.length() == 0 ? "" : "  ");
                    text.append(columns.get(k).kind == Kind.TEXT ? cell + pad : pad + cell);
                }
            }
            out.println(text.toString().stripTrailing());
        }
    }

    private List<String> totals() {
        List<String> totals = new ArrayList<>();
        for (int k = 0; k < columns.size(); k++) {
            totals.add(columns.get(k).kind == Kind.SUM ? AuditMismatch.text(sums.get(k)) : k == 0 ? "total" : "");
        }
        return totals;
    }

    /** @return characters of the widest cell, 0 for a column without a word or number; the first and last have one */
    private int width(List<List<String>> all, int place) {
        boolean says = place == 0 || place == columns.size() - 1;
        int widest = 0;
        for (int n = 0; n < all.size(); n++) {
            String cell = all.get(n).get(place);
            widest = Math.max(widest, cell.length());
            says |= n > 0 && !cell.isEmpty() && !cell.equals(NOTHING);
        }
        return says ? widest : 0;
    }
}
