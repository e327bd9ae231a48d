package mnvh.report;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mnvh.audit.Exact;

/**
 * Tables of exact numbers and what they add up to.
 *
 * <p>As CSV all tables are one: the first column names the table, and what they add up to follows as the table {@code
 * fact} with its name and value in the two last columns.
 */
public final class ExactReport {
    private final List<ExactTable> tables;
    private final Map<String, String> facts = new LinkedHashMap<>();
    private Exact residual = Exact.ZERO;

    /** @param tables in order */
    ExactReport(ExactTable... tables) {
        this.tables = List.of(tables);
    }

    /** Appends a fact in words. */
    ExactReport fact(String name, String value) {
        facts.put(name, value);
        return this;
    }

    /** Appends a number at 10^-8. */
    ExactReport fact(String name, Exact value) {
        return fact(name, AuditMismatch.text(value));
    }

    /** Appends what is missing to a sum, at 10^-8. */
    ExactReport residual(String name, Exact value) {
        residual = residual.add(value.abs());
        return fact(name, value);
    }

    /** @return true when every sum is what it must be, to the unit */
    public boolean isExact() {
        return residual.signum() == 0;
    }

    /** Prints the tables and the facts. */
    public void print(PrintWriter out, OutputFormat format) {
        switch (format) {
            case TABLE -> printTables(out);
            case JSON -> writeJson(new JsonWriter(out, false));
            case CSV -> writeCsv(new CsvWriter(out));
        }
        out.flush();
    }

    private void printTables(PrintWriter out) {
        for (ExactTable table : tables) {
            if (!table.isEmpty()) {
                table.print(out);
                out.println();
            }
        }
        int width = facts.keySet().stream().mapToInt(String::length).max().orElse(0);
        facts.forEach((name, value) ->
                out.println(name.replace('_', ' ') + " ".repeat(width - name.length()) + "  " + value));
    }

    private void writeJson(JsonWriter json) {
        json.begin();
        facts.forEach(json::field);
        for (ExactTable table : tables) {
            json.beginArray(table.name());
            for (Map<String, String> line : table.lines()) {
                json.beginElement();
                line.forEach((name, value) -> json.field(name, value.isEmpty() ? null : value));
                json.end();
            }
            json.endArray();
        }
        json.end();
    }

    private void writeCsv(CsvWriter csv) {
        Set<String> columns = new LinkedHashSet<>();
        tables.forEach(table -> columns.addAll(table.header()));
        columns.add("fact");
        columns.add("value");
        csv.cell("table");
        columns.forEach(csv::cell);
        csv.endRow();
        for (ExactTable table : tables) {
            for (Map<String, String> line : table.lines()) {
                writeLine(csv, table.name(), columns, line);
            }
        }
        facts.forEach((name, value) -> writeLine(csv, "fact", columns, Map.of("fact", name, "value", value)));
    }

    private static void writeLine(CsvWriter csv, String table, Set<String> columns, Map<String, String> cells) {
        csv.cell(table);
        columns.forEach(column -> csv.cell(cells.getOrDefault(column, "")));
        csv.endRow();
    }
}
