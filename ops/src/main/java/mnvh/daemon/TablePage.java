package mnvh.daemon;

import java.io.PrintWriter;
import java.util.List;
import mnvh.monitor.ReadingTable;
import mnvh.report.CsvWriter;

/** Prints a reading as a table, JSON or CSV. */
final class TablePage {
    private static final String GAP = "  ";

    private TablePage() {}

    static void print(ReadingTable table, Screen screen) {
        switch (screen.format()) {
            case TABLE -> lines(table, screen.out());
            case JSON -> screen.out().print(table.json());
            case CSV -> {
                CsvWriter csv = new CsvWriter(screen.out());
                csv.row(table.header().toArray(String[]::new));
                table.rows().forEach(row -> csv.row(row.toArray(String[]::new)));
            }
        }
        screen.out().flush();
    }

    private static void lines(ReadingTable table, PrintWriter out) {
        int[] widths = new int[table.header().size()];
        measure(table.header(), widths);
        table.rows().forEach(row -> measure(row, widths));
        line(table.header(), widths, out);
        table.rows().forEach(row -> line(row, widths, out));
    }

    private static void measure(List<String> cells, int[] widths) {
        for (int c = 0; c < widths.length; c++) {
            widths[c] = Math.max(widths[c], cells.get(c).length());
        }
    }

    private static void line(List<String> cells, int[] widths, PrintWriter out) {
        StringBuilder line = new StringBuilder();
        for (int c = 0; c < widths.length; c++) {
            String cell = cells.get(c);
            line.append(c == 0 ? "" : GAP).append(cell).append(" ".repeat(widths[c] - cell.length()));
        }
        out.println(line.toString().stripTrailing());
    }
}
