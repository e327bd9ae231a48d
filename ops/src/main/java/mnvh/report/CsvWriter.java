package mnvh.report;

import java.io.PrintWriter;

/** Writes rows of comma-separated values: RFC 4180 quoting, lines ended by a line feed. One thread. */
public final class CsvWriter {
    private final PrintWriter out;
    private boolean first = true;

    /** @param out where rows go */
    public CsvWriter(PrintWriter out) {
        this.out = out;
    }

    /** Writes a whole row. */
    public void row(String... cells) {
        for (String cell : cells) {
            cell(cell);
        }
        endRow();
    }

    /** Appends one cell to the row. */
    public CsvWriter cell(String value) {
        if (!first) {
            out.print(',');
        }
        first = false;
        boolean plain = true;
        for (int i = 0; i < value.length() && plain; i++) {
            char c = value.charAt(i);
            plain = c != ',' && c != '"' && c != '\n' && c != '\r';
        }
        out.print(plain ? value : '"' + value.replace("\"", "\"\"") + '"');
        return this;
    }

    /** Appends a whole number. */
    public CsvWriter cell(long value) {
        return cell(Long.toString(value));
    }

    /** Appends a number; nothing where it is not finite. */
    public CsvWriter cell(double value) {
        return cell(Double.isFinite(value) ? Double.toString(value) : "");
    }

    /** Ends the row. */
    public void endRow() {
        out.print('\n');
        first = true;
    }
}
