package mnvh.audit;

import static mnvh.audit.AuditDesk.BTC;
import static mnvh.audit.AuditDesk.FIFO;
import static mnvh.audit.AuditDesk.FREE;
import static mnvh.audit.AuditDesk.TEN_BASIS_POINTS;
import static mnvh.audit.AuditDesk.USD;
import static mnvh.audit.AuditDesk.instrument;
import static mnvh.audit.AuditDesk.number;
import static mnvh.audit.AuditDesk.perp;
import static mnvh.audit.AuditDesk.rate;
import static mnvh.audit.AuditDesk.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mnvh.config.FeeConfig;
import mnvh.units.Component;
import mnvh.units.Liquidity;
import mnvh.units.Side;
import mnvh.universe.InstrumentKind;
import org.junit.jupiter.api.Test;

class AuditFlowsTest {
    @Test
    void fundingIsPaidOnWhatWasHeldIntoTheBoundary() {
        AuditDesk desk = new AuditDesk("1000", FREE, FIFO, perp(0));
        desk.buy(0, "10", "100");
        desk.buy(0, "5", "100");
        desk.sell(0, "4", "100");
        // Fill 3 came after the boundary at 2, though it is booked already; fill 2 is stamped with the boundary.
        assertTrue(desk.funding(0, "0.0001", "110", 2));
        assertEquals("-0.165", desk.component(Component.FUNDING, 0));
        assertFalse(desk.funding(0, "0.0001", "110", 2));
        assertFalse(desk.funding(0, "0.0001", "110", 1));
        assertTrue(desk.funding(0, "-0.0001", "100", 3));
        assertEquals("-0.055", desk.component(Component.FUNDING, 0));
        assertEquals("999.945", desk.wallet(USD));
        desk.close(1);
    }

    @Test
    void fundingForgetsABustedFill() {
        AuditDesk desk = new AuditDesk("1000", FREE, FIFO, perp(0));
        desk.buy(0, "10", "100");
        long late = desk.sell(0, "4", "100");
        assertTrue(desk.books.bust(0, late));
        assertTrue(desk.funding(0, "0.0001", "100", 1));
        assertEquals("-0.1", desk.component(Component.FUNDING, 0));
    }

    @Test
    void onlyPerpetualsPayFunding() {
        AuditDesk desk = new AuditDesk("1000", FREE, FIFO, instrument(0, InstrumentKind.LINEAR_FUTURE, "USD", "1"));
        desk.buy(0, "10", "100");
        assertFalse(desk.funding(0, "0.0001", "110", 2));
    }

    @Test
    void expiryTradesThePositionAwayWithoutEdgeOrFee() {
        AuditDesk desk =
                new AuditDesk("10000", TEN_BASIS_POINTS, FIFO, instrument(0, InstrumentKind.LINEAR_FUTURE, "USD", "1"));
        long id = desk.buy(0, "10", "100");
        assertTrue(desk.books.settle(0, number("130")));
        assertEquals("300", desk.component(Component.MTM, 0));
        assertEquals("-300", desk.component(Component.TRADING_CASHFLOW, 0));
        assertEquals("0", desk.component(Component.EDGE, 0));
        assertEquals("-1", desk.component(Component.FEE, 0));
        assertEquals("300", desk.realised(0));
        assertEquals(List.of(), desk.lots(0));
        assertEquals("10299", desk.wallet(USD));

        assertTrue(desk.readings.expired(0));
        assertFalse(desk.books.settle(0, number("130")));
        assertFalse(desk.books.mark(0, number("1")));
        assertFalse(desk.books.fill(9, 0, Side.BUY, number("1"), number("1"), Liquidity.TAKER, false, USD, 0, 9));
        assertFalse(desk.books.bust(0, id));
        desk.close(1);
        assertEquals("10299", desk.equity());
    }

    @Test
    void shortStockIsBorrowed() {
        AuditDesk desk = new AuditDesk("10000", FREE, FIFO, instrument(0, InstrumentKind.EQUITY, "USD", "1"), perp(1));
        desk.sell(0, "10", "100");
        desk.mark(0, "120");
        assertTrue(desk.books.borrow(0, rate("0.001"), 5));
        assertFalse(desk.books.borrow(0, rate("0.001"), 5));
        assertEquals("-1.2", desk.component(Component.BORROW, 0));
        assertEquals("10998.8", desk.wallet(USD));
        desk.buy(0, "20", "120");
        assertTrue(desk.books.borrow(0, rate("0.001"), 6));
        assertEquals("-1.2", desk.component(Component.BORROW, 0));
        assertFalse(desk.books.borrow(1, rate("0.001"), 7));
        assertThrows(IllegalArgumentException.class, () -> desk.books.borrow(0, -1, 8));
        desk.close(1);
    }

