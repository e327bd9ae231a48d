package mnvh.report;

import java.nio.ByteBuffer;
import java.util.function.Function;
import mnvh.audit.AuditException;
import mnvh.config.Config;
import mnvh.config.ConfigText;
import mnvh.event.EventHeader;
import mnvh.event.EventKind;
import mnvh.event.OutboundFrame;
import mnvh.journal.JournalException;
import mnvh.journal.JournalReader;
import mnvh.journal.RecordLayout;
import mnvh.journal.SessionFolder;
import mnvh.universe.Universe;
import mnvh.universe.UniverseText;

/**
 * A recorded session, booked again from its inbound records by a second implementation without bounds, and held
 * against every number of the books in its frames. The first difference ends it.
 *
 * <p>Compared are: each component of each row, of each frame; fee, realised profit, position, cash and equity of each
 * fill; positions, equity and cash of each step; and each certificate. Shares no code with the ledger.
 */
public final class SessionAudit {
    private static final ByteBuffer NO_FRAME = noFrame();

    private final JournalReader inbound;
    private final JournalReader outbound;
    private final AuditRecords records;
    private AuditWatch watch = AuditWatch.NONE;
    private int kind;
    private long frame;
    private long events;
    private long frames;
    private long unaudited;

    private SessionAudit(JournalReader inbound, JournalReader outbound) {
        this.inbound = inbound;
        this.outbound = outbound;
        String configText = text(EventKind.CONFIG);
        Universe universe = UniverseText.parse(text(EventKind.UNIVERSE));
        this.records = new AuditRecords(config(configText, universe), universe);
    }

    private static ByteBuffer noFrame() {
        OutboundFrame frame = new OutboundFrame(OutboundFrame.SECTIONS_OFFSET);
        frame.begin(0, 0);
        frame.conclude();
        return frame.buffer();
    }

    /**
     * Audits a session. One that was not closed in order is audited up to its last frame.
     *
     * @return what was found; throws {@link JournalException} where a record is damaged, or the session is one of
     *     another version
     */
    public static AuditResult of(SessionFolder session) {
        try (JournalReader inbound = new JournalReader(session.inbound());
                JournalReader outbound = new JournalReader(session.outbound())) {
            return new SessionAudit(inbound, outbound).run();
        }
    }

    /**
     * A session that audits clean, and who watched it.
     *
     * @param records the books at the end
     */
    record Watched<W>(W watch, AuditRecords records, AuditResult result) {}

    /**
     * Audits a session while someone watches.
     *
     * @param watching makes the watch before the first record
     * @return what is left of it; throws {@link JournalException} as {@link #of}, and where the session does not audit
     *     clean
     */
    static <W extends AuditWatch> Watched<W> watched(SessionFolder session, Function<AuditRecords, W> watching) {
        try (JournalReader inbound = new JournalReader(session.inbound());
                JournalReader outbound = new JournalReader(session.outbound())) {
            SessionAudit audit = new SessionAudit(inbound, outbound);
            W watch = watching.apply(audit.records);
            audit.watch = watch;
            audit.records.listen(watch);
            AuditResult result = audit.run();
            AuditDifference difference = result.difference();
            if (difference != null) {
                throw new JournalException(
                        JournalException.Kind.DAMAGED, "the session does not audit clean: " + difference.line());
            }
            watch.finished();
            return new Watched<>(watch, audit.records, result);
        }
    }

    private String text(int kind) {
        if (!inbound.next() || inbound.kind() != kind) {
            throw new JournalException(
                    JournalException.Kind.DAMAGED,
                    "the inbound stream does not start with the configuration and the universe");
        }
        return inbound.text();
    }

    private static Config config(String text, Universe universe) {
        try {
            return ConfigText.parse(text, universe);
        } catch (IllegalArgumentException e) {
            throw new JournalException(
                    JournalException.Kind.ENVIRONMENT, "the session's configuration is of another version: " + e, e);
        }
    }

    private AuditResult run() {
        AuditDifference difference = null;
        try {
            walk();
            watch.walked();
            attempt(records::finish);
        } catch (AuditMismatch mismatch) {
            RecordLayout layout = RecordLayout.ofRecord(kind);
            difference = mismatch.at(inbound.records(), layout == null ? "unknown" : layout.name(), frame);
        }
        return new AuditResult(
                events,
                frames,
                records.fills(),
                records.steps(),
                records.codes(),
                records.refused(),
                unaudited,
                AuditMismatch.text(records.readings().equity()),
                AuditResult.totals(records.readings(), records.currencies()),
                difference);
    }

    private void walk() {
        boolean pending = outbound.next();
        boolean whole = pending || outbound.checkEnd();
        while (inbound.next()) {
            if (!pending && !whole) {
                unaudited++;
                continue;
            }
            events++;
            kind = inbound.kind();
            frame = 0;
            if (pending && cause() <= inbound.records()) {
                frames++;
                frame = outbound.records();
                AuditMismatch.requireCount("cause", "", cause(), inbound.records());
                attempt(() -> records.take(inbound.buffer(), inbound.offset(), outbound.buffer(), outbound.offset()));
                pending = outbound.next();
                whole = pending || outbound.checkEnd();
            } else {
                attempt(() -> records.take(inbound.buffer(), inbound.offset(), NO_FRAME, 0));
            }
            watch.taken(inbound.buffer(), inbound.offset());
        }
        if (pending) {
            frame = outbound.records();
            throw new AuditMismatch("cause", "", Long.toString(cause()), "no inbound record of that number");
        }
        inbound.checkEnd();
    }

    private long cause() {
        return EventHeader.cause(outbound.buffer(), outbound.offset());
    }

    /** What the auditor cannot book, and where he contradicts himself, is a difference too. */
    private static void attempt(Runnable step) {
        try {
            step.run();
        } catch (AuditException e) {
            throw new AuditMismatch(
                    "identity of the auditor's own books: " + e.getMessage(),
                    "",
                    AuditMismatch.text(e.expected()),
                    AuditMismatch.text(e.found()));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException e) {
            throw new AuditMismatch("record", "", "booked it", "cannot: " + e.getMessage());
        }
    }
}
