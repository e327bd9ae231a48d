package mnvh.ledger;

import static mnvh.ledger.LedgerDesk.FREE;
import static mnvh.ledger.LedgerDesk.number;
import static mnvh.ledger.LedgerDesk.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import mnvh.config.FeeConfig;
import mnvh.config.FeeTable;
import mnvh.config.FeeTier;
import mnvh.config.LotMethod;
import mnvh.config.LotsConfig;
import mnvh.units.Component;
import mnvh.units.DecimalText;
import mnvh.units.FeeKind;
import mnvh.units.FixedPoint;
import mnvh.units.Side;
import mnvh.universe.Instrument;
import mnvh.universe.InstrumentKind;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final List<InstrumentKind> LINEAR = List.of(
            InstrumentKind.LINEAR_PERP, InstrumentKind.LINEAR_FUTURE, InstrumentKind.EQUITY, InstrumentKind.SPOT);
    private static final FeeConfig ONE_BASIS_POINT = new FeeConfig(0, DecimalText.parseRate("0.0001"), 0, 0);

    @Test
    void feeLeavesCashExactlyOnce() {
        LedgerDesk desk = new LedgerDesk("1000", ONE_BASIS_POINT, 4, InstrumentKind.SPOT);
        desk.mark(0, "100");
        assertEquals("0.03", desk.buy(0, "3", "100"));
        assertEquals("699.97", text(desk.ledger.cash()));
        assertEquals("999.97", text(desk.ledger.equity()));
        assertEquals(List.of("cashflow 0 300", "fee 0 -0.03"), desk.recorder.take());
    }

    @Test
    void cashAssetIsPaidFromTheWallet() {
        LedgerDesk desk = new LedgerDesk("1000", FREE, 4, InstrumentKind.EQUITY);
        desk.buy(0, "2", "100");
        assertEquals("800", text(desk.ledger.wallet()));
        assertEquals("0", text(desk.ledger.financing(0)));
        desk.sell(0, "1", "110");
        assertEquals("910", text(desk.ledger.wallet()));
        assertEquals("10", text(desk.ledger.realised(0)));
    }

    @Test
    void marginedPositionMovesTheWalletByRealisedProfitOnly() {
        LedgerDesk desk = new LedgerDesk("1000", FREE, 4, InstrumentKind.LINEAR_FUTURE);
        desk.buy(0, "2", "100");
        assertEquals("1000", text(desk.ledger.wallet()));
        assertEquals("-200", text(desk.ledger.financing(0)));
        assertEquals("800", text(desk.ledger.cash()));
        desk.mark(0, "120");
        assertEquals("1000", text(desk.ledger.wallet()));
        assertEquals("40", text(desk.ledger.unrealised(0)));
        desk.sell(0, "1", "110");
        assertEquals("1010", text(desk.ledger.wallet()));
        assertEquals("-100", text(desk.ledger.financing(0)));
        assertEquals("1030", text(desk.ledger.equity()));
    }

    @Test
    void markToMarketUsesTheQuantityHeldAfterTheTrade() {
        LedgerDesk desk = new LedgerDesk("1000", FREE, 4, InstrumentKind.LINEAR_PERP);
        desk.buy(0, "1", "100");
        desk.buy(0, "2", "100");
        desk.recorder.take();
        desk.mark(0, "101");
        assertEquals(List.of("mtm 0 3"), desk.recorder.take());
        desk.mark(0, "101");
        assertEquals(List.of(), desk.recorder.take());
    }

    @Test
    void firstFillWithoutAMarkMarksAtItsPrice() {
        LedgerDesk desk = new LedgerDesk("1000", FREE, 4, InstrumentKind.LINEAR_PERP);
        assertEquals(0, desk.ledger.markPrice(0));
        desk.buy(0, "1", "77");
        assertEquals("77", text(desk.ledger.markPrice(0)));
        desk.buy(0, "1", "78");
        assertEquals("77", text(desk.ledger.markPrice(0)));
        assertEquals(List.of("cashflow 0 77", "cashflow 0 77", "edge 0 -1"), desk.recorder.take());
    }

    @Test
    void multiplierScalesEveryAmount() {
        List<Instrument> fifty = List.of(LedgerDesk.instrument(0, InstrumentKind.LINEAR_FUTURE, 50 * FixedPoint.SCALE));
        LedgerDesk desk = new LedgerDesk("1000", ONE_BASIS_POINT, lots(4), fifty);
        desk.mark(0, "4000");
        assertEquals("40.0025", desk.sell(0, "2", "4000.25"));
        assertEquals("-400000", text(desk.ledger.value(0)));
        assertEquals("400025", text(desk.ledger.financing(0)));
    }

    @Test
    void flipThroughZeroClosesThenOpens() {
        for (InstrumentKind kind : LINEAR) {
            LedgerDesk desk = new LedgerDesk("10000", ONE_BASIS_POINT, 4, kind);
            desk.mark(0, "100");
            desk.buy(0, "3", "100");
            assertEquals("0.11", desk.sell(0, "10", "110"));
            assertEquals("30", text(desk.ledger.lastRealised()));
            assertEquals("-7", text(desk.ledger.position(0)));
            assertEquals(List.of("7@-770/0.077"), desk.lots(0));
            desk.buy(0, "7", "108");
            assertEquals("44", text(desk.ledger.realised(0)));
            assertEquals("0", text(desk.ledger.unrealised(0)));
            assertEquals(List.of(), desk.lots(0));
        }
    }

    @Test
    void venueCommissionOverridesTheSchedule() {
        LedgerDesk desk = new LedgerDesk("1000", ONE_BASIS_POINT, 4, InstrumentKind.SPOT);
        assertEquals("0.5", desk.fillWithCommission(0, Side.BUY, "1", "100", "0.5"));
        assertEquals("0", desk.fillWithCommission(0, Side.BUY, "1", "100", "0"));
        assertEquals("-0.25", desk.fillWithCommission(0, Side.BUY, "1", "100", "-0.25"));
        assertEquals("699.75", text(desk.ledger.cash()));
        assertEquals(
                List.of("cashflow 0 100", "fee 0 -0.5", "cashflow 0 100", "cashflow 0 100", "rebate 0 0.25"),
                desk.recorder.take());
        assertEquals("-0.5", desk.component(Component.FEE, "USD"));
        assertEquals("0.25", desk.component(Component.REBATE, "USD"));
    }

    @Test
    void overflowPostsNothing() {
        LedgerDesk desk = new LedgerDesk("1000", ONE_BASIS_POINT, 2, InstrumentKind.LINEAR_PERP, InstrumentKind.SPOT);
        desk.mark(0, "1000");
        desk.mark(1, "1000");
        desk.buy(0, "10", "1001");
        desk.sell(1, "10", "999");
        desk.recorder.take();
        long before = desk.hash();
        Ledger ledger = desk.ledger;
        Execution fill = new Execution();
        for (int instrument = 0; instrument < 2; instrument++) {
            int i = instrument;
            for (Side side : Side.values()) {
                assertOverflow(() -> ledger.fill(fill.of(9, i, side, Long.MAX_VALUE, number("2"))));
                assertOverflow(() -> ledger.fill(fill.of(9, i, side, number("90000000"), number("1000000"))));
                assertOverflow(() -> ledger.fill(one(fill, i, side).commission(0, Long.MIN_VALUE)));
                assertOverflow(() -> ledger.fill(one(fill, i, side).commission(0, -Long.MAX_VALUE)));
                assertOverflow(() -> ledger.fill(one(fill, i, side).commission(1, Long.MIN_VALUE)));
            }
            assertOverflow(() -> ledger.mark(i, Long.MAX_VALUE));
        }
        assertOverflow(() -> ledger.funding(0, FixedPoint.RATE_SCALE, number("90000000000"), 9));
        assertOverflow(() -> ledger.funding(0, -FixedPoint.RATE_SCALE, number("90000000000"), 9));
        assertOverflow(() -> ledger.external(0, Long.MAX_VALUE));
        assertOverflow(() -> ledger.suspend(0, Long.MAX_VALUE));
        assertEquals(before, desk.hash());
        assertEquals(List.of(), desk.recorder.take());
        assertEquals(CarryOutcome.BOOKED, desk.funding(0, "0", "1", 9), "a refused funding leaves its boundary open");
        assertEquals(CarryOutcome.BOOKED, desk.interest("USD", "0", 9));
    }

    @Test
    void equityPast64BitsIsRefusedThoughEveryPartFits() {
        LedgerDesk desk = new LedgerDesk("50000000000", FREE, 2, InstrumentKind.LINEAR_PERP);
        desk.buy(0, "10000000", "100");
        assertOverflow(() -> desk.ledger.mark(0, number("6000")));
        assertEquals("50000000000", text(desk.ledger.equity()));
    }

    @Test
    void valueWithoutAMagnitudeIsRefusedOnTheStraightWayToo() {
        LedgerDesk desk = new LedgerDesk("0", ONE_BASIS_POINT, 2, InstrumentKind.LINEAR_PERP);
        desk.mark(0, "22517998.13685248");
        long before = desk.hash();
        // 4096 at that price is 2^63 units, which stands only on the negative side.
        assertOverflow(() -> desk.sell(0, "4096", "22517998.13685248"));
        assertEquals(before, desk.hash());
    }

    @Test
    void nonsenseIsRefused() {
        LedgerDesk desk = new LedgerDesk("1000", FREE, 2, InstrumentKind.LINEAR_PERP);
        Ledger ledger = desk.ledger;
        assertThrows(IllegalArgumentException.class, () -> ledger.mark(0, 0));
        assertThrows(IllegalArgumentException.class, () -> desk.buy(0, "0", "1"));
        assertThrows(IllegalArgumentException.class, () -> desk.buy(0, "-1", "1"));
        assertThrows(IllegalArgumentException.class, () -> desk.buy(0, "1", "-1"));
        assertThrows(IllegalArgumentException.class, () -> desk.funding(0, "0", "0", 1));
        assertThrows(IllegalArgumentException.class, () -> new LedgerDesk("-1", FREE, 2, InstrumentKind.SPOT));
        assertThrows(IllegalArgumentException.class, () -> new LedgerDesk("1", FREE, 0, InstrumentKind.SPOT));
    }

    @Test
    void currenciesAreKeptApart() {
        Instrument dollar = LedgerDesk.instrument(0, InstrumentKind.SPOT, FixedPoint.SCALE);
        Instrument euro = new Instrument(
                1, "E", InstrumentKind.SPOT, "EUR", 1, 1, FixedPoint.SCALE, 0, 1, 0, FixedPoint.RATE_SCALE);
        LedgerDesk desk = new LedgerDesk("1000", ONE_BASIS_POINT, lots(2), List.of(dollar, euro));
        desk.buy(0, "2", "100");
        desk.buy(1, "3", "50");
        desk.mark(1, "51");
        assertEquals("799.98", desk.total(Account.WALLET, "USD"));
        assertEquals("200", desk.total(Account.POSITION_VALUE, "USD"));
        assertEquals("-150.015", desk.total(Account.WALLET, "EUR"));
        assertEquals("153", desk.total(Account.POSITION_VALUE, "EUR"));
        assertEquals("2.985", text(desk.ledger.books().equity(desk.currency("EUR"))));
        assertEquals("3", desk.component(Component.MTM, "EUR"));
        assertEquals("0", desk.component(Component.MTM, "USD"));
        assertEquals("200", text(desk.ledger.positionValue()));
        assertEquals("799.98", text(desk.ledger.cash()));
    }

    @Test
    void sameEventsGiveTheSameHashAndOneUnitMoreGivesAnother() {
        assertEquals(story("100.05").hash(), story("100.05").hash());
        assertNotEquals(story("100.05").hash(), story("100.05000001").hash());
    }

    @Test
    void everyPartIsInTheState() {
        FeeTable tiered = new FeeTable(0, 0, 0, 0, FeeTable.NO_MAXIMUM, List.of(new FeeTier(number("11"), 0, 0)));
        FeeConfig fees = new FeeConfig(tiered, Map.of(), FeeConfig.NO_BOUND);
        LedgerDesk desk = new LedgerDesk("1000", fees, 2, InstrumentKind.LINEAR_PERP);
        long day = 86_400_000_000_000L;
        desk.fillAs(1, day, 0, Side.BUY, "2", "3", "0.5");
        desk.fillAs(2, 2 * day, 0, Side.SELL, "1", "5", "0");
        List<Long> expected = new ArrayList<>();
        add(expected, "1000");
        // Position, mark and profit; one lot.
        add(expected, "1", "3", "2");
        expected.add(1L);
        add(expected, "1", "3", "0.25");
        expected.addAll(List.of(day, 1L));
        // Wallet, financing, value, edge and fees of the instrument; wallet and capital at large; the totals.
        add(expected, "1.5", "-3", "3", "-2", "0.5", "1000", "-1000", "1001.5", "-3", "3");
        add(expected, "-2", "0.5", "-1000");
        // Cashflow, edge and fee.
        add(expected, "3", "2", "-0.5");
        // No funding, borrow, or interest of three currencies so far; the reporting currency's view is known.
        expected.addAll(Collections.nCopies(5, Long.MIN_VALUE));
        expected.add(1L);
        // What was traded reached 6 before the second day; it is day 2; 6 and 5 were traded.
        add(expected, "6");
        expected.add(2L);
        add(expected, "1", "6", "5");
        // Last profit, and how many fills.
        add(expected, "2");
        expected.add(2L);
        RecordedState state = new RecordedState();
        desk.ledger.writeTo(state);
        assertEquals(expected, state.take());
    }

    @Test
    void fillsAndLateFeesAreInTheHistory() {
        LedgerDesk desk = new LedgerDesk("1000", FREE, 2, InstrumentKind.LINEAR_PERP);
        desk.fillAs(1, 7, 0, Side.BUY, "2", "3", "0.5");
        desk.fillAs(2, 8, 0, Side.SELL, "1", "5", "0");
        desk.lateFee(0, 1, FeeKind.TAX, "USD", "0.25");
        List<Long> expected = new ArrayList<>();
        expected.add(1L);
        add(expected, "2", "6", "0.75");
        expected.add(7L);
        add(expected, "0.5");
        expected.addAll(List.of((long) Account.TRADING_FEES.ordinal(), 2L));
        add(expected, "-1", "-5");
        expected.addAll(List.of(8L, (long) Account.TRADING_FEES.ordinal()));
        // No fill was given up; the late fee of fill 1.
        expected.addAll(List.of(Long.MIN_VALUE, 1L, (long) Account.TAXES.ordinal()));
        add(expected, "0.25");
        RecordedState state = new RecordedState();
        desk.ledger.writeHistoryTo(state);
        assertEquals(expected, state.take());
    }

    @Test
    void lotsBeforeTheKeptFillsAreInTheHistory() {
        // A window of one fill: with the ninth the store is full, and goes on to the lots of the first eight.
        LotsConfig lots = new LotsConfig(LotMethod.FIFO, 2, 1);
        LedgerDesk desk = new LedgerDesk("1000", FREE, lots, InstrumentKind.LINEAR_PERP);
        for (int id = 1; id <= 4; id++) {
            desk.fillAs(id, id, 0, id % 2 == 1 ? Side.BUY : Side.SELL, "1", "9", "0");
        }
        desk.fillAs(5, 7, 0, Side.BUY, "2", "3", "0.5");
        desk.fillAs(6, 8, 0, Side.SELL, "1", "5", "0");
        desk.fillAs(7, 9, 0, Side.BUY, "1", "4", "0");
        desk.fillAs(8, 10, 0, Side.BUY, "1", "6", "0");
        desk.fillAs(9, 11, 0, Side.SELL, "1", "8", "0.3");
        desk.fillAs(10, 12, 0, Side.BUY, "1", "9", "0");
        List<Long> expected = new ArrayList<>();
        // Zeros are left out. Position and profit of the first eight; two lots, of which the older is of two.
        add(expected, "3", "2");
        expected.add(2L);
        add(expected, "2", "7", "0.25");
        expected.addAll(List.of(7L, 5L));
        add(expected, "1", "6");
        expected.addAll(List.of(10L, 8L));
        expected.add(9L);
        add(expected, "-1", "-8", "0.3");
        expected.add(11L);
        add(expected, "0.3");
        expected.add((long) Account.TRADING_FEES.ordinal());
        expected.add(10L);
        add(expected, "1", "9");
        expected.addAll(List.of(12L, (long) Account.TRADING_FEES.ordinal()));
        // One entry is before the window, no later lots are kept, and the newest fill given up was at 10.
        expected.addAll(List.of(1L, 10L));
        RecordedState state = new RecordedState();
        desk.ledger.writeHistoryTo(state);
        assertEquals(expected, state.take());
    }

    private static void add(List<Long> numbers, String... texts) {
        for (String text : texts) {
            numbers.add(number(text));
        }
    }

    @Test
    void markIsTakenUntilTheInstrumentIsSettled() {
        LedgerDesk desk = new LedgerDesk("1000", FREE, 2, InstrumentKind.LINEAR_FUTURE);
        assertTrue(desk.ledger.mark(0, 5));
        assertFalse(desk.ledger.settled(0));
        desk.settle(0, "2");
        assertTrue(desk.ledger.settled(0));
        assertFalse(desk.ledger.mark(0, 7));
        assertEquals("2", text(desk.ledger.markPrice(0)));
    }

    private static LedgerDesk story(String price) {
        LedgerDesk desk = new LedgerDesk("10000", ONE_BASIS_POINT, 2, InstrumentKind.LINEAR_PERP, InstrumentKind.SPOT);
        desk.buy(0, "3", price);
        desk.buy(1, "4", "20");
        desk.mark(0, "101");
        desk.funding(0, "0.0001", "101", 8);
        desk.sell(0, "5", "102");
        return desk;
    }

    private static LotsConfig lots(int maxPerInstrument) {
        return new LotsConfig(LotMethod.FIFO, maxPerInstrument, 128);
    }

    private static Execution one(Execution fill, int i, Side side) {
        return fill.of(9, i, side, number("1"), number("1"));
    }

    private static void assertOverflow(Runnable event) {
        assertThrows(ArithmeticException.class, event::run);
    }
}
