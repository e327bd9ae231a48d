package mnvh.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import mnvh.event.EventHeader;
import mnvh.journal.JournalException;
import mnvh.journal.SessionFolder;
import mnvh.units.Side;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SessionPnlTest {
    private static final int EVENTS = 4000;
    private static final List<String> FEES = List.of("fees.taker_bps=10");

    @TempDir
    private static Path folder;

    private static Path storm = Path.of("");

    @TempDir
    private Path copies;

    @BeforeAll
    static void record() {
        storm = RecordedStorm.record(folder, EVENTS, 21, "fifo");
    }

    private static ExactReport pnl(Path session, PnlSplit by) {
        try (SessionFolder opened = SessionFolder.open(session)) {
            return SessionPnl.of(opened, by);
        }
    }

    private static AuditResult audit(Path session) {
        try (SessionFolder opened = SessionFolder.open(session)) {
            return SessionAudit.of(opened);
        }
    }

    private static void assertEqual(BigDecimal expected, BigDecimal found, String what) {
        assertEquals(0, expected.compareTo(found), what + ": " + expected + ", " + found);
    }

    private static void assertSums(Path session, PnlSplit by) {
        ExactReport report = pnl(session, by);
        ExactCells cells = new ExactCells(report);
        BigDecimal change = new BigDecimal(audit(session).finalEquity()).subtract(new BigDecimal("10000"));
        assertEqual(change, cells.number("change_of_equity"), "change");
        assertEqual(change, ExactCells.sum(cells.lines(), "profit"), "sum of the lines");
        assertEquals("0", cells.fact("residual"));
        assertTrue(report.isExact());
        assertTrue(change.signum() != 0);
    }

    @ParameterizedTest
    @EnumSource(PnlSplit.class)
    void rowsSumToTheChangeOfEquity(PnlSplit by) {
        assertSums(storm, by);
    }

    @ParameterizedTest
    @CsvSource({"22, fifo", "23, lifo", "24, average"})
    void everyLotMethodSums(long seed, String method) {
        Path session = RecordedStorm.record(copies, EVENTS, seed, method);
        for (PnlSplit by : PnlSplit.values()) {
            assertSums(session, by);
        }
        assertLotsAreThePositions(session);
    }

    @Test
    void componentsAreThoseOfTheAudit() {
        ExactCells cells = new ExactCells(pnl(storm, PnlSplit.COMPONENT));
        for (AuditResult.Total total : audit(storm).totals()) {
            if (!total.component().equals("trading_cashflow")) {
                List<Map<String, String>> line = cells.where("component", total.component());
                assertEqual(new BigDecimal(total.amount()), ExactCells.sum(line, total.currency()), line.toString());
            }
        }
    }

    @Test
    void instrumentsAddUpToTheComponents() {
        ExactCells rows = new ExactCells(pnl(storm, PnlSplit.INSTRUMENT));
        ExactCells components = new ExactCells(pnl(storm, PnlSplit.COMPONENT));
        BigDecimal moved = BigDecimal.ZERO;
        for (Map<String, String> line : components.lines()) {
            String component = line.getOrDefault("component", "");
            BigDecimal off =
                    ExactCells.sum(rows.lines(), component).subtract(new BigDecimal(line.getOrDefault("profit", "")));
            // A row that is rounded by itself may differ from the whole by units, and rounding has them.
            assertTrue(off.abs().compareTo(new BigDecimal("0.0001")) < 0, line + " off by " + off);
            moved = moved.add(off);
            if (component.equals("fx") || component.equals("external")) {
                assertEqual(BigDecimal.ZERO, off, component);
            }
        }
        assertEqual(BigDecimal.ZERO, moved, "moved to rounding");
        assertEquals(3, rows.where("row", "general").size());
        assertEquals(2, rows.where("row", "rounding").size());
        for (String currency : List.of("USD", "BTC", "EUR")) {
            BigDecimal amounts = ExactCells.sum(rows.where("currency", currency), "amount");
            BigDecimal total = audit(storm).totals().stream()
                    .filter(each -> each.currency().equals(currency)
                            && !each.component().equals("trading_cashflow"))
                    .map(each -> new BigDecimal(each.amount()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertEqual(total, amounts, currency);
        }
    }

    private static void assertCells(Map<String, String> line, String... expected) {
        for (int k = 0; k < expected.length; k += 2) {
            assertEquals(expected[k + 1], line.get(expected[k]), expected[k] + " of " + line);
        }
    }

    private static void buyTwiceAndSell(RecordedScript script) {
        script.step(0, "100");
        script.fill("E1", 0, Side.BUY, "2", "100");
        script.fill("E2", 0, Side.BUY, "1", "110");
        script.pass(58);
        script.fill("E3", 0, Side.SELL, "2.5", "120");
    }

    @Test
    void lotsHaveTheirSharesOfWhatClosesThem() {
        Path session = RecordedScript.record(copies, FEES, script -> {
            buyTwiceAndSell(script);
            script.step(0, "115");
        });
        List<Map<String, String>> lots = new ExactCells(pnl(session, PnlSplit.LOT)).where("row", "lot");
        assertEquals(2, lots.size());
        assertCells(lots.get(0), "id", "E1", "of", "PERP", "side", "long", "opened", "2", "closed", "2");
        assertCells(lots.get(0), "open", "0", "cost", "0", "realised", "40", "unrealised", "0", "fees", "0.44");
        assertCells(lots.get(0), "profit", "39.56", "held", "PT1M", "opened_at", "2026-01-05T00:00:03Z");
        assertCells(lots.get(1), "id", "E2", "opened", "1", "merged", "0", "closed", "0.5", "open", "0.5");
        assertCells(lots.get(1), "cost", "55", "realised", "5", "unrealised", "2.5", "fees", "0.17", "profit", "7.33");
        assertCells(lots.get(1), "closed_at", "", "held", "PT1M1S");
    }

    @Test
    void bustRemovesItsLot() {
        Path session = RecordedScript.record(copies, FEES, script -> {
            buyTwiceAndSell(script);
            script.bust("E2", 0);
            script.step(0, "115");
        });
        ExactCells cells = new ExactCells(pnl(session, PnlSplit.LOT));
        List<Map<String, String>> lots = cells.where("row", "lot");
        assertEquals(2, lots.size());
        assertCells(lots.get(0), "id", "E1", "realised", "40", "open", "0", "fees", "0.44");
        assertCells(lots.get(1), "id", "E3", "side", "short", "opened", "0.5", "open", "0.5", "cost", "-60");
        assertCells(lots.get(1), "unrealised", "2.5", "fees", "0.06");
        assertEquals("0", cells.fact("residual"));
        assertTrue(cells.where("id", "E2").isEmpty());
    }

    @Test
    void oldestLotsMergeWhereThereIsNoRoom() {
        List<String> two = List.of("fees.taker_bps=10", "lots.max_per_instrument=2");
        Path session = RecordedScript.record(copies, two, script -> {
            script.step(0, "100");
            script.fill("E1", 0, Side.BUY, "2", "100");
            script.fill("E2", 0, Side.BUY, "1", "110");
            script.fill("E3", 0, Side.BUY, "1", "130");
            script.step(0, "120");
        });
        List<Map<String, String>> lots = new ExactCells(pnl(session, PnlSplit.LOT)).where("row", "lot");
        assertCells(lots.get(0), "id", "E1", "opened", "2", "merged", "1", "open", "3", "cost", "310", "fees", "0.31");
        assertCells(lots.get(0), "unrealised", "50", "closed_at", "");
        assertCells(lots.get(1), "id", "E2", "opened", "1", "merged", "-1", "open", "0", "fees", "0", "amount", "0");
        assertCells(lots.get(1), "held", "PT1S");
        assertCells(lots.get(2), "id", "E3", "merged", "0", "unrealised", "-10", "fees", "0.13");
    }

    @Test
    void averageIsOneLot() {
        Path session = RecordedScript.record(copies, List.of("fees.taker_bps=10", "lots.method=average"), script -> {
            buyTwiceAndSell(script);
            script.step(0, "115");
        });
        List<Map<String, String>> lots = new ExactCells(pnl(session, PnlSplit.LOT)).where("row", "lot");
        assertEquals(1, lots.size());
        assertCells(lots.get(0), "id", "E1", "opened", "3", "merged", "0", "closed", "2.5", "open", "0.5");
    }

    @Test
    void settlementEndsItsLots() {
        Path session = RecordedScript.record(copies, FEES, script -> {
            script.step(3, "250");
            script.fill("E1", 3, Side.SELL, "1", "250");
            script.pass(3599);
            script.settle(3, "240");
            script.settle(3, "230");
            script.step(0, "100");
        });
        ExactCells cells = new ExactCells(pnl(session, PnlSplit.LOT));
        assertCells(cells.where("id", "E1").get(0), "held", "PT1H", "closed", "1", "realised", "100", "fees", "2.5");
        assertEquals("97.5", cells.fact("change_of_equity"));
    }

    @Test
    void daysFollowEachOther() {
        Path session = RecordedScript.record(copies, FEES, script -> {
            script.step(0, "100");
            script.fill("E1", 0, Side.BUY, "2", "100");
            script.step(0, "110");
            script.pass(86_400);
            script.fill("E2", 0, Side.SELL, "1", "112");
            script.step(0, "90");
            script.fill("E3", 0, Side.SELL, "1", "90");
        });
        List<Map<String, String>> days = new ExactCells(pnl(session, PnlSplit.DAY)).lines();
        assertEquals(2, days.size());
        assertCells(days.get(0), "day", "2026-01-05", "steps", "2", "fills", "1", "mtm", "20", "fee", "-0.2");
        assertCells(days.get(0), "equity", "10019.8", "profit", "19.8");
        assertCells(days.get(1), "day", "2026-01-06", "steps", "1", "fills", "2", "mtm", "-20", "edge", "2");
        assertCells(days.get(1), "fee", "-0.202", "equity", "10001.598", "profit", "-18.202");
    }

    @Test
    void sessionWithoutAStepIsOfItsLastDay() {
        Path session = RecordedScript.record(copies, FEES, script -> script.fill("E1", 0, Side.BUY, "2", "100"));
        List<Map<String, String>> days = new ExactCells(pnl(session, PnlSplit.DAY)).lines();
        assertEquals(1, days.size());
        assertCells(days.get(0), "day", "2026-01-05", "steps", "0", "fills", "1", "profit", "-0.2");
    }

    /** Open lots against the positions that equity consists of, which come from the auditor and not from the lots. */
    private static void assertLotsAreThePositions(Path session) {
        ExactCells lots = new ExactCells(pnl(session, PnlSplit.LOT));
        ExactCells holdings;
        try (SessionFolder opened = SessionFolder.open(session)) {
            ExactReport report =
                    SessionExplain.equity(opened, SessionExplain.LAST, 0).report();
            assertNotNull(report);
            holdings = new ExactCells(report);
        }
        int held = 0;
        for (String symbol : List.of("PERP", "COIN", "STOCK", "FUTURE")) {
            BigDecimal open = BigDecimal.ZERO;
            for (Map<String, String> lot : lots.where("of", symbol)) {
                if ("lot".equals(lot.get("row"))) {
                    BigDecimal quantity = new BigDecimal(lot.getOrDefault("open", ""));
                    open = "long".equals(lot.get("side")) ? open.add(quantity) : open.subtract(quantity);
                }
            }
            assertEqual(ExactCells.sum(holdings.where("of", symbol), "quantity"), open, symbol);
            held += open.signum() == 0 ? 0 : 1;
        }
        assertTrue(held >= 2, "instruments held: " + held);
    }

    @Test
    void lotsAreThePositions() {
        assertLotsAreThePositions(storm);
    }

    @Test
    void everyFormatHasTheResidual() {
        for (PnlSplit by : PnlSplit.values()) {
            ExactReport report = pnl(storm, by);
            String table = ExactCells.print(report, OutputFormat.TABLE);
            assertTrue(table.contains("\nresidual           0\n"), table);
            assertTrue(table.lines().anyMatch(line -> line.startsWith("total ")), table);
            Map<?, ?> json = ExactCells.json(report);
            assertEquals("0", json.get("residual"));
            assertEquals(new ExactCells(report).lines().size(), ExactCells.size(json, "rows"));
        }
    }

    @Test
    void sessionThatDoesNotAuditIsRefused() {
        Path altered = AlteredSession.of(storm, copies, (frame, sequence) -> {
            if (sequence == 1500) {
                EventHeader.cause(frame, 0, 1);
            }
            return true;
        });
        for (PnlSplit by : PnlSplit.values()) {
            JournalException thrown = assertThrows(JournalException.class, () -> pnl(altered, by));
            assertEquals(JournalException.Kind.DAMAGED, thrown.kind());
            assertTrue(String.valueOf(thrown.getMessage()).contains("does not audit clean: inbound "));
        }
    }
}
