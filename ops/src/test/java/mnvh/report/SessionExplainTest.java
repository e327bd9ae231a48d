package mnvh.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mnvh.event.EventHeader;
import mnvh.event.FillSection;
import mnvh.event.FrameReader;
import mnvh.event.SectionKind;
import mnvh.event.StepSection;
import mnvh.journal.JournalException;
import mnvh.journal.JournalReader;
import mnvh.journal.SessionFolder;
import mnvh.units.FixedPoint;
import mnvh.units.Side;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionExplainTest {
    private static final int EVENTS = 2000;

    @TempDir
    private static Path folder;

    private static Path storm = Path.of("");

    @TempDir
    private Path copies;

    @BeforeAll
    static void record() {
        storm = RecordedStorm.record(folder, EVENTS, 31, "fifo");
    }

    private static SessionExplain explain(Path session, long at, int fills) {
        try (SessionFolder opened = SessionFolder.open(session)) {
            return SessionExplain.equity(opened, at, fills);
        }
    }

    private static ExactReport report(Path session, long at, int fills) {
        ExactReport report = explain(session, at, fills).report();
        assertNotNull(report);
        assertTrue(report.isExact());
        return report;
    }

    /** Explains after the record and checks that both tables add up to equity. */
    private static ExactCells cells(long at) {
        ExactCells cells = new ExactCells(report(storm, at, 0));
        assertEquals(String.valueOf(at), cells.fact("sequence"));
        BigDecimal equity = cells.number("equity");
        assertEqual(equity, ExactCells.sum(cells.where("table", "sources"), "value"));
        assertEqual(equity, ExactCells.sum(cells.where("table", "holdings"), "value"));
        assertEquals("0", cells.fact("residual_of_sources"));
        assertEquals("0", cells.fact("residual_of_holdings"));
        return cells;
    }

    private static void assertEqual(BigDecimal expected, BigDecimal found) {
        assertEquals(0, expected.compareTo(found), expected + ", " + found);
    }

    private static void assertEqual(long expected, BigDecimal found) {
        assertEqual(BigDecimal.valueOf(expected, FixedPoint.DECIMALS), found);
    }

    private static List<Map<String, String>> of(ExactCells cells, String row, String of) {
        return cells.where("row", row).stream()
                .filter(line -> of.equals(line.get("of")))
                .toList();
    }

    private static BigDecimal dollars(ExactCells cells, String row, String column) {
        return ExactCells.sum(
                cells.where("row", row).stream()
                        .filter(line -> "USD".equals(line.get("currency")))
                        .toList(),
                column);
    }

    /** Each of the journal's own records of equity that a number picks. */
    @Test
    void agreesWithFillsAndStepsOfTheJournal() {
        FrameReader reader = new FrameReader();
        FillSection fill = new FillSection();
        StepSection step = new StepSection();
        int fills = 0;
        int steps = 0;
        int compared = 0;
        try (SessionFolder opened = SessionFolder.open(storm);
                JournalReader outbound = new JournalReader(opened.outbound())) {
            while (outbound.next()) {
                long at = EventHeader.cause(outbound.buffer(), outbound.offset());
                for (reader.wrap(outbound.buffer(), outbound.offset()); reader.next(); ) {
                    if (reader.kind() == SectionKind.FILL && ++fills % 90 == 0) {
                        compared++;
                        compare(at, fills, fill.wrap(outbound.buffer(), reader.start()));
                    } else if (reader.kind() == SectionKind.STEP && ++steps % 60 == 0) {
                        compared++;
                        compare(at, step.wrap(outbound.buffer(), reader.start()));
                    }
                }
            }
        }
        assertTrue(compared >= 8, "compared " + compared);
    }

    private static void compare(long at, int fills, FillSection said) {
        ExactCells cells = cells(at);
        assertEquals("fill", cells.fact("record"));
        assertEquals(String.valueOf(fills), cells.fact("fills_booked"));
        assertEqual(said.equity(), cells.number("equity"));
        assertEqual(said.cash(), dollars(cells, "cash", "amount"));
        String symbol = RecordedStorm.universe().get(said.instrument()).symbol();
        List<Map<String, String>> position = of(cells, "position", symbol);
        assertEqual(said.position(), ExactCells.sum(position, "quantity"));
        if (said.position() != 0) {
            assertEqual(said.markPrice(), ExactCells.sum(position, "mark"));
        }
    }

    private static void compare(long at, StepSection said) {
        ExactCells cells = cells(at);
        assertEquals("timer", cells.fact("record"));
        assertEqual(said.equity(), cells.number("equity"));
        assertEqual(said.cash(), dollars(cells, "cash", "amount"));
        assertEqual(said.positionValue(), dollars(cells, "position", "amount"));
        // A step translates everything.
        assertEqual(0, ExactCells.sum(cells.where("row", "untranslated"), "value"));
    }

    @Test
    void lastRecordIsTheDefault() {
        ExactCells last = new ExactCells(report(storm, SessionExplain.LAST, 0));
        assertEquals(String.valueOf(EVENTS + 2), last.fact("sequence"));
        assertEquals(cells(EVENTS + 2).fact("equity"), last.fact("equity"));
        assertEquals(EVENTS + 2, explain(storm, SessionExplain.LAST, 0).last());
    }

    @Test
    void thereIsOnlyTheOpeningCashBeforeTheFirstEvent() {
        for (long at = 1; at <= 2; at++) {
            ExactCells cells = cells(at);
            assertEquals("10000", cells.fact("equity"));
            assertEquals(at == 1 ? "config" : "universe", cells.fact("record"));
        }
    }

    @Test
    void recordsOutsideTheSessionHaveNoEquity() {
        for (long at : new long[] {-1, 0, EVENTS + 3, Long.MAX_VALUE}) {
            SessionExplain explained = explain(storm, at, 0);
            assertNull(explained.report());
            assertEquals(EVENTS + 2, explained.last());
        }
    }

    @Test
    void latestFillsSayWhatBecameOfThem() {
        Path session = RecordedScript.record(copies, List.of(), script -> {
            script.step(0, "100");
            script.fill("E1", 0, Side.BUY, "2", "100");
            script.fill("E2", 0, Side.BUY, "1", "110");
            script.fill("E2", 0, Side.BUY, "1", "110");
            script.fill("E3", 0, Side.SELL, "1.5", "120");
            script.bust("E2", 0);
            script.step(0, "90");
        });
        ExactCells cells = new ExactCells(report(session, SessionExplain.LAST, 2));
        assertEquals("3", cells.fact("fills_booked"));
        assertEquals("1", cells.fact("fills_busted"));
        assertEquals("0", cells.fact("fills_corrected"));
        List<String> fills = new ArrayList<>();
        for (Map<String, String> fill : cells.where("table", "fills")) {
            fills.add(fill.get("sequence") + " " + fill.get("id") + " " + fill.get("side") + " " + fill.get("quantity")
                    + " @ " + fill.get("price") + " " + fill.get("state"));
        }
        assertEquals(List.of("6 E2 buy 1 @ 110 busted", "8 E3 sell 1.5 @ 120 stands"), fills);
        ExactCells earlier = new ExactCells(report(session, 8, 9));
        assertEquals(3, earlier.where("state", "stands").size());
    }

    @Test
    void everyFormatPrints() {
        ExactReport report = report(storm, SessionExplain.LAST, 3);
        String table = ExactCells.print(report, OutputFormat.TABLE);
        assertTrue(table.contains("\nresidual of sources   0\n"), table);
        assertTrue(table.startsWith("row "), table);
        Map<?, ?> json = ExactCells.json(report);
        assertEquals(3, ExactCells.size(json, "fills"));
    }

    @Test
    void sessionThatDoesNotAuditIsRefused() {
        Path altered = AlteredSession.of(storm, copies, (frame, sequence) -> {
            if (sequence == 900) {
                EventHeader.cause(frame, 0, 1);
            }
            return true;
        });
        assertThrows(JournalException.class, () -> explain(altered, 10, 0));
    }
}
