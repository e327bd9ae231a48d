package mnvh.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The lines of a report's CSV, read back by the names of the columns. */
final class ExactCells {
    private final List<Map<String, String>> lines = new ArrayList<>();
    private final Map<String, String> facts = new LinkedHashMap<>();

    ExactCells(ExactReport report) {
        List<String> text = print(report, OutputFormat.CSV).lines().toList();
        String[] header = text.get(0).split(",", -1);
        for (String line : text.subList(1, text.size())) {
            String[] cells = line.split(",", -1);
            assertEquals(header.length, cells.length, line);
            Map<String, String> named = new LinkedHashMap<>();
            for (int k = 0; k < cells.length; k++) {
                named.put(header[k], cells[k]);
            }
            if (cells[0].equals("fact")) {
                facts.put(named.getOrDefault("fact", ""), named.getOrDefault("value", ""));
            } else {
                lines.add(named);
            }
        }
    }

    static String print(ExactReport report, OutputFormat format) {
        StringWriter text = new StringWriter();
        report.print(new PrintWriter(text), format);
        return text.toString();
    }

    /** @return the report's JSON, read by a parser of something larger than JSON */
    static Map<?, ?> json(ExactReport report) {
        String text = print(report, OutputFormat.JSON);
        return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(text);
    }

    /** @return how many lines an array of {@link #json} has */
    static int size(Map<?, ?> json, String array) {
        return ((List<?>) Objects.requireNonNull(json.get(array), array)).size();
    }

    /** @return the lines where the cell of a column is this */
    List<Map<String, String>> where(String column, String value) {
        return lines.stream().filter(line -> value.equals(line.get(column))).toList();
    }

    /** @return what a column of those lines adds up to, empty cells being nothing */
    static BigDecimal sum(List<Map<String, String>> lines, String column) {
        return lines.stream()
                .map(line -> Objects.requireNonNull(line.get(column), column))
                .filter(cell -> !cell.isEmpty())
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    List<Map<String, String>> lines() {
        return lines;
    }

    String fact(String name) {
        return Objects.requireNonNull(facts.get(name), name);
    }

    BigDecimal number(String name) {
        return new BigDecimal(fact(name));
    }
}
