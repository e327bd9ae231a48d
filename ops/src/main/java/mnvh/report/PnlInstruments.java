package mnvh.report;

import mnvh.audit.Exact;

/** Splits profit by the rows of the books. One thread. */
final class PnlInstruments implements PnlWatch {
    private final PnlRows rows;

    PnlInstruments(AuditRecords records) {
        this.rows = new PnlRows(records);
    }

    @Override
    public void translated(int currency, Exact rate) {
        rows.translated(currency, rate);
    }

    @Override
    public ExactTable table() {
        ExactTable table = PnlRows.table("rows", "profit");
        rows.write(table);
        return table;
    }
}
