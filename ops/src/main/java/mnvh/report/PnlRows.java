package mnvh.report;

import java.math.BigInteger;
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
    private final BigInteger[][] seen;
    private final BigInteger[][] told;
    /** What the rounded sums of each currency have beyond the sums of its rounded rows. */
    private final BigInteger[] beyond;

    PnlRows(AuditRecords records) {
        this.readings = records.readings();
        this.currencies = records.currencies();
        this.rows = new AuditRows(records.universe(), currencies);
        this.seen = zeros(rows.size());
        this.told = zeros(rows.size());
        this.beyond = new BigInteger[currencies.size()];
        Arrays.fill(beyond, BigInteger.ZERO);
    }

    private static BigInteger[][] zeros(int count) {
        BigInteger[][] zeros = new BigInteger[count][Component.count()];
        for (BigInteger[] row : zeros) {
            Arrays.fill(row, BigInteger.ZERO);
        }
        return zeros;
    }

    @Override
    public void translated(int currency, BigInteger rate) {
        for (Component component : COMPONENTS) {
            int k = component.ordinal();
            BigInteger whole = BigInteger.ZERO;
            BigInteger parts = BigInteger.ZERO;
            for (int row = 0; row < rows.size(); row++) {
                if (rows.currency(row) != currency) {
                    continue;
                }
                BigInteger now = own(row, component);
                BigInteger gained = now.subtract(seen[row][k]);
                if (gained.signum() != 0) {
                    BigInteger part = Exact.halfEven(gained.multiply(rate), Exact.SCALE);
                    seen[row][k] = now;
                    told[row][k] = told[row][k].add(part);
                    whole = whole.add(gained);
                    parts = parts.add(part);
                }
            }
            BigInteger rounded = Exact.halfEven(whole.multiply(rate), Exact.SCALE);
            beyond[currency] = beyond[currency].add(rounded).subtract(parts);
        }
    }

    /** @return the component of the row in its own currency */
    private BigInteger own(int row, Component component) {
        return rows.isInstrument(row)
                ? readings.component(component, row)
                : readings.generalComponent(component, rows.currency(row));
    }

    private BigInteger reported(int row, Component component) {
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
            BigInteger amount = BigInteger.ZERO;
            BigInteger profit = BigInteger.ZERO;
            for (Component component : COMPONENTS) {
                BigInteger reported = reported(row, component);
                table.number(reported);
                profit = profit.add(reported);
                amount = amount.add(own(row, component));
            }
            table.number(amount).number(profit).end();
        }
        for (int c = 1; c < currencies.size(); c++) {
            // Conversions are in the general row; the rest is what changes of the price did.
            BigInteger fx =
                    readings.reportedComponent(Component.FX, c).subtract(reported(rows.ofEntry(-1 - c), Component.FX));
            write(table, Component.FX, c, fx);
            BigInteger rounding = readings.reportedComponent(Component.ROUNDING, c);
            write(table, Component.ROUNDING, c, rounding.add(beyond[c]));
        }
    }

    private void write(ExactTable table, Component only, int currency, BigInteger profit) {
        table.text(SessionReport.name(only)).text(currencies.code(currency)).text(currencies.code(currency));
        for (Component component : COMPONENTS) {
            table.number(component == only ? profit : BigInteger.ZERO);
        }
        table.text("").number(profit).end();
    }
}
