package mnvh.report;

import mnvh.audit.AuditReadings;
import mnvh.audit.Exact;
import mnvh.report.ExactTable.Kind;
import mnvh.universe.Currencies;

/**
 * What equity consists of: the cash of each currency, and each position at its mark.
 *
 * <p>Between steps a currency is told as of its last translation; what it has gained since then is a line of its own.
 */
final class ExplainHoldings {
    private final AuditReadings readings;
    private final AuditRows rows;
    private final ExactTable table = new ExactTable("holdings")
            .columns(Kind.TEXT, "row", "of", "currency")
            .columns(Kind.NUMBER, "quantity", "mark", "amount", "index_price")
            .columns(Kind.SUM, "value");
    private final int instruments;
    private final int currencies;

    private ExplainHoldings(AuditRecords records) {
        readings = records.readings();
        rows = new AuditRows(records.universe(), records.currencies());
        instruments = records.universe().size();
        currencies = records.currencies().size();
    }

    /** @return a line for each currency's cash and each position; the values sum to equity */
    static ExactTable of(AuditRecords records) {
        ExplainHoldings holdings = new ExplainHoldings(records);
        for (int c = 0; c < holdings.currencies; c++) {
            holdings.write(c);
        }
        return holdings.table;
    }

    private void write(int currency) {
        Exact amounts = readings.cash(currency);
        begin("cash", instruments + currency).skip(2);
        Exact values = end(amounts, currency);
        for (int i = 0; i < instruments; i++) {
            if (rows.currency(i) == currency && readings.position(i).signum() != 0) {
                Exact amount = readings.value(i);
                begin("position", i).number(readings.position(i)).number(readings.mark(i));
                values = values.add(end(amount, currency));
                amounts = amounts.add(amount);
            }
        }
        if (currency != Currencies.REPORTING) {
            write("rounding", currency, told(amounts, currency).subtract(values));
            Exact now = told(readings.equity(currency), currency);
            write("untranslated", currency, readings.reportedEquity(currency).subtract(now));
        }
    }

    private ExactTable begin(String what, int row) {
        return table.text(what).text(rows.name(row)).text(rows.name(instruments + rows.currency(row)));
    }

    /** @return the value of the amount, with which it ended the line */
    private Exact end(Exact amount, int currency) {
        Exact value = told(amount, currency);
        table.number(amount).number(readings.rate(currency)).number(value).end();
        return value;
    }

    private void write(String what, int currency, Exact value) {
        begin(what, instruments + currency).skip(4).number(value).end();
    }

    private Exact told(Exact amount, int currency) {
        return Exact.halfEven(amount, readings.rate(currency), Exact.SCALE);
    }
}
