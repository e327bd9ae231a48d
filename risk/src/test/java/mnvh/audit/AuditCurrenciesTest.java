package mnvh.audit;

import static mnvh.audit.AuditDesk.BTC;
import static mnvh.audit.AuditDesk.FIFO;
import static mnvh.audit.AuditDesk.FREE;
import static mnvh.audit.AuditDesk.MAX_AGE_NS;
import static mnvh.audit.AuditDesk.TEN_BASIS_POINTS;
import static mnvh.audit.AuditDesk.USD;
import static mnvh.audit.AuditDesk.instrument;
import static mnvh.audit.AuditDesk.number;
import static mnvh.audit.AuditDesk.perp;
import static mnvh.audit.AuditDesk.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mnvh.units.Component;
import mnvh.universe.InstrumentKind;
import org.junit.jupiter.api.Test;

class AuditCurrenciesTest {
    @Test
    void inverseLongLosesCoinsWhenThePriceFalls() {
        AuditDesk desk = inverse();
        desk.buy(0, "10", "50000");
        // 10 contracts of 100 dollars are 0.02 coins at 50000 and 0.025 at 40000; a long is short of coins.
        assertEquals(List.of("1: 10@-0.02/0.00002"), desk.lots(0));
        desk.mark(0, "40000");
        assertEquals("-0.025", text(desk.readings.value(0)));
        assertEquals("-0.005", desk.component(Component.MTM, 0));
        assertEquals("-0.005", text(desk.readings.unrealised(0)));
        assertEquals("0.02", text(desk.readings.financing(BTC)));
        assertTrue(desk.funding(0, "0.01", "50000", 9));
        assertEquals("-0.0002", desk.component(Component.FUNDING, 0));
        desk.sell(0, "10", "40000");
        assertEquals("-0.005", desk.realised(0));
        assertEquals("-0.000045", desk.component(Component.FEE, 0));
        assertEquals("-0.005245", desk.wallet(BTC));
        desk.close(1);
    }

    @Test
    void inverseShortThroughZeroKeepsEveryUnit() {
        AuditDesk desk = inverse();
        desk.sell(0, "3", "70000");
        // 300/70000 = 0.0042857142..., to the nearest unit; 700/70000 = 0.01.
        assertEquals("0.00428571", text(desk.readings.cost(0)));
        desk.buy(0, "10", "70000");
        // Paid -1000/70000 = -0.01428571; three tenths of it close, -0.00428571(3).
        assertEquals(List.of("2: 7@-0.01/0.00001"), desk.lots(0));
        assertEquals("0", desk.realised(0));
        desk.close(1);
    }

    @Test
    void feeInAnotherCurrencyIsNoFeeOfTheLot() {
        AuditDesk desk = new AuditDesk("10000", TEN_BASIS_POINTS, FIFO, perp(0));
        long id = desk.buy(0, "10", "100", BTC, "0.002");
        assertEquals(List.of("1: 10@1000/0"), desk.lots(0));
        assertEquals("-0.002", desk.wallet(BTC));
        assertEquals("0", desk.component(Component.FEE, 0));
        assertEquals("-0.002", text(desk.readings.generalComponent(Component.FEE, BTC)));
        desk.close(1);
        assertFalse(desk.books.known());
        assertEquals("10000", desk.equity());

        desk.takeRate(BTC, "50000", 2);
        assertEquals("-100", desk.reported(Component.FEE));
        desk.takeRate(BTC, "60000", 3);
        desk.close(3);
        assertTrue(desk.books.known());
        assertEquals("-20", desk.reported(Component.FX));
        assertEquals("9880", desk.equity());

        assertTrue(desk.books.bust(0, id));
        desk.close(4);
        assertEquals("0", desk.wallet(BTC));
        assertEquals("20", desk.reported(Component.FEE));
        assertEquals("10000", desk.equity());
    }

    @Test
    void reportedCommissionMayBeARebate() {
        AuditDesk desk = new AuditDesk("10000", TEN_BASIS_POINTS, FIFO, perp(0));
        desk.buy(0, "10", "100", USD, "-0.25");
        assertEquals("0", desk.component(Component.FEE, 0));
        assertEquals("0.25", desk.component(Component.REBATE, 0));
        assertEquals(List.of("1: 10@1000/-0.25"), desk.lots(0));
    }

