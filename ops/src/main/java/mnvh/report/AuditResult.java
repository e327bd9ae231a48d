package mnvh.report;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mnvh.audit.AuditReadings;
import mnvh.units.Component;
import mnvh.universe.Currencies;
import org.jspecify.annotations.Nullable;

/**
 * What an audit found.
 *
 * @param events inbound records audited, without configuration and universe
 * @param frames frames compared
 * @param fills fills booked
 * @param steps steps closed
 * @param currencies codes, the reporting currency first
 * @param refused records that the engine refused to book, by its own notice
 * @param unaudited records behind the last frame of a session that was not closed
 * @param finalEquity in the reporting currency at the last index prices, exact decimal
 * @param totals components that are not zero, by currency
 * @param difference the first difference, null for none
 */
public record AuditResult(
        long events,
        long frames,
        long fills,
        long steps,
        List<String> currencies,
        long refused,
        long unaudited,
        String finalEquity,
        List<Total> totals,
        @Nullable AuditDifference difference) {
    /**
     * A component of a currency over the session; all exact decimals, positive raises equity.
     *
     * @param currency code
     * @param component in snake case
     * @param amount in the currency
     * @param reported in the reporting currency
     */
    public record Total(String currency, String component, String amount, String reported) {}

    public AuditResult {
        currencies = List.copyOf(currencies);
        totals = List.copyOf(totals);
    }

    /** @return the components that are not zero in their currency or in the reporting one */
    static List<Total> totals(AuditReadings readings, Currencies currencies) {
        List<Total> totals = new ArrayList<>();
        for (int c = 0; c < currencies.size(); c++) {
            for (Component component : Component.values()) {
                String amount = AuditMismatch.text(readings.componentOfCurrency(component, c));
                String reported = AuditMismatch.text(readings.reportedComponent(component, c));
                if (!amount.equals("0") || !reported.equals("0")) {
                    totals.add(new Total(currencies.code(c), SessionReport.name(component), amount, reported));
                }
            }
        }
        return totals;
    }

    /** @return true when everything agrees */
    public boolean agrees() {
        return difference == null;
    }

    private String verdict() {
        return agrees() ? "AUDITED" : "DIFFERENT";
    }

    /** Prints the result. @param eventsPerSecond how fast the audit was */
    public void print(PrintWriter out, OutputFormat format, long eventsPerSecond) {
        switch (format) {
            case JSON -> writeJson(out, eventsPerSecond);
            case CSV -> writeCsv(out, eventsPerSecond);
            case TABLE -> writeTable(out, eventsPerSecond);
        }
        out.flush();
    }

    private void writeTable(PrintWriter out, long eventsPerSecond) {
        AuditDifference found = difference;
        String counts = events + " events, " + frames + " frames, " + fills + " fills, " + steps + " steps, "
                + currencies.size() + (currencies.size() == 1 ? " currency" : " currencies");
        if (found != null) {
            out.println(verdict() + "  after " + counts);
            out.println(found.line());
            return;
        }
        out.println(verdict() + "  " + counts + ": every balance, component, lot and certificate agrees");
        out.println("final equity " + finalEquity + " " + currencies.get(0) + ", residual 0, " + eventsPerSecond
                + " events per second");
        if (refused > 0) {
            out.println(refused + " records were refused by the engine and are not booked");
        }
        if (unaudited > 0) {
            out.println(unaudited + " events follow the last frame of a session that was not closed: not audited");
        }
        String line = "%-8s  %-16s  %24s  %24s%n";
        out.printf(Locale.ROOT, line, "currency", "component", "amount", "in " + currencies.get(0));
        for (Total total : totals) {
            out.printf(Locale.ROOT, line, total.currency, total.component, total.amount, total.reported);
        }
    }

    private void writeJson(PrintWriter out, long eventsPerSecond) {
        JsonWriter json = new JsonWriter(out, false).begin();
        json.field("verdict", verdict())
                .field("events", events)
                .field("frames", frames)
                .field("fills", fills)
                .field("steps", steps);
        json.beginArray("currencies");
        currencies.forEach(json::element);
        json.endArray();
        json.field("refused", refused).field("unaudited", unaudited);
        json.field("events_per_second", eventsPerSecond);
        AuditDifference found = difference;
        if (found != null) {
            json.begin("difference")
                    .field("inbound", found.inbound())
                    .field("record", found.record())
                    .field("outbound", found.outbound())
                    .field("field", found.field())
                    .field("of", found.of())
                    .field("journal", found.journal())
                    .field("auditor", found.auditor())
                    .end()
                    .end();
            return;
        }
        json.field("difference", (String) null);
        json.field("final_equity", finalEquity).field("residual", "0");
        json.beginArray("components");
        for (Total total : totals) {
            json.beginElement()
                    .field("currency", total.currency)
                    .field("component", total.component)
                    .field("amount", total.amount)
                    .field("reported", total.reported)
                    .end();
        }
        json.endArray().end();
    }

    private void writeCsv(PrintWriter out, long eventsPerSecond) {
        CsvWriter csv = new CsvWriter(out);
        csv.row("key", "value");
        csv.row("verdict", verdict());
        csv.cell("events").cell(events).endRow();
        csv.cell("frames").cell(frames).endRow();
        csv.cell("fills").cell(fills).endRow();
        csv.cell("steps").cell(steps).endRow();
        csv.cell("currencies").cell(currencies.size()).endRow();
        csv.cell("refused").cell(refused).endRow();
        csv.cell("unaudited").cell(unaudited).endRow();
        csv.cell("events_per_second").cell(eventsPerSecond).endRow();
        AuditDifference found = difference;
        if (found != null) {
            csv.row("difference", found.line());
            return;
        }
        csv.row("final_equity", finalEquity);
        csv.row("residual", "0");
        for (Total total : totals) {
            csv.row("component_" + total.currency + "_" + total.component, total.amount);
            csv.row("reported_" + total.currency + "_" + total.component, total.reported);
        }
    }
}
