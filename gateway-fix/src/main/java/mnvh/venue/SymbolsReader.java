package mnvh.venue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mnvh.units.FixedPoint;

/**
 * Reads a data folder's symbols file: {@code symbol, price_decimals, qty_decimals} and maybe {@code
 * funding_interval_h}.
 */
final class SymbolsReader {
    private static final int LONGEST_FUNDING_INTERVAL_H = 24;

    private SymbolsReader() {}

    /** @return the rules by symbol; throws {@link PanelException} with everything that is wrong */
    static Map<String, SymbolRules> rules(Path path) {
        try (CsvFile file = CsvFile.open(path)) {
            int symbol = FundingReader.required(file, "symbol");
            int price = FundingReader.required(file, "price_decimals");
            int quantity = FundingReader.required(file, "qty_decimals");
            int interval = file.indexOf("funding_interval_h");
            file.refuseProblems();
            int width = file.fields().size();
            Map<String, SymbolRules> rules = new HashMap<>();
            while (file.next()) {
                List<String> fields = file.fields();
                if (fields.size() != width) {
                    file.problem(0, "expected " + width + " cells, found " + fields.size());
                    continue;
                }
                SymbolRules line = new SymbolRules(
                        number(file, price, FixedPoint.DECIMALS),
                        number(file, quantity, FixedPoint.DECIMALS),
                        interval < 0 ? 0 : number(file, interval, LONGEST_FUNDING_INTERVAL_H));
                if (rules.put(fields.get(symbol), line) != null) {
                    file.problem(symbol, "symbol '" + fields.get(symbol) + "' stands twice");
                }
            }
            file.refuseProblems();
            return rules;
        }
    }

    private static int number(CsvFile file, int field, int max) {
        try {
            return Math.toIntExact(Cell.integer(file.fields().get(field), 0, max));
        } catch (NumberFormatException e) {
            file.problem(field, "decimals or hours: " + e.getMessage());
            return 0;
        }
    }
}
