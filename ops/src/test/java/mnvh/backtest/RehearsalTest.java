package mnvh.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import mnvh.backtest.RehearsedOrder.Change;
import mnvh.config.ConfigException;
import mnvh.config.ConfigLoader;
import mnvh.journal.RecordSeal;
import mnvh.journal.SessionFolder;
import mnvh.units.FixedPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backtests that were recorded, under limits that were not in force. */
class RehearsalTest {
    private static final String[] PROTECTED = {
        "strategy.neutrality.mode=driver",
        "strategy.neutrality.window_steps=30",
        "risk.max_gross_leverage_ratio=1.0",
        "risk.max_margin_usage_ratio=0.5",
        "risk.max_order_notional=2500",
        "fees.taker_bps=5",
        "self_financing.cash_floor=0",
    };
    private static final long HOUR_MS = 3_600_000;
    private static final long START_MS = 1_772_323_200_000L;
    private static final long ORDER_LIMIT = 400 * FixedPoint.SCALE;

    @TempDir
    private Path folder;

    private Path record(String... sets) throws IOException {
        return Runs.backtest("literal-backtest.yaml", Runs.panel(folder, 120, 8), false, folder, sets);
    }

    private static Rehearsal rehearseFile(Path session, String configFile, String... sets) {
        try (SessionFolder recorded = SessionFolder.open(session)) {
            return Rehearsal.of(
                    recorded,
                    ConfigLoader.load(Runs.ROOT.resolve("config").resolve(configFile), List.of(sets), Map.of()));
        }
    }

    private static Rehearsal rehearse(Path session, String... sets) {
        return rehearseFile(session, "literal-backtest.yaml", sets);
    }

