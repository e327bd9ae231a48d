package mnvh.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import mnvh.event.Column;
import mnvh.event.Command;
import mnvh.event.EventHeader;
import mnvh.event.FrameReader;
import mnvh.event.Notice;
import mnvh.event.NoticeSection;
import mnvh.event.OutboundFrame;
import mnvh.event.SectionKind;
import mnvh.journal.JournalException;
import mnvh.journal.JournalReader;
import mnvh.journal.SessionFolder;
import mnvh.units.Component;
import mnvh.units.Side;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionAuditTest {
    private static final int EVENTS = 4000;

    @TempDir
    private static Path folder;

    private static Path storm = Path.of("");

    @TempDir
    private Path copies;

    /** Where a change was made. */
    private long changedFrame;

    private long changedCause;

    @BeforeAll
    static void record() {
        storm = RecordedStorm.record(folder, EVENTS, 11, "fifo");
    }

    private static AuditResult audit(Path session) {
        try (SessionFolder opened = SessionFolder.open(session)) {
            return SessionAudit.of(opened);
        }
    }

    private static AuditDifference difference(Path session) {
        AuditDifference found = audit(session).difference();
        assertNotNull(found);
        return found;
    }

    @Test
    void everythingThatTouchesTheBooksAgrees() {
        AuditResult result = audit(storm);
        assertNull(result.difference(), String.valueOf(result.difference()));
        assertEquals(EVENTS, result.events());
        assertTrue(result.frames() > EVENTS / 2, result.toString());
        assertTrue(result.fills() > EVENTS / 6, result.toString());
        assertTrue(result.steps() > EVENTS / 10, result.toString());
        assertTrue(result.refused() > 0, result.toString());
        assertEquals(0, result.unaudited());
        assertEquals(List.of("USD", "BTC", "EUR"), result.currencies());
    }

    @Test
    void explanationsAreBookedRefusedAndRepeatedInTheStorm() {
        Map<Notice, Integer> said = new EnumMap<>(Notice.class);
        FrameReader reader = new FrameReader();
        NoticeSection notice = new NoticeSection();
        AlteredSession.of(storm, copies, (frame, sequence) -> {
            for (reader.wrap(frame, 0); reader.next(); ) {
                if (reader.kind() == SectionKind.NOTICE) {
                    said.merge(Notice.of(notice.wrap(frame, reader.start()).code()), 1, Integer::sum);
                }
            }
            return true;
        });
        for (Notice one : List.of(
                Notice.BREAK_EXPLAINED, Notice.RESOLUTION_REFUSED, Notice.RESOLUTION_REPEATED, Notice.BALANCE_BREAK)) {
            assertTrue(said.getOrDefault(one, 0) > 3, said.toString());
        }
    }

    @Test
    void explanationThatWasBookedAlthoughToldAsRefusedIsFound() {
        boolean[] done = {false};
        FrameReader reader = new FrameReader();
        NoticeSection notice = new NoticeSection();
        Path altered = AlteredSession.of(storm, copies, (frame, sequence) -> {
            boolean suspense = false;
            for (reader.wrap(frame, 0); reader.next(); ) {
                suspense |= reader.kind() == SectionKind.COLUMN && reader.column() == Component.SUSPENSE.ordinal();
                if (reader.kind() == SectionKind.NOTICE && suspense && !done[0]) {
                    notice.wrap(frame, reader.start());
                    if (notice.code() == Notice.BREAK_EXPLAINED.ordinal() && notice.value() != 0) {
                        notice.code(Notice.RESOLUTION_REFUSED.ordinal());
                        done[0] = true;
                    }
                }
            }
            return true;
        });
        assertTrue(done[0]);
        AuditDifference found = difference(altered);
        assertEquals("resolution", found.record(), found.line());
        assertEquals("0", found.auditor(), found.line());
    }

    @ParameterizedTest
    @CsvSource({"12, fifo", "13, lifo", "14, average"})
    void everyLotMethodAgrees(long seed, String method) {
        AuditResult result = audit(RecordedStorm.record(copies, EVENTS, seed, method));
        assertNull(result.difference(), String.valueOf(result.difference()));
        assertEquals(EVENTS, result.events());
    }

    /** A hundred events a time, with days between them, so that tiers come and go. */
    private Path tiered(long seed) {
        return RecordedStorm.record(
                copies,
                EVENTS,
                seed,
                "fifo",
                50 * 3600 * 1_000_000_000L,
                List.of(
                        "fees.tiers=[{traded_notional: 50000, maker_bps: -1.5, taker_bps: 4},"
                                + " {traded_notional: 200000, maker_bps: -2, taker_bps: 3.123}]",
                        "fees.instruments={PERP: {taker_bps: 7, tiers: [{traded_notional: 120000, maker_bps: 0,"
                                + " taker_bps: 6}]}, FUTURE: {per_contract: 0.01, maximum: 1}}",
                        "fees.max_difference=0.005"));
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void feesByInstrumentAndTierAgreeOverManyDays(long seed) throws IOException {
        Path session = tiered(seed);
        AuditResult result = audit(session);
        assertNull(result.difference(), String.valueOf(result.difference()));
        assertEquals(EVENTS, result.events());
        assertTrue(count(session, Notice.FEE_TIER) > 1, "no tier was ever reached");
        assertTrue(count(session, Notice.FEE_DIFFERENCE) > 100, "no commission differed");
        Summary summary = SessionReport.read(session, 252).summary();
        assertTrue(summary.counts().getOrDefault("fee_differences", 0L) > 100, summary.toString());
        assertNotEquals("0", summary.feeDifference());
    }

    @Test
    void clockOfAnOperatorBeginsNoDayForTheAuditorEither() throws IOException {
        List<String> tiers = List.of("fees.tiers=[{traded_notional: 1000, maker_bps: 0, taker_bps: 4}]");
        Path session = RecordedScript.record(copies, tiers, script -> {
            script.step(0, "100");
            script.fill("E1", 0, Side.BUY, "20", "100");
            script.command(Command.PAUSE, 365 * 86_400);
            script.command(Command.RESUME, 365 * 86_400);
            script.fill("E2", 0, Side.BUY, "1", "100");
            script.pass(86_400);
            script.fill("E3", 0, Side.SELL, "1", "100");
        });
        AuditResult result = audit(session);
        assertNull(result.difference(), String.valueOf(result.difference()));
        assertEquals(3, result.fills());
        assertEquals(1, count(session, Notice.FEE_TIER));
    }

    @Test
    void missingNoticeOfAFeeDifferenceIsFound() {
        Path session = tiered(21);
        int[] seen = {0};
        FrameReader reader = new FrameReader();
        NoticeSection notice = new NoticeSection();
        Path altered = AlteredSession.of(session, copies.resolve("altered"), (frame, sequence) -> {
            for (reader.wrap(frame, 0); reader.next(); ) {
                if (reader.kind() == SectionKind.NOTICE
                        && notice.wrap(frame, reader.start()).code() == Notice.FEE_DIFFERENCE.ordinal()
                        && ++seen[0] == 40) {
                    notice.code(Notice.LATE_FILL.ordinal());
                }
            }
            return true;
        });
        assertEquals("notices of a fee difference", difference(altered).field());
    }

    @Test
    void wrongVolumeOfATierIsFound() {
        Path session = tiered(21);
        FrameReader reader = new FrameReader();
        NoticeSection notice = new NoticeSection();
        Path altered = AlteredSession.of(session, copies.resolve("altered"), (frame, sequence) -> {
            for (reader.wrap(frame, 0); reader.next(); ) {
                if (reader.kind() == SectionKind.NOTICE
                        && notice.wrap(frame, reader.start()).code() == Notice.FEE_TIER.ordinal()) {
                    notice.value(notice.value() + 1);
                }
            }
            return true;
        });
        assertEquals("traded notional", difference(altered).field());
    }

    private static int count(Path session, Notice wanted) {
        int count = 0;
        FrameReader reader = new FrameReader();
        NoticeSection notice = new NoticeSection();
        try (SessionFolder opened = SessionFolder.open(session);
                JournalReader outbound = new JournalReader(opened.outbound())) {
            while (outbound.next()) {
                for (reader.wrap(outbound.buffer(), outbound.offset()); reader.next(); ) {
                    boolean found = reader.kind() == SectionKind.NOTICE
                            && notice.wrap(outbound.buffer(), reader.start()).code() == wanted.ordinal();
                    count += found ? 1 : 0;
                }
            }
        }
        return count;
    }

    @Test
    void totalsExplainTheFinalEquity() {
        AuditResult result = audit(storm);
        BigDecimal sum = new BigDecimal("10000");
        for (AuditResult.Total total : result.totals()) {
            if (!total.component().equals("trading_cashflow")) {
                sum = sum.add(new BigDecimal(total.reported()));
            }
        }
        assertEquals(0, sum.compareTo(new BigDecimal(result.finalEquity())), result.toString());
    }

    /** Adds one unit of 10^-8 to eight bytes of the n-th section of a kind. */
    private Path alter(int kind, int offset, int nth) {
        int[] seen = {0};
        FrameReader reader = new FrameReader();
        return AlteredSession.of(storm, copies, (frame, sequence) -> {
            for (reader.wrap(frame, 0); reader.next(); ) {
                if (reader.kind() == kind && ++seen[0] == nth) {
                    change(frame, reader.start() + offset, sequence);
                }
            }
            return true;
        });
    }

    private void change(ByteBuffer frame, int at, long sequence) {
        frame.putLong(at, frame.getLong(at) + 1);
        changedFrame = sequence;
        changedCause = EventHeader.cause(frame, 0);
    }

    private void assertNamed(AuditDifference found, String field) {
        assertEquals(field, found.field(), found.line());
        assertEquals(changedFrame, found.outbound(), found.line());
        assertEquals(changedCause, found.inbound(), found.line());
        BigDecimal off = new BigDecimal(found.journal()).subtract(new BigDecimal(found.auditor()));
        assertEquals(0, off.compareTo(new BigDecimal("0.00000001")), found.line());
    }

    @ParameterizedTest
    @CsvSource({
        "24, quantity",
        "32, price",
        "40, mark_price",
        "48, fee",
        "56, realised",
        "64, position",
        "72, cash",
        "80, equity",
        "88, scheduled_fee",
        "96, fee_difference"
    })
    void everyNumberOfAFillIsAudited(int offset, String field) {
        assertNamed(difference(alter(SectionKind.FILL, offset, 300)), field);
    }

    @ParameterizedTest
    @CsvSource({
        "24, index_price",
        "32, wallet",
        "40, financing",
        "48, position_value",
        "56, capital",
        "64, debits",
        "72, credits",
        "80, residual",
        "88, translated_equity",
        "96, fx",
        "104, rounding"
    })
    void everyNumberOfACertificateIsAudited(int offset, String field) {
        AuditDifference found = difference(alter(SectionKind.CERTIFICATE, offset, 3 * 200 + 2));
        assertNamed(found, field);
        assertEquals("BTC", found.of());
        assertEquals("timer", found.record());
    }

    @ParameterizedTest
    @CsvSource({"176, equity", "184, cash", "192, position_value", "288, residual"})
    void everySumOfAStepIsAudited(int offset, String field) {
        assertNamed(difference(alter(SectionKind.STEP, offset, 200)), field);
    }

    /** Adds one unit of 10^-8 to the last entry of a column, in the first frame from the middle on that has it. */
    private Path alterColumn(int column) {
        boolean[] done = {false};
        FrameReader reader = new FrameReader();
        return AlteredSession.of(storm, copies, (frame, sequence) -> {
            for (reader.wrap(frame, 0); reader.next(); ) {
                boolean fits = reader.kind() == SectionKind.COLUMN && reader.column() == column;
                if (fits && sequence > 20 && !done[0]) {
                    int entry = OutboundFrame.COLUMN_ENTRIES + (reader.count() - 1) * OutboundFrame.COLUMN_ENTRY;
                    change(frame, reader.start() + entry + Integer.BYTES, sequence);
                    done[0] = true;
                }
            }
            return true;
        });
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ROUNDING")
    void everyComponentIsAudited(Component component) {
        AuditDifference found = difference(alterColumn(component.ordinal()));
        assertNamed(found, SessionReport.name(component));
        assertTrue(found.of().matches("PERP|COIN|STOCK|FUTURE|USD|BTC|EUR"), found.line());
    }

    @Test
    void everyPositionIsAudited() {
        assertNamed(difference(alterColumn(Column.POSITION)), "position");
    }

    @Test
    void markThatIsNotTheOneBookedIsFound() {
        AuditDifference found = difference(alterColumn(Column.MARK));
        assertEquals(changedFrame, found.outbound(), found.line());
    }

    @Test
    void entryOfNoRowIsFound() {
        FrameReader reader = new FrameReader();
        Path altered = AlteredSession.of(storm, copies, (frame, sequence) -> {
            for (reader.wrap(frame, 0); reader.next(); ) {
                if (reader.kind() == SectionKind.COLUMN && reader.column() == Component.MTM.ordinal()) {
                    frame.putInt(reader.start() + OutboundFrame.COLUMN_ENTRIES, -4);
                }
            }
            return true;
        });
        assertEquals("row -4", difference(altered).journal());
    }

    @Test
    void frameThatIsMissingIsFoundAtItsRecord() {
        FrameReader reader = new FrameReader();
        Path altered = AlteredSession.of(storm, copies, (frame, sequence) -> {
            for (reader.wrap(frame, 0); reader.next(); ) {
                if (reader.kind() == SectionKind.FILL && changedCause == 0) {
                    changedCause = EventHeader.cause(frame, 0);
                    return false;
                }
            }
            return true;
        });
        AuditDifference found = difference(altered);
        assertEquals(changedCause, found.inbound());
        assertEquals(0, found.outbound());
        assertTrue(found.line().contains("(fill), no frame: fills of the frame: the journal has 0, the auditor 1"));
    }

    @Test
    void secondFrameOfOneRecordIsFound() {
        Path altered = AlteredSession.of(storm, copies, (frame, sequence) -> {
            if (sequence == 101) {
                EventHeader.cause(frame, 0, changedCause);
            }
            changedCause = EventHeader.cause(frame, 0);
            return true;
        });
        AuditDifference found = difference(altered);
        assertEquals("cause", found.field(), found.line());
        assertEquals(101, found.outbound());
    }

    @Test
    void frameOfNoRecordIsFound() {
        long last = audit(storm).frames();
        Path altered = AlteredSession.of(storm, copies, (frame, sequence) -> {
            if (sequence == last) {
                EventHeader.cause(frame, 0, EVENTS + 10);
            }
            return true;
        });
        assertEquals(String.valueOf(EVENTS + 10), difference(altered).journal());
    }

    @Test
    void sessionThatWasNotClosedIsAuditedUpToItsLastFrame() throws IOException {
        Path altered = AlteredSession.of(storm, copies, (frame, sequence) -> sequence <= 500);
        assertNotNull(audit(altered).difference(), "closed in order, so the frames are missing");
        Files.delete(altered.resolve("outbound").resolve("END"));
        AuditResult result = audit(altered);
        assertNull(result.difference(), String.valueOf(result.difference()));
        assertEquals(500, result.frames());
        assertEquals(EVENTS, result.events() + result.unaudited());
        assertTrue(print(result, OutputFormat.TABLE).contains(result.unaudited() + " events follow the last frame"));
    }

    @Test
    void folderWithoutASessionIsRefused() {
        assertThrows(JournalException.class, () -> audit(copies));
    }

    @Test
    void resultsPrintInEveryFormat() {
        AuditResult result = audit(storm);
        String table = print(result, OutputFormat.TABLE);
        assertTrue(table.startsWith("AUDITED  " + EVENTS + " events, "), table);
        assertTrue(table.contains("3 currencies: every balance, component, lot and certificate agrees\n"), table);
        assertTrue(table.contains("final equity " + result.finalEquity() + " USD, residual 0, 1234 events per second"));
        String json = print(result, OutputFormat.JSON);
        assertTrue(json.contains("\"verdict\": \"AUDITED\""), json);
        assertTrue(json.contains("\"difference\": null,"), json);
        String csv = print(result, OutputFormat.CSV);
        assertTrue(csv.contains("\nfinal_equity," + result.finalEquity() + "\n"), csv);
        assertTrue(csv.contains("\ncomponent_BTC_mtm,"), csv);
    }

    @Test
    void differencesPrintInEveryFormat() {
        AuditResult result = audit(alter(SectionKind.FILL, 48, 300));
        AuditDifference found = result.difference();
        assertNotNull(found);
        String table = print(result, OutputFormat.TABLE);
        assertTrue(table.startsWith("DIFFERENT  after "), table);
        assertTrue(table.endsWith(found.line() + "\n"), table);
        assertTrue(print(result, OutputFormat.JSON).contains("\"field\": \"fee\","));
        assertTrue(print(result, OutputFormat.CSV).contains("\ndifference,"));
    }

    private static String print(AuditResult result, OutputFormat format) {
        StringWriter text = new StringWriter();
        result.print(new PrintWriter(text), format, 1234);
        return text.toString();
    }
}
