package mnvh.ledger;

import static mnvh.ledger.LedgerDesk.FREE;
import static mnvh.ledger.LedgerDesk.number;
import static mnvh.ledger.LedgerDesk.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mnvh.config.FeeConfig;
import mnvh.config.LotMethod;
import mnvh.config.LotsConfig;
import mnvh.units.DecimalText;
import mnvh.units.FixedPoint;
import mnvh.units.Liquidity;
import mnvh.units.Side;
import mnvh.universe.Instrument;
import mnvh.universe.InstrumentKind;
import mnvh.universe.Universe;
import org.junit.jupiter.api.Test;

class LedgerTest {
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
        Universe universe =
                new Universe(List.of(LedgerDesk.instrument(0, InstrumentKind.LINEAR_FUTURE, 50 * FixedPoint.SCALE)));
        Ledger ledger = new Ledger(
                universe,
                new FeeSchedule(universe, ONE_BASIS_POINT),
                lots(4),
                number("1000"),
                new RecordedComponents());
        ledger.mark(0, number("4000"));
        long fee = ledger.applyFill(0, Side.SELL, number("2"), number("4000.25"), Liquidity.TAKER, false, 0, 1);
        assertEquals("40.0025", text(fee));
        assertEquals("-400000", text(ledger.value(0)));
        assertEquals("400025", text(ledger.financing(0)));
        assertEquals(0, new AccountingIdentity(universe, ledger).checkAll());
    }

    @Test
    void flipThroughZeroClosesThenOpens() {
        for (InstrumentKind kind : InstrumentKind.values()) {
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
    void fundingIsAppliedOncePerBoundary() {
        LedgerDesk desk = new LedgerDesk("1000", FREE, 4, InstrumentKind.LINEAR_PERP, InstrumentKind.LINEAR_PERP);
        desk.buy(0, "10", "10");
        desk.sell(1, "10", "10");
        desk.recorder.take();
        assertTrue(desk.funding(0, "0.0001", "10", 8));
        assertFalse(desk.funding(0, "0.0001", "10", 8));
        assertFalse(desk.funding(0, "0.0001", "10", 7));
        assertTrue(desk.funding(1, "0.0001", "10", 8));
        assertTrue(desk.funding(0, "-0.0002", "20", 16));
        assertEquals(List.of("funding 0 -0.01", "funding 1 0.01", "funding 0 0.04"), desk.recorder.take());
        assertEquals("1000.04", text(desk.ledger.wallet()));
    }

    @Test
    void boundaryThatFoundNoPositionIsStillSpent() {
        LedgerDesk desk = new LedgerDesk("1000", FREE, 4, InstrumentKind.LINEAR_PERP);
        assertTrue(desk.funding(0, "0.01", "10", 8));
        desk.buy(0, "10", "10");
        assertFalse(desk.funding(0, "0.01", "10", 8));
        assertEquals("1000", text(desk.ledger.wallet()));
    }

    @Test
    void onlyPerpetualsPayFunding() {
        for (InstrumentKind kind : InstrumentKind.values()) {
            LedgerDesk desk = new LedgerDesk("1000", FREE, 4, kind);
            desk.buy(0, "10", "10");
            assertEquals(kind == InstrumentKind.LINEAR_PERP, desk.funding(0, "0.01", "10", 8));
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
        assertEquals(
                "-0.5",
                text(desk.ledger
                        .components()
                        .fees()
                        .toLongExact(desk.ledger.components().overall())));
        assertEquals(
                "0.25",
                text(desk.ledger
                        .components()
                        .rebates()
                        .toLongExact(desk.ledger.components().overall())));
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
        for (int instrument = 0; instrument < 2; instrument++) {
            int i = instrument;
            for (Side side : Side.values()) {
                assertOverflow(
                        () -> ledger.applyFill(i, side, Long.MAX_VALUE, number("2"), Liquidity.TAKER, false, 0, 9));
                assertOverflow(() ->
                        ledger.applyFill(i, side, number("1"), number("1"), Liquidity.TAKER, true, Long.MIN_VALUE, 9));
                assertOverflow(() ->
                        ledger.applyFill(i, side, number("90000000"), number("1000000"), Liquidity.TAKER, false, 0, 9));
                assertOverflow(() ->
                        ledger.applyFill(i, side, number("1"), number("1"), Liquidity.TAKER, true, -Long.MAX_VALUE, 9));
            }
            assertOverflow(() -> ledger.mark(i, Long.MAX_VALUE));
        }
        assertOverflow(() -> ledger.applyFunding(0, Long.MAX_VALUE, number("900000000"), 9));
        assertOverflow(() -> ledger.applyFunding(0, Long.MIN_VALUE, number("900000000"), 9));
        assertEquals(before, desk.hash());
        assertEquals(List.of(), desk.recorder.take());
        assertTrue(desk.funding(0, "0", "1", 9), "a refused funding leaves its boundary open");
    }

    @Test
    void equityPast64BitsIsRefusedThoughEveryPartFits() {
        LedgerDesk desk = new LedgerDesk("50000000000", FREE, 2, InstrumentKind.LINEAR_PERP);
        desk.buy(0, "10000000", "100");
        assertOverflow(() -> desk.ledger.mark(0, number("6000")));
        assertEquals("50000000000", text(desk.ledger.equity()));
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
    void secondCurrencyIsRefused() {
        Instrument dollar = LedgerDesk.instrument(0, InstrumentKind.SPOT, FixedPoint.SCALE);
        Instrument euro = new Instrument(
                1, "E", InstrumentKind.SPOT, "EUR", 1, 1, FixedPoint.SCALE, 0, 1, 0, FixedPoint.RATE_SCALE);
        Universe universe = new Universe(List.of(dollar, euro));
        FeeSchedule fees = new FeeSchedule(universe, FREE);
        assertThrows(
                IllegalArgumentException.class, () -> new Ledger(universe, fees, lots(2), 1, new RecordedComponents()));
    }

    @Test
    void sameEventsGiveTheSameHashAndOneUnitMoreGivesAnother() {
        assertEquals(story("100.05").hash(), story("100.05").hash());
        assertNotEquals(story("100.05").hash(), story("100.05000001").hash());
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
        return new LotsConfig(LotMethod.FIFO, maxPerInstrument);
    }

    private static void assertOverflow(Runnable event) {
        assertThrows(ArithmeticException.class, event::run);
    }
}
