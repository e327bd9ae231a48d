package mnvh.report;

import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.util.List;
import mnvh.config.ConfigText;
import mnvh.event.AccrualEvent;
import mnvh.event.AccrualType;
import mnvh.event.EventHeader;
import mnvh.event.EventKind;
import mnvh.event.OutboundFrame;
import mnvh.journal.Field;
import mnvh.journal.JournalReader;
import mnvh.journal.RecordLayout;
import mnvh.journal.SessionFolder;
import mnvh.report.BookTransaction.Posting;
import mnvh.universe.Universe;
import mnvh.universe.UniverseText;

/**
 * Writes every balanced posting of a recorded session, from the auditor's books and not from the ledger.
 *
 * <p>The session is audited to its end first, so that nothing is written of one that does not agree; then it is booked
 * once more, and what each record changed is a transaction. Needs memory for the accounts and what the auditor
 * remembers, not for the transactions. One thread.
 */
public final class PostingExport {
    private final JournalReader inbound;
    private final JournalReader outbound;
    private final Universe universe;
    private final AuditRecords records;
    private final BookAccounts accounts;
    private final PostingWriter writer;
    private final AccrualEvent accrual = new AccrualEvent();
    private long transactions;
    private long postings;

    /**
     * What was exported.
     *
     * @param audit what the audit found; with a difference nothing is written
     * @param transactions records that changed the books, the opening included
     * @param postings changes of an account
     */
    public record Result(AuditResult audit, long transactions, long postings) {}

    private PostingExport(JournalReader inbound, JournalReader outbound, PostingFormat format, PrintWriter out) {
        this.inbound = inbound;
        this.outbound = outbound;
        inbound.next();
        long startNs = EventHeader.timestampNs(inbound.buffer(), inbound.offset());
        String config = inbound.text();
        inbound.next();
        universe = UniverseText.parse(inbound.text());
        records = new AuditRecords(ConfigText.parse(config, universe), universe);
        accounts = new BookAccounts(records.readings(), universe, records.currencies());
        writer = format.writer(out, accounts);
        write(1, startNs, "opening", "", accounts.opening());
    }

    /**
     * Audits a session and writes its postings, up to the last frame of one that was not closed in order.
     *
     * @return what was exported; throws {@link mnvh.journal.JournalException} as {@link SessionAudit} does
     */
    public static Result of(SessionFolder session, PostingFormat format, PrintWriter out) {
        AuditResult audit = SessionAudit.of(session);
        if (!audit.agrees()) {
            return new Result(audit, 0, 0);
        }
        try (JournalReader inbound = new JournalReader(session.inbound());
                JournalReader outbound = new JournalReader(session.outbound())) {
            PostingExport export = new PostingExport(inbound, outbound, format, out);
            export.book(audit.events());
            return new Result(audit, export.transactions, export.postings);
        }
    }

    private void book(long events) {
        OutboundFrame empty = new OutboundFrame(OutboundFrame.SECTIONS_OFFSET);
        empty.begin(0, 0);
        empty.conclude();
        boolean pending = outbound.next();
        for (long n = 0; n < events && inbound.next(); n++) {
            ByteBuffer record = inbound.buffer();
            int at = inbound.offset();
            if (pending && EventHeader.cause(outbound.buffer(), outbound.offset()) == inbound.records()) {
                records.take(record, at, outbound.buffer(), outbound.offset());
                pending = outbound.next();
            } else {
                records.take(record, at, empty.buffer(), 0);
            }
            post(record, at);
        }
        accounts.verify();
    }

    private void post(ByteBuffer record, int at) {
        int kind = EventHeader.kind(record, at);
        switch (kind) {
            case EventKind.TIMER -> write(record, at, "", accounts.changes(0, universe.size()));
            case EventKind.FILL,
                    EventKind.FUNDING,
                    EventKind.ACCRUAL,
                    EventKind.SETTLEMENT,
                    EventKind.TRADE_CORRECTION,
                    EventKind.FEE,
                    EventKind.CASH,
                    EventKind.BALANCE_REPORT,
                    EventKind.RESOLUTION -> {
                int i = instrument(kind, record, at);
                boolean none = i < 0 || i >= universe.size();
                String symbol = none ? "" : universe.get(i).symbol();
                write(record, at, symbol, none ? accounts.changes(0, 0) : accounts.changes(i, i + 1));
            }
            default -> {
                // Changes no account; an index price only what accounts are worth in the reporting currency.
            }
        }
    }

    private int instrument(int kind, ByteBuffer record, int at) {
        if (kind == EventKind.ACCRUAL && accrual.wrap(record, at).type() == AccrualType.INTEREST) {
            return -1;
        }
        RecordLayout layout = RecordLayout.ofRecord(kind);
        if (layout != null) {
            for (Field field : layout.fields()) {
                if (field.name().equals("instrument")) {
                    return record.getInt(at + field.offset());
                }
            }
        }
        return -1;
    }

    private void write(ByteBuffer record, int at, String symbol, List<Posting> changes) {
        RecordLayout layout = RecordLayout.ofRecord(EventHeader.kind(record, at));
        String kind = layout == null ? "unknown" : layout.name();
        write(EventHeader.sequence(record, at), EventHeader.timestampNs(record, at), kind, symbol, changes);
    }

    private void write(long sequence, long timestampNs, String kind, String symbol, List<Posting> changes) {
        if (!changes.isEmpty()) {
            writer.write(new BookTransaction(sequence, timestampNs, kind, symbol, changes));
            transactions++;
            postings += changes.size();
        }
    }
}
