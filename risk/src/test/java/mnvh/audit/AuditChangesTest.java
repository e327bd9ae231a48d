package mnvh.audit;

import static mnvh.audit.AuditDesk.BTC;
import static mnvh.audit.AuditDesk.TEN_BASIS_POINTS;
import static mnvh.audit.AuditDesk.USD;
import static mnvh.audit.AuditDesk.number;
import static mnvh.audit.AuditDesk.perp;
import static mnvh.audit.AuditDesk.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mnvh.config.LotMethod;
import mnvh.config.LotsConfig;
import mnvh.units.Component;
import mnvh.units.FeeKind;
import mnvh.units.Liquidity;
import mnvh.units.Side;
import org.junit.jupiter.api.Test;

/** Buys 10 at 100 and 10 at 110, sells 15 at 120, mark 120; then the venue changes its mind. Fees are 10 bp. */
class AuditChangesTest {
    @Test
    void bustOfAnOpeningFillLeavesTheOthers() {
        AuditDesk desk = traded(16);
        assertEquals("10296.1", desk.equity());
        assertTrue(desk.books.bust(0, 1));
        desk.close(2);
        // What is left bought 10 at 110 and sold 15 at 120.
        assertEquals("-5", text(desk.readings.position(0)));
        assertEquals(List.of("3: 5@-600/0.6"), desk.lots(0));
        assertEquals("100", desk.realised(0));
        assertEquals("-2.9", desk.component(Component.FEE, 0));
        // Edge: -100 and 300 of the fills, -200 of the bust, which gives 10 back at 100 when they are worth 120.
        assertEquals("0", desk.component(Component.EDGE, 0));
        assertEquals("10097.1", desk.wallet(USD));
        assertEquals("10097.1", desk.equity());
        assertFalse(desk.books.bust(0, 1));
    }

    @Test
    void bustOfAClosingFillOpensTheLotsAgain() {
        AuditDesk desk = traded(16);
        assertTrue(desk.books.bust(0, 3));
        desk.close(2);
        assertEquals(List.of("1: 10@1000/1", "2: 10@1100/1.1"), desk.lots(0));
        assertEquals("0", desk.realised(0));
        assertEquals("9997.9", desk.wallet(USD));
        assertEquals("-2100", text(desk.readings.financing(USD)));
        assertEquals("10297.9", desk.equity());
    }

    @Test
    void correctionTakesTheOldFillsPlace() {
        AuditDesk desk = traded(16);
        assertTrue(desk.books.correct(
                0, 1, 9, Side.BUY, number("4"), number("105"), Liquidity.TAKER, true, USD, number("0.5")));
        desk.close(2);
        // Sold 15 at 120: 4 that cost 420, 10 that cost 1100, and 1 short.
        assertEquals(List.of("3: 1@-120/0.12"), desk.lots(0));
        assertEquals("160", desk.realised(0));
        assertEquals("-3.4", desk.component(Component.FEE, 0));
        assertEquals("10156.6", desk.equity());
        assertFalse(desk.books.correct(0, 1, 10, Side.BUY, number("1"), number("1"), Liquidity.TAKER, false, USD, 0));

        assertTrue(desk.books.bust(0, 3));
        assertEquals(List.of("9: 4@420/0.5", "2: 10@1100/1.1"), desk.lots(0));
        assertEquals(1, desk.readings.lots(0).get(0).openedNs());
        desk.close(3);
    }

    @Test
    void lateFeeBelongsToItsFill() {
        AuditDesk desk = traded(16);
        assertTrue(desk.lateFee(0, 2, FeeKind.CLEARING, USD, "0.4"));
        assertEquals(List.of("2: 5@550/0.75"), desk.lots(0));
        assertEquals("250", desk.realised(0));
        assertEquals("-0.4", desk.component(Component.CLEARING_FEE, 0));
        assertTrue(desk.lateFee(0, 2, FeeKind.TAX, BTC, "0.01"));
        assertEquals(List.of("2: 5@550/0.75"), desk.lots(0));
        assertEquals("-0.01", text(desk.readings.generalComponent(Component.TAX, BTC)));
        assertTrue(desk.lateFee(0, 2, FeeKind.OTHER, USD, "-0.1"));
        assertEquals("0.1", desk.component(Component.REBATE, 0));
        assertEquals("0", desk.component(Component.OTHER_FEE, 0));
        assertEquals(List.of("2: 5@550/0.7"), desk.lots(0));
        assertEquals("10245.8", desk.wallet(USD));
        desk.close(2);

        assertTrue(desk.books.bust(0, 2));
        for (Component component : List.of(Component.CLEARING_FEE, Component.TAX, Component.REBATE)) {
            assertEquals("0", text(desk.readings.componentOfCurrency(component, USD)), component.name());
            assertEquals("0", text(desk.readings.componentOfCurrency(component, BTC)), component.name());
        }
        assertEquals("-2.8", desk.component(Component.FEE, 0));
        assertFalse(desk.lateFee(0, 2, FeeKind.TAX, USD, "1"));
        desk.close(3);
    }

    @Test
    void onlyTheLatestFillsCanBeChanged() {
        AuditDesk desk = traded(2);
        assertFalse(desk.books.bust(0, 1));
        assertTrue(desk.books.bust(0, 2));
        assertEquals(List.of("3: 5@-600/0.6"), desk.lots(0));
        // The room that the bust left is filled before anything becomes final.
        desk.buy(0, "1", "120");
        assertTrue(desk.lateFee(0, 3, FeeKind.TRADING, USD, "0.3"));
        assertEquals(List.of("3: 4@-480/0.56"), desk.lots(0));
        desk.buy(0, "1", "120");
        assertFalse(desk.books.bust(0, 3));
        assertTrue(desk.books.bust(0, 5));
        assertTrue(desk.books.bust(0, 4));
        desk.close(2);
        assertEquals("-5", text(desk.readings.position(0)));
    }

    private static AuditDesk traded(int history) {
        AuditDesk desk = new AuditDesk("10000", TEN_BASIS_POINTS, new LotsConfig(LotMethod.FIFO, 16, history), perp(0));
        desk.buy(0, "10", "100");
        desk.buy(0, "10", "110");
        desk.sell(0, "15", "120");
        desk.mark(0, "120");
        desk.close(1);
        return desk;
    }
}
