package mnvh.report;

import java.nio.ByteBuffer;
import mnvh.audit.Exact;
import mnvh.audit.StandingFill;
import mnvh.event.EventHeader;
import mnvh.event.EventKind;
import mnvh.journal.JournalException;
import mnvh.journal.RecordLayout;
import mnvh.journal.SessionFolder;
import mnvh.universe.Currencies;
import org.jspecify.annotations.Nullable;

/**
 * Where equity came from and what it consists of, right after one record of a session: from the auditor's books alone.
 * One thread.
 */
public final class SessionExplain {
    /** The last record of the session. */
    public static final long LAST = Long.MIN_VALUE;

    private final Watch watch;

    private SessionExplain(Watch watch) {
        this.watch = watch;
    }

    /**
     * Audits the whole session and explains its equity.
     *
     * @param at inbound sequence of the record, or {@link #LAST}
     * @param fills how many of the latest fills to list
     * @return the explanation; throws {@link JournalException} where a record is damaged or the session does not audit
     *     clean
     */
    public static SessionExplain equity(SessionFolder session, long at, int fills) {
        return new SessionExplain(SessionAudit.watched(session, records -> new Watch(records, at, fills))
                .watch());
    }

    /** @return inbound sequence of the last record that was audited */
    public long last() {
        return watch.sequence;
    }

    /** @return the explanation; null when the record is outside the session */
    public @Nullable ExactReport report() {
        return watch.report;
    }

    /** Waits for the record and explains the books as they are then. */
    private static final class Watch implements AuditWatch {
        private final AuditRecords records;
        private final PnlRows rows;
        private final ExplainFills fills;
        private final long at;
        private long sequence = EventHeader.FIRST_EVENT - 1;
        private int kind = EventKind.UNIVERSE;
        private long timestampNs;
        private @Nullable ExactReport report;

        Watch(AuditRecords records, long at, int fills) {
            this.records = records;
            this.rows = new PnlRows(records);
            this.fills = new ExplainFills(records, fills);
            this.at = at;
            if (at > 0 && at < EventHeader.FIRST_EVENT) {
                // Configuration and universe; nothing but the opening cash is there.
                sequence = at;
                kind = at == 1 ? EventKind.CONFIG : EventKind.UNIVERSE;
                report = explain();
            }
        }

        @Override
        public void translated(int currency, Exact rate) {
            rows.translated(currency, rate);
        }

        @Override
        public void replaced(int instrument, long id, @Nullable StandingFill fill) {
            fills.replaced(instrument, id, fill);
        }

        @Override
        public void taken(ByteBuffer record, int start) {
            sequence = EventHeader.sequence(record, start);
            timestampNs = EventHeader.timestampNs(record, start);
            kind = EventHeader.kind(record, start);
            fills.take(record, start);
            if (sequence == at) {
                report = explain();
            }
        }

        @Override
        public void walked() {
            if (at == LAST) {
                report = explain();
            }
        }

        private ExactReport explain() {
            Exact equity = records.readings().equity();
            ExactTable sources = PnlRows.table("sources", "value");
            String currency = records.currencies().code(Currencies.REPORTING);
            sources.text("opening").text(currency).text(currency).skip(PnlRows.COMPONENTS.size());
            sources.number(records.initialCash()).number(records.initialCash()).end();
            rows.write(sources);
            ExactTable holdings = ExplainHoldings.of(records);
            RecordLayout layout = RecordLayout.ofRecord(kind);
            return new ExactReport(sources, holdings, fills.table())
                    .fact("sequence", Long.toString(sequence))
                    .fact("record", layout == null ? "unknown" : layout.name())
                    .fact("time", sequence < EventHeader.FIRST_EVENT ? "" : SessionReport.time(timestampNs))
                    .fact("currency", currency)
                    .fact("equity", equity)
                    .fact("sum_of_sources", sources.sum())
                    .residual("residual_of_sources", equity.subtract(sources.sum()))
                    .fact("sum_of_holdings", holdings.sum())
                    .residual("residual_of_holdings", equity.subtract(holdings.sum()))
                    .fact("fills_booked", Long.toString(fills.count()))
                    .fact("fills_busted", Long.toString(fills.busted()))
                    .fact("fills_corrected", Long.toString(fills.corrected()));
        }
    }
}