    private static String[] with(String[] sets, String... more) {
        List<String> all = new ArrayList<>(List.of(sets));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    @Test
    void sameLimitsDifferInNothing() throws IOException {
        Path session = record(PROTECTED);

        Rehearsal rehearsal = rehearse(session, PROTECTED);

        assertTrue(rehearsal.nothingDiffers(), () -> rehearsal.orders().toString());
        assertEquals(List.of(), rehearsal.rehearsed());
        assertEquals(List.of(), rehearsal.left());
        Rehearsal.Totals totals = rehearsal.totals();
        assertEquals(RecordedOrders.of(session).sent().size(), totals.sent());
        assertTrue(totals.sent() > 500, totals.toString());
        assertEquals(totals.sent(), totals.unchanged());
        assertEquals(totals.notionalSent(), totals.notionalUnder());
    }

    @Test
    void recordedOutcomeIsTheSameByteForByteWhateverIsRehearsed() throws IOException {
        Path session = record(PROTECTED);
        Replay.Result plain = Runs.replay(session);

        for (String limit : List.of(
                "risk.max_order_notional=100",
                "risk.max_participation_ratio=0.01",
                "risk.max_drawdown_ratio=0.001",
                "risk.max_gross_leverage_ratio=0.1",
                "strategy.neutrality.mode=none")) {
            Rehearsal rehearsal = rehearse(session, with(PROTECTED, limit));
            assertFalse(rehearsal.nothingDiffers(), limit);
            assertTrue(rehearsal.replay().matches(), limit + ": " + rehearsal.replay());
            assertEquals(
                    RecordSeal.hex(plain.head()),
                    RecordSeal.hex(rehearsal.replay().head()),
                    limit);
            assertEquals(plain.frames(), rehearsal.replay().frames(), limit);
        }
    }

    @Test
    void tighterOrderLimitScalesExactlyTheOrdersAboveIt() throws IOException {
        Path session = record();

        Rehearsal rehearsal = rehearse(session, "risk.max_order_notional=400");

        Set<String> above = RecordedOrders.of(session).sent().stream()
                .filter(order -> order.opens() > ORDER_LIMIT)
                .map(order -> order.step() + " " + order.symbol() + " " + order.quantity())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> scaled = rehearsal.orders().stream()
                .map(order -> order.step() + " " + order.symbol() + " " + order.sent())
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(above.size() > 100, above.size() + " orders above the limit");
        assertTrue(above.size() < rehearsal.totals().sent(), "and some are not");
        assertEquals(above, scaled);
        for (RehearsedOrder order : rehearsal.orders()) {
            assertEquals(Change.SCALED, order.change(), order.toString());
            assertEquals("CUT_ORDER_NOTIONAL", order.bound().check());
            assertEquals(0, order.bound().before());
            assertTrue(order.bound().limit() >= ORDER_LIMIT, order.toString());
            long mark = Math.round((double) order.notional() / order.sent() * FixedPoint.SCALE);
            double left = (double) order.under() * mark / FixedPoint.SCALE;
            assertEquals((double) order.bound().limit(), Math.abs(left), FixedPoint.SCALE / 100.0, order.toString());
            assertTrue(Math.abs(order.notional() - order.bound().after()) <= FixedPoint.SCALE / 100, order.toString());
        }
        Rehearsal.Totals totals = rehearsal.totals();
        assertEquals(totals.sent(), totals.unchanged() + totals.scaled());
        assertEquals(Map.of("CUT_ORDER_NOTIONAL", totals.scaled()), totals.checks());
        assertTrue(totals.notionalUnder() < totals.notionalSent());
        assertEquals(List.of(new Rehearsal.Key("risk.max_order_notional", "none", "400")), rehearsal.rehearsed());
    }

    /** Up to the first list that differs nothing has gone apart, so a run under the limits sends just that list. */
    @Test
    void firstListThatDiffersIsTheOneThatARunUnderTheLimitsSends() throws IOException {
        for (String limit : List.of(
                "risk.max_order_notional=300",
                "risk.max_position_notional=1000",
                "risk.max_gross_leverage_ratio=0.6",
                "self_financing.cash_floor=9990",
                "strategy.neutrality.mode=none")) {
            Path session = record(PROTECTED);
            Rehearsal rehearsal = rehearse(session, with(PROTECTED, limit));
            assertFalse(rehearsal.orders().isEmpty(), limit);
            long step = rehearsal.orders().get(0).step();
            Path closed = record(with(PROTECTED, limit));

            Map<String, Long> expected = bySymbol(RecordedOrders.of(closed).ofStep(step));
            Map<String, Long> rehearsed = bySymbol(RecordedOrders.of(session).ofStep(step));
            for (RehearsedOrder order : rehearsal.orders()) {
                if (order.step() == step) {
                    rehearsed.put(order.symbol(), order.under());
                }
            }
            rehearsed.values().removeIf(quantity -> quantity == 0);
            assertEquals(expected, rehearsed, limit + " at step " + step);
        }
    }

    private static Map<String, Long> bySymbol(List<RecordedOrders.Sent> orders) {
        return orders.stream().collect(Collectors.toMap(RecordedOrders.Sent::symbol, RecordedOrders.Sent::quantity));
    }

    @Test
    void lowerGrossLimitScalesWholeListsAndSaysSo() throws IOException {
        Path session = record();

        Rehearsal rehearsal = rehearse(session, "risk.max_gross_leverage_ratio=0.5");

        List<RehearsedOrder> byGross = rehearsal.orders().stream()
                .filter(order -> order.bound().check().equals("CUT_GROSS"))
                .toList();
        assertTrue(byGross.size() > 20, rehearsal.totals().toString());
        Map<Long, Long> equity = RecordedOrders.of(session).books().stream()
                .collect(Collectors.toMap(RecordedOrders.Books::step, RecordedOrders.Books::equity));
        for (RehearsedOrder order : byGross) {
            assertEquals(
                    equity.getOrDefault(order.step(), 0L) / 2, order.bound().limit(), order.toString());
            assertTrue(order.bound().after() > order.bound().limit(), order.toString());
        }
    }

    @Test
    void drawdownLimitThatWouldHaveHaltedIsFoundAtItsStep() throws IOException {
        Path session = record("fees.taker_bps=50");
        RecordedOrders recorded = RecordedOrders.of(session);
        RecordedOrders.Books first = recorded.books().stream()
                .filter(each -> each.peakEquity() - each.equity() >= each.peakEquity() / 50)
                .findFirst()
                .orElseThrow();

        Rehearsal rehearsal = rehearse(session, "fees.taker_bps=50", "risk.max_drawdown_ratio=0.02");

        Rehearsal.Halt halt = rehearsal.firstHalt();
        assertNotNull(halt);
        assertEquals(first.step(), halt.step());
        assertEquals("DENIED_DRAWDOWN", halt.bound().check());
        assertEquals(first.peakEquity() - first.equity(), halt.bound().after());
        assertEquals(first.peakEquity() / 50, halt.bound().limit());
        List<RehearsedOrder> denied = rehearsal.orders().stream()
                .filter(order -> order.step() == first.step())
                .toList();
        assertEquals(recorded.ofStep(first.step()).size(), denied.size());
        assertTrue(denied.stream().allMatch(order -> order.change() == Change.DENIED && order.underPrice() == 0));
        assertEquals(
                recorded.sent().stream()
                        .filter(each -> each.step() >= first.step())
                        .count(),
                rehearsal.totals().sentSinceHalt());
        assertTrue(rehearsal.orders().stream().allMatch(order -> order.step() >= first.step()));
    }

    @Test
    void limitThatTheSessionItselfReachedIsNoDifference() throws IOException {
        String[] sets = {"fees.taker_bps=50", "risk.max_drawdown_ratio=0.02"};
        Path session = record(sets);

        assertNull(rehearse(session, sets).firstHalt());
        Rehearsal.Halt earlier = rehearse(session, "fees.taker_bps=50", "risk.max_drawdown_ratio=0.01")
                .firstHalt();
        assertNotNull(earlier);
    }

    @Test
    void dailyLossIsJudgedToo() throws IOException {
        Path hourly = hourly(Runs.panel(folder, 120, 8));
        Path session = Runs.backtest("literal-backtest.yaml", hourly, false, folder, "fees.taker_bps=50");

        Rehearsal.Halt halt = rehearse(session, "fees.taker_bps=50", "risk.max_daily_loss_ratio=0.01")
                .firstHalt();

        assertNotNull(halt);
        assertEquals("DENIED_DAILY_LOSS", halt.bound().check());
        assertTrue(halt.bound().after() >= halt.bound().limit(), halt.toString());
    }

    /** The same prices with an hour from bar to bar. */
    private static Path hourly(Path daily) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line : Files.readAllLines(daily)) {
            int comma = line.indexOf(',');
            String index = line.substring(0, comma);
            text.append(index.equals("t") ? "open_time_ms" : Long.toString(START_MS + Long.parseLong(index) * HOUR_MS))
                    .append(line.substring(comma))
                    .append('\n');
        }
        return Files.writeString(daily, text);
    }

    @Test
    void collarChangesPricesAlone() throws IOException {
        Path session = record("execution.collar_bps=50", "risk.max_price_deviation_bps=100");

        Rehearsal rehearsal = rehearse(session, "execution.collar_bps=20", "risk.max_price_deviation_bps=100");

        assertEquals(rehearsal.totals().sent(), rehearsal.totals().repriced());
        RehearsedOrder order = rehearsal.orders().get(0);
        boolean buy = order.sent() > 0;
        assertEquals(buy, order.underPrice() < order.sentPrice(), order.toString());
    }

    @Test
    void looserLimitsRaiseOrders() throws IOException {
        Path session = record("risk.max_order_notional=400");

        Rehearsal rehearsal = rehearse(session, "risk.max_order_notional=none");

        assertTrue(rehearsal.totals().raised() > 100, rehearsal.totals().toString());
        assertEquals(rehearsal.orders().size(), rehearsal.totals().raised());
    }

    @Test
    void whatIsNoLimitIsListedAndNotApplied() throws IOException {
        Path session = record(PROTECTED);

        Rehearsal rehearsal = rehearse(
                session,
                with(
                        PROTECTED,
                        "strategy.inventory_leash=0.1",
                        "fees.taker_bps=90",
                        "risk.max_jump_sigma=3",
                        "strategy.trade_threshold_ratio=0.05"));

        assertTrue(rehearsal.nothingDiffers());
        assertEquals(
                List.of(
                        new Rehearsal.Key("fees.taker_bps", "5", "90"),
                        new Rehearsal.Key("risk.max_jump_sigma", "none", "3"),
                        new Rehearsal.Key("strategy.inventory_leash", "0.8", "0.1"),
                        new Rehearsal.Key("strategy.trade_threshold_ratio", "0", "0.05")),
                rehearsal.left());
    }

    @Test
    void twoRehearsalsAreEqual() throws IOException {
        Path session = record(PROTECTED);
        assertEquals(
                rehearse(session, with(PROTECTED, "risk.max_gross_leverage_ratio=0.4")),
                rehearse(session, with(PROTECTED, "risk.max_gross_leverage_ratio=0.4")));
    }

    @Test
    void otherUniverseIsRefused() throws IOException {
        Path session = record();

        ConfigException listed = assertThrows(ConfigException.class, () -> rehearseFile(session, "paper.yaml"));
        assertTrue(
                String.valueOf(listed.getMessage())
                        .endsWith("sim-40.yaml: error: not the universe of the session, so that nothing can"
                                + " be rehearsed: the session has 8 instruments, this 40"),
                listed.getMessage());
        ConfigException template =
                assertThrows(ConfigException.class, () -> rehearseFile(session, "perp-backtest.yaml"));
        assertTrue(String.valueOf(template.getMessage()).contains("s0 has other terms"), template.getMessage());
    }

    @Test
    void otherCurrencyIsRefused() throws IOException {
        Path session = record("currency=USD");
        ConfigException refused =
                assertThrows(ConfigException.class, () -> rehearse(session, "currency=USD", "currency=EUR"));
        assertTrue(String.valueOf(refused.getMessage()).contains("EUR"), refused.getMessage());
    }
}
