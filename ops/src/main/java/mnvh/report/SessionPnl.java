package mnvh.report;

import java.util.Locale;
import java.util.function.Function;
import mnvh.audit.Exact;
import mnvh.journal.JournalException;
import mnvh.journal.SessionFolder;
import mnvh.universe.Currencies;

/** What a session earned, split so that the parts sum to the change of its equity: from the auditor's books alone. */
public final class SessionPnl {
    private SessionPnl() {}

    /**
     * Audits a session and splits its profit.
     *
     * @return the split; throws {@link JournalException} where a record is damaged or the session does not audit clean
     */
    public static ExactReport of(SessionFolder session, PnlSplit by) {
        Function<AuditRecords, PnlWatch> split = switch (by) {
            case INSTRUMENT -> PnlInstruments::new;
            case COMPONENT -> PnlComponents::new;
            case DAY -> PnlDays::new;
            case LOT -> PnlLots::new;
        };
        SessionAudit.Watched<PnlWatch> audited = SessionAudit.watched(session, split);
        AuditRecords records = audited.records();
        ExactTable table = audited.watch().table();
        Exact equity = records.readings().equity();
        Exact change = equity.subtract(records.initialCash());
        return new ExactReport(table)
                .fact("by", by.name().toLowerCase(Locale.ROOT))
                .fact("currency", records.currencies().code(Currencies.REPORTING))
                .fact("equity_before", records.initialCash())
                .fact("equity_after", equity)
                .fact("change_of_equity", change)
                .fact("sum_of_rows", table.sum())
                .residual("residual", change.subtract(table.sum()))
                .fact("unaudited_records", Long.toString(audited.result().unaudited()));
    }
}
