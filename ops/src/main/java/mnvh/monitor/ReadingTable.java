package mnvh.monitor;

import java.util.ArrayList;
import java.util.List;

/**
 * Something read, as a table of texts.
 *
 * @param header names of the columns
 * @param rows one text for each column
 */
public record ReadingTable(List<String> header, List<List<String>> rows) {
    private static final String TAB = "\t";

    public ReadingTable {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /** @return the table with one row */
    public static ReadingTable of(List<String> header, List<String> row) {
        return new ReadingTable(header, List.of(row));
    }

    /** @return the text of a row in the column of this name; throws {@link IllegalArgumentException} without such */
    public String cell(int row, String column) {
        int at = header.indexOf(column);
        if (at < 0) {
            throw new IllegalArgumentException("no column " + column + " in " + header);
        }
        return rows.get(row).get(at);
    }

    /** @return an array of objects, every value a string so that decimals stay exact */
    public String json() {
        StringBuilder json = new StringBuilder("[");
        for (int r = 0; r < rows.size(); r++) {
            json.append(r == 0 ? "\n  {" : ",\n  {");
            for (int c = 0; c < header.size(); c++) {
                json.append(c == 0 ? "" : ", ").append(quoted(header.get(c))).append(": ");
                json.append(quoted(rows.get(r).get(c)));
            }
            json.append('}');
        }
        return json.append(rows.isEmpty() ? "]\n" : "\n]\n").toString();
    }

    /** @return a line for the header and one for each row, cells apart by tabs */
    public String tabbed() {
        StringBuilder lines = new StringBuilder(String.join(TAB, header)).append('\n');
        for (List<String> row : rows) {
            for (int c = 0; c < row.size(); c++) {
                lines.append(c == 0 ? "" : TAB).append(printable(row.get(c)));
            }
            lines.append('\n');
        }
        return lines.toString();
    }

    /** @return what {@link #tabbed} wrote; throws {@link IllegalArgumentException} where that is no table */
    public static ReadingTable parse(String tabbed) {
        List<List<String>> lines = new ArrayList<>();
        tabbed.lines().forEach(line -> lines.add(List.of(line.split(TAB, -1))));
        if (lines.isEmpty()
                || lines.stream().anyMatch(line -> line.size() != lines.get(0).size())) {
            throw new IllegalArgumentException("no table: " + tabbed);
        }
        return new ReadingTable(lines.get(0), lines.subList(1, lines.size()));
    }

    private static String quoted(String text) {
        return '"' + printable(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
