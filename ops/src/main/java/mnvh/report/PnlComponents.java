package mnvh.report;

import mnvh.audit.AuditReadings;
import mnvh.audit.Exact;
import mnvh.report.ExactTable.Kind;
import mnvh.units.Component;
import mnvh.universe.Currencies;

/** Splits profit by component. One thread. */
final class PnlComponents implements PnlWatch {
    private final AuditReadings readings;
    private final Currencies currencies;
    private final String[] codes;

    PnlComponents(AuditRecords records) {
        this.readings = records.readings();
        this.currencies = records.currencies();
        this.codes = records.codes().toArray(String[]::new);
    }

    @Override
    public ExactTable table() {
        ExactTable table = new ExactTable("rows")
                .columns(Kind.TEXT, "component")
                .columns(Kind.NUMBER, codes)
                .columns(Kind.SUM, "profit");
        for (Component component : PnlRows.COMPONENTS) {
            table.text(SessionReport.name(component));
            for (int c = 0; c < currencies.size(); c++) {
                table.number(readings.componentOfCurrency(component, c));
            }
            Exact profit = readings.component(component);
            table.number(profit).end();
        }
        return table;
    }
}
