package mnvh.report;

import java.io.PrintWriter;
import java.util.Map;
import mnvh.units.DecimalText;
import mnvh.universe.Universe;
import mnvh.universe.UniverseText;
import org.jspecify.annotations.Nullable;

/**
 * A session as double entry in plain text: each component's change is one balanced transaction, in the format that
 * ledger and hledger read.
 *
 * <p>One thread; takes the lines of a {@link SessionWalk} in order.
 */
public final class PostingText {
    private static final String CASH = "Assets:Cash";
    private static final Map<String, String> COUNTER_ACCOUNTS = Map.ofEntries(
            Map.entry("mtm", "Income:Mark To Market:"),
            Map.entry("edge", "Income:Execution Edge:"),
            Map.entry("fee", "Expenses:Fees:"),
            Map.entry("rebate", "Income:Rebates:"),
            Map.entry("funding", "Income:Funding:"),
            Map.entry("borrow", "Expenses:Borrow:"),
            Map.entry("interest", "Income:Interest:"),
            Map.entry("fx", "Income:Currency:"),
            Map.entry("rounding", "Equity:Rounding:"),
            Map.entry("external", "Equity:External:"),
            Map.entry("suspense", "Equity:Suspense:"));

    private final PrintWriter out;
    private @Nullable Universe universe;
    private boolean opened;

    /** @param out where the transactions go */
    public PostingText(PrintWriter out) {
        this.out = out;
    }

    /** Writes the line's transactions; most lines have none. */
    public void write(RecordLine line) {
        switch (line.type()) {
            case "universe" -> universe = UniverseText.parse(line.fields().getOrDefault("text", ""));
            case "step" -> open(line);
            case "column" -> writeColumn(line);
            default -> {
                // Nothing else moves money.
            }
        }
    }

    /** Before the first step nothing is held: its equity is the opening cash. */
    private void open(RecordLine line) {
        if (!opened) {
            opened = true;
            Universe known = universe;
            String currency = known == null ? "USD" : known.get(0).currency();
            transaction(line, "opening", CASH, "Equity:Opening", line.fields().getOrDefault("equity", "0"), currency);
        }
    }

    private void writeColumn(RecordLine line) {
        String component = line.fields().getOrDefault("column", "");
        boolean cashflow = component.equals("trading-cashflow");
        String counter = COUNTER_ACCOUNTS.get(component);
        if (counter == null && !cashflow) {
            return;
        }
        line.fields().forEach((symbol, amount) -> {
            if (symbol.equals("column")) {
                return;
            }
            boolean position = cashflow || component.equals("mtm");
            transaction(
                    line,
                    component + " " + symbol,
                    position ? "Assets:Positions:" + symbol : CASH,
                    cashflow ? CASH : counter + symbol,
                    amount,
                    currency(symbol));
        });
    }

    private String currency(String symbol) {
        Universe known = universe;
        int index = known == null ? Universe.UNKNOWN : known.indexOf(symbol);
        return known == null || index == Universe.UNKNOWN
                ? "USD"
                : known.get(index).currency();
    }

    private void transaction(
            RecordLine line, String what, String raised, String counter, String amount, String currency) {
        String time = SessionReport.time(line.timestampNs());
        String negated = DecimalText.format(Math.negateExact(DecimalText.parse(amount)));
        out.print(time.substring(0, 10) + " (" + line.stream() + ":" + line.sequence() + ") " + what + "  ; " + time
                + "\n");
        out.print("    " + raised + "  " + amount + " " + currency + "\n");
        out.print("    " + counter + "  " + negated + " " + currency + "\n\n");
    }
}