    @Test
    void partsAreRoundedApartAndRoundingIsTheRest() {
        AuditDesk desk = new AuditDesk("0", FREE, FIFO, perp(0));
        desk.takeRate(BTC, "0.33333333", 1);
        desk.books.external(BTC, 2);
        desk.books.suspense(BTC, 2);
        desk.close(2);
        // Two thirds of a unit are one, twice; four thirds are one.
        assertEquals(1, desk.readings.component(Component.EXTERNAL).longValueExact());
        assertEquals(1, desk.readings.component(Component.SUSPENSE).longValueExact());
        assertEquals(-1, desk.readings.component(Component.ROUNDING).longValueExact());
        assertEquals(1, desk.readings.equity().longValueExact());

        desk.takeRate(BTC, "0.5", 3);
        assertEquals(1, desk.readings.component(Component.FX).longValueExact());
        desk.books.external(BTC, 3);
        // What came in before the new rate is told at the old one: 1.5 becomes 2, and 3.5 becomes 4; then 5.6 is 6.
        desk.takeRate(BTC, "0.8", 4);
        assertEquals(3, desk.readings.component(Component.EXTERNAL).longValueExact());
        assertEquals(-1, desk.readings.component(Component.ROUNDING).longValueExact());
        assertEquals(3, desk.readings.component(Component.FX).longValueExact());
        desk.close(5);
        assertEquals(6, desk.readings.equity().longValueExact());
    }

    @Test
    void positionsOfAnotherCurrencyAreToldInTheReportingOne() {
        AuditDesk desk = inverse();
        desk.takeRate(BTC, "50000", 1);
        desk.sell(0, "10", "50000");
        desk.mark(0, "40000");
        desk.close(2);
        // Cost 0.02, worth 0.025, fee 0.00002: told in dollars at 50000; then the coin falls by a fifth.
        assertEquals("0.00498", text(desk.readings.equity(BTC)));
        assertEquals("250", desk.reported(Component.MTM));
        assertEquals("-1", desk.reported(Component.FEE));
        assertEquals("1000", desk.reported(Component.TRADING_CASHFLOW));
        assertEquals("249", desk.equity());
        desk.takeRate(BTC, "40000", 3);
        desk.close(3);
        assertEquals("-49.8", desk.reported(Component.FX));
        assertEquals("199.2", desk.equity());
    }

    @Test
    void conversionOffTheIndexIsFx() {
        AuditDesk desk = new AuditDesk("10000", FREE, FIFO, perp(0));
        assertFalse(convert(desk, 1));
        desk.takeRate(BTC, "50000", 1);
        assertFalse(convert(desk, 2 + MAX_AGE_NS));
        assertFalse(desk.books.convert(BTC, 1, USD, 1, 2 + MAX_AGE_NS));
        assertTrue(convert(desk, 1 + MAX_AGE_NS));
        desk.close(2);
        assertEquals("4800", desk.wallet(USD));
        assertEquals("0.1", desk.wallet(BTC));
        assertEquals("-200", desk.reported(Component.FX));
        assertEquals("9800", desk.equity());
        assertEquals("0", desk.reported(Component.EXTERNAL));
    }

    @Test
    void oldRatesAreRefusedAndAgeMakesTheStepUnknown() {
        AuditDesk desk = new AuditDesk("0", FREE, FIFO, perp(0));
        desk.close(0);
        assertTrue(desk.books.known());
        assertTrue(desk.takeRate(BTC, "2", 10));
        assertFalse(desk.takeRate(BTC, "3", 9));
        assertTrue(desk.takeRate(BTC, "4", 10));
        desk.books.external(BTC, number("1"));
        desk.close(10 + MAX_AGE_NS);
        assertTrue(desk.books.known());
        desk.close(11 + MAX_AGE_NS);
        assertFalse(desk.books.known());
        assertEquals("4", desk.equity());
        desk.books.external(BTC, number("-1"));
        desk.close(12 + MAX_AGE_NS);
        assertTrue(desk.books.known());
        assertThrows(IllegalArgumentException.class, () -> desk.takeRate(USD, "1", 1));
    }

    private static boolean convert(AuditDesk desk, long nowNs) {
        return desk.books.convert(USD, number("5200"), BTC, number("0.1"), nowNs);
    }

    private static AuditDesk inverse() {
        return new AuditDesk("0", TEN_BASIS_POINTS, FIFO, instrument(0, InstrumentKind.INVERSE_PERP, "BTC", "100"));
    }
}