    @Test
    void interestIsOnTheWalletNotOnTheFinancing() {
        AuditDesk desk = new AuditDesk("10000", FREE, FIFO, perp(0));
        desk.buy(0, "10", "100");
        desk.sell(0, "5", "140");
        // The wallet has the realised 200; what the open half cost is financed.
        assertTrue(desk.books.interest(USD, rate("0.0001"), 5));
        assertFalse(desk.books.interest(USD, rate("0.0001"), 5));
        assertEquals("1.02", text(desk.readings.generalComponent(Component.INTEREST, USD)));
        desk.books.external(BTC, number("-2"));
        assertTrue(desk.books.interest(BTC, rate("0.01"), 5));
        assertEquals("-2.02", desk.wallet(BTC));
        desk.close(1);
    }

    @Test
    void suspenseIsResolvedWithoutMovingMoney() {
        AuditDesk desk = new AuditDesk("100", FREE, FIFO, perp(0));
        desk.books.suspense(USD, number("-5"));
        assertEquals("-5", desk.reported(Component.SUSPENSE));
        desk.books.resolve(USD, Component.TAX, number("-3"));
        assertEquals("-2", desk.reported(Component.SUSPENSE));
        assertEquals("-3", desk.reported(Component.TAX));
        assertEquals("95", desk.wallet(USD));
        desk.books.external(USD, number("7"));
        desk.close(1);
        assertEquals("102", desk.equity());
        for (Component other : List.of(
                Component.MTM,
                Component.TRADING_CASHFLOW,
                Component.EDGE,
                Component.FX,
                Component.ROUNDING,
                Component.SUSPENSE)) {
            assertThrows(IllegalArgumentException.class, () -> desk.books.resolve(USD, other, 1), other.name());
        }
    }

    @Test
    void scheduleRoundsTheWholeFeeUpOnce() {
        FeeTerms terms = new FeeTerms(new FeeConfig(rate("-0.3"), rate("0.3"), number("0.3"), 1).general());
        // 0.3 and 0.3 of a unit are one; 0.3 less 0.3 of a rebate is none, and then there is no minimum.
        assertEquals(
                1,
                terms.of(Liquidity.TAKER, Exact.ZERO, Exact.ONE.negate(), Exact.ONE, 0)
                        .longValueExact());
        assertEquals(
                0,
                terms.of(Liquidity.MAKER, Exact.ZERO, Exact.ONE, Exact.ONE, 0).longValueExact());
        FeeTerms plain = new FeeTerms(new FeeConfig(rate("-0.3"), rate("0.3"), 0, 0).general());
        assertEquals(
                2,
                plain.of(Liquidity.TAKER, Exact.ZERO, Exact.of(4), Exact.ONE, 0).longValueExact());
        assertEquals(
                -1,
                plain.of(Liquidity.MAKER, Exact.ZERO, Exact.of(4), Exact.ONE, 0).longValueExact());
        FeeTerms minimum = new FeeTerms(new FeeConfig(rate("-0.1"), rate("0.001"), 0, number("0.35")).general());
        assertEquals("0.35", text(minimum.of(Liquidity.TAKER, Exact.ZERO, amount("-100"), Exact.ONE, 0)));
        assertEquals("0.351", text(minimum.of(Liquidity.TAKER, Exact.ZERO, amount("351"), Exact.ONE, 0)));
        assertEquals("-10", text(minimum.of(Liquidity.MAKER, Exact.ZERO, amount("100"), Exact.ONE, 0)));
        plain.amend(Liquidity.TAKER, rate("0.5"), 10);
        plain.amend(Liquidity.TAKER, rate("0.75"), 20);
        assertEquals("0.3", text(plain.of(Liquidity.TAKER, Exact.ZERO, amount("1"), Exact.ONE, 10)));
        assertEquals("0.5", text(plain.of(Liquidity.TAKER, Exact.ZERO, amount("1"), Exact.ONE, 11)));
        assertEquals("0.75", text(plain.of(Liquidity.TAKER, Exact.ZERO, amount("1"), Exact.ONE, 21)));
        assertEquals("-0.3", text(plain.of(Liquidity.MAKER, Exact.ZERO, amount("1"), Exact.ONE, 21)));
    }

    private static Exact amount(String text) {
        return Exact.of(number(text));
    }
}
