package mnvh.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import mnvh.audit.AuditListener;
import mnvh.audit.AuditReadings;
import mnvh.audit.Exact;
import mnvh.report.ExactTable.Kind;
import mnvh.units.Component;
import mnvh.universe.Currencies;

/**
 * The components of each row in the reporting currency.
 *
 * <p>A row is translated when its currency is, at the same price, and rounded by itself; what its currency has beyond
 * the sum of its rows is rounding. One thread.
 */
final class PnlRows implements AuditListener {
    /** All that change equity, in order. */
    static final List<Component> COMPONENTS = Stream.of(Component.values())
            .filter(component -> component != Component.TRADING_CASHFLOW)
            .toList();

    private final AuditReadings readings;
    private final Currencies currencies;
    private final AuditRows rows;
    private final Exact[][] seen;
    private final Exact[][] told;
    /** What the rounded sums of each currency have beyond the sums of its rounded rows. */
    private final Exact[] beyond;

    PnlRows(AuditRecords records) {
        this.readings = records.readings();
        this.currencies = records.currencies();
        this.rows = new AuditRows(records.universe(), currencies);
        this.seen = zeros(rows.size());
        this.told = zeros(rows.size());
        this.beyond = new Exact[currencies.size()];
        Arrays.fill(beyond, Exact.ZERO);
    }

    private static Exact[][] zeros(int count) {
        Exact[][] zeros = new Exact[count][Component.count()];
        for (Exact[] row : zeros) {
            Arrays.fill(row, Exact.ZERO);
        }
        return zeros;
    }

    @Override
    public void translated(int currency, Exact rate) {
        for (Component component : COMPONENTS) {
            int k = component.ordinal();
            Exact whole = Exact.ZERO;
            Exact parts = Exact.ZERO;
            for (int row = 0; row < rows.size(); row++) {
                if (rows.currency(row) != currency) {
                    continue;
                }
                Exact now = own(row, component);
                Exact gained = now.subtract(seen[row][k]);
                if (gained.signum() != 0) {
                    Exact part = Exact.halfEven(gained, rate, Exact.SCALE);
                    seen[row][k] = now;
                    told[row][k] = told[row][k].add(part);
                    whole = whole.add(gained);
                    parts = parts.add(part);
                }
            }
            Exact rounded = Exact.halfEven(whole, rate, Exact.SCALE);
            beyond[currency] = beyond[currency].add(rounded).subtract(parts);
        }
    }

    /** @return the component of the row in its own currency */
    private Exact own(int row, Component component) {
        return rows.isInstrument(row)
                ? readings.component(component, row)
                : readings.generalComponent(component, rows.currency(row));
    }

    private Exact reported(int row, Component component) {
        return rows.currency(row) == Currencies.REPORTING ? own(row, component) : told[row][component.ordinal()];
    }

    /**
     * @param name of the table
     * @param sum name of its last column
     * @return a table with a column for each component, without lines
     */
    static ExactTable table(String name, String sum) {
        String[] names = COMPONENTS.stream().map(SessionReport::name).toArray(String[]::new);
        return new ExactTable(name)
                .columns(Kind.TEXT, "row", "of", "currency")
                .columns(Kind.SUM, names)
                .columns(Kind.NUMBER, "amount")
                .columns(Kind.SUM, sum);
    }

    /** @return true when nothing has ever happened in the row */
    private boolean isIdle(int row) {
        return COMPONENTS.stream()
                .allMatch(component -> own(row, component).signum() == 0
                        && reported(row, component).signum() == 0);
    }

    /**
     * Appends a line for each row, but for instruments without a change, and for what index prices and rounding did to
     * each currency.
     */
    void write(ExactTable table) {
        for (int row = 0; row < rows.size(); row++) {
            if (rows.isInstrument(row) && isIdle(row)) {
                continue;
            }
            table.text(rows.isInstrument(row) ? "instrument" : "general")
                    .text(rows.name(row))
                    .text(currencies.code(rows.currency(row)));
            Exact amount = Exact.ZERO;
            Exact profit = Exact.ZERO;
            for (Component component : COMPONENTS) {
                Exact reported = reported(row, component);
                table.number(reported);
                profit = profit.add(reported);
                amount = amount.add(own(row, component));
            }
            table.number(amount).number(profit).end();
        }
        for (int c = 1; c < currencies.size(); c++) {
            // Conversions are in the general row; the rest is what changes of the price did.
            Exact fx =
                    readings.reportedComponent(Component.FX, c).subtract(reported(rows.ofEntry(-1 - c), Component.FX));
            write(table, Component.FX, c, fx);
            Exact rounding = readings.reportedComponent(Component.ROUNDING, c);
            write(table, Component.ROUNDING, c, rounding.add(beyond[c]));
        }
    }

    private void write(ExactTable table, Component only, int currency, Exact profit) {
        table.text(SessionReport.name(only)).text(currencies.code(currency)).text(currencies.code(currency));
        for (Component component : COMPONENTS) {
            table.number(component == only ? profit : Exact.ZERO);
        }
        table.text("").number(profit).end();
    }
}
