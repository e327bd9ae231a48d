package mnvh.report;

/** Splits the profit of a session that is being audited. */
interface PnlWatch extends AuditWatch {
    /** @return the split after the whole session; its last column, in the reporting currency, sums to the profit */
    ExactTable table();
}
