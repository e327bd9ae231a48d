package mnvh.report;

import java.math.BigInteger;

/** Splits profit by the rows of the books. One thread. */
final class PnlInstruments implements PnlWatch {
    private final PnlRows rows;

    PnlInstruments(AuditRecords records) {
        this.rows = new PnlRows(records);
    }

    @Override
    public void translated(int currency, BigInteger rate) {
        rows.translated(currency, rate);
    }

    @Override
    public ExactTable table() {
        ExactTable table = PnlRows.table("rows", "profit");
        rows.write(table);
        return table;
    }
}
