package mnvh.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A report as aligned columns, or as the Markdown of a page. */
public final class BenchTable {
    private static final List<String> HEADINGS =
            List.of("figure", "measured", "spread", "limit", "ratio", "goal", "met", "warm-up");

    private BenchTable() {}

    /** Prints machine, date, load and every figure. */
    public static void print(BenchReport report, PrintWriter out) {
        out.println(report.machine().text());
        out.println(dateAndLoad(report));
        for (BenchReport.Group group : report.groups()) {
            out.println();
            out.println(String.format(Locale.ROOT, "%s: %s (%.0f s)", group.name(), group.summary(), group.seconds()));
            List<List<String>> rows = rows(group, report.brief());
            int[] widths = new int[HEADINGS.size()];
            widen(widths, HEADINGS);
            rows.forEach(row -> widen(widths, row));
            out.println(aligned(HEADINGS, widths));
            rows.forEach(row -> out.println(aligned(row, widths)));
        }
        if (report.brief()) {
            out.println();
            out.println("Short form: it shows that everything runs; its numbers mean nothing.");
        }
        out.flush();
    }

    /** @return the same for a page, lines ended by line feeds */
    public static String markdown(BenchReport report) {
        StringBuilder page = new StringBuilder();
        for (String line : report.machine().text().lines().toList()) {
            page.append("- ").append(line).append('\n');
        }
        page.append("- ").append(dateAndLoad(report)).append("\n\n");
        page.append("| ").append(String.join(" | ", HEADINGS)).append(" |\n");
        page.append("|---".repeat(HEADINGS.size())).append("|\n");
        for (BenchReport.Group group : report.groups()) {
            for (List<String> row : rows(group, report.brief())) {
                page.append('|');
                for (String cell : row) {
                    page.append(cell.isEmpty() ? " |" : " " + cell.replace("|", "\\|") + " |");
                }
                page.append('\n');
            }
        }
        return page.toString();
    }

    private static String dateAndLoad(BenchReport report) {
        return String.format(
                Locale.ROOT,
                "Measured %s, load average %s before and %s after",
                report.date(),
                load(report.loadBefore()),
                load(report.loadAfter()));
    }

    private static String load(double load) {
        return Double.isNaN(load) ? "unknown" : String.format(Locale.ROOT, "%.2f", load);
    }

    private static List<List<String>> rows(BenchReport.Group group, boolean brief) {
        List<List<String>> rows = new ArrayList<>();
        for (Figure figure : group.figures()) {
            rows.add(List.of(
                    figure.name(),
                    FigureText.measured(figure),
                    FigureText.spread(figure),
                    FigureText.limit(figure),
                    FigureText.ratio(figure),
                    FigureText.goal(figure),
                    FigureText.met(figure, brief),
                    FigureText.warmUp(figure)));
        }
        return rows;
    }

    private static void widen(int[] widths, List<String> row) {
        for (int k = 0; k < widths.length; k++) {
            widths[k] = Math.max(widths[k], row.get(k).length());
        }
    }

    private static String aligned(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int k = 0; k < widths.length; k++) {
            String cell = row.get(k);
            line.append("  ").append(cell).append(" ".repeat(widths[k] - cell.length()));
        }
        return line.toString().stripTrailing();
    }
}
