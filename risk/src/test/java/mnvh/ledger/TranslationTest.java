package mnvh.ledger;

import static mnvh.ledger.LedgerDesk.FREE;
import static mnvh.ledger.LedgerDesk.MAX_AGE_NS;
import static mnvh.ledger.LedgerDesk.number;
import static mnvh.ledger.LedgerDesk.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import mnvh.units.Component;
import mnvh.units.FixedPoint;
import mnvh.units.Side;
import mnvh.universe.InstrumentKind;
import org.junit.jupiter.api.Test;

class TranslationTest {
    private final LedgerDesk desk = new LedgerDesk("1000", FREE, 4, InstrumentKind.INVERSE_PERP);
    private final Translation view = desk.ledger.translation();
    private final int euro = desk.currency("EUR");

    @Test
    void changesOfTheIndexPriceAreTheFxComponent() {
        desk.indexPrice("EUR", "1.1", 1);
        desk.external("EUR", "200");
        assertEquals("1000", text(desk.ledger.equity()), "nothing is converted in between");
        desk.closeStep(2);
        expect("1220", "220", "0", "0", "0");
        desk.indexPrice("EUR", "1.25", 3);
        expect("1250", "220", "0", "30", "0");
        // What comes in meanwhile is converted at the price that was in force.
        desk.suspend("EUR", "-40");
        desk.indexPrice("EUR", "1", 4);
        expect("1160", "220", "-50", "-10", "0");
        desk.closeStep(5);
        expect("1160", "220", "-50", "-10", "0");
        assertEquals("160", text(view.equity(euro)));
        assertEquals("1000", text(view.equity(0)));
    }

    @Test
    void remaindersHaveAComponentOfTheirOwn() {
        desk.external("EUR", "0.00000001");
        desk.suspend("EUR", "0.00000001");
        // Two halves of a unit are nothing each and one unit together.
        desk.indexPrice("EUR", "0.5", 1);
        expect("1000.00000001", "0", "0", "0", "0.00000001");
        desk.indexPrice("EUR", "1.5", 2);
        expect("1000.00000003", "0", "0", "0.00000002", "0.00000001");
        // -3 at 1.5 is -4.5, to even -4; equity -1 at 1.5 is -1.5, to even -2, down by 5.
        desk.external("EUR", "-0.00000003");
        desk.indexPrice("EUR", "2.5", 3);
        expect("999.99999998", "-0.00000004", "0", "0.00000002", "0");
        // -1 at 2.5 is -2.5, to even -2 again; the next is -3.5, to even -4.
        desk.indexPrice("EUR", "3.5", 4);
        expect("999.99999996", "-0.00000004", "0", "0", "0");
    }

    @Test
    void componentsAreConvertedEachByItself() {
        desk.mark(0, "20000");
        desk.buy(0, "1000", "25000");
        desk.indexPrice("BTC", "20000", 1);
        // 1000 USD are worth 0.05 coins at the mark and cost 0.04.
        assertEquals("-200", text(view.component(Component.EDGE)));
        assertEquals("-1000", text(view.component(Component.TRADING_CASHFLOW)), "reported, though no part of equity");
        desk.mark(0, "50000");
        desk.interest("USD", "0.01", 1);
        desk.closeStep(2);
        assertEquals("600", text(view.component(Component.MTM)));
        assertEquals("10", text(view.component(Component.INTEREST)));
        assertEquals("10", text(view.component(Component.INTEREST, 0)));
        assertEquals("0", text(view.component(Component.INTEREST, 1)));
        assertEquals("1410", text(desk.ledger.equity()));
    }

    @Test
    void missingPriceIsUnknownOnlyWhereSomethingIsHeld() {
        desk.closeStep(1);
        assertTrue(view.known());
        desk.external("EUR", "1");
        desk.closeStep(2);
        assertFalse(view.known());
        assertEquals("1000", text(desk.ledger.equity()));
        desk.external("EUR", "-1");
        desk.closeStep(3);
        assertTrue(view.known());
        assertEquals(FixedPoint.SCALE, view.price(0));
        assertEquals(0, view.price(euro));
    }

    @Test
    void latePriceIsUnknown() {
        desk.external("EUR", "1");
        desk.indexPrice("EUR", "1.1", 100);
        desk.closeStep(100 + MAX_AGE_NS);
        assertTrue(view.known());
        desk.closeStep(101 + MAX_AGE_NS);
        assertFalse(view.known());
        assertEquals("1001.1", text(desk.ledger.equity()), "the last one is used until there is another");
        desk.indexPrice("EUR", "1.2", 101 + MAX_AGE_NS);
        desk.closeStep(101 + MAX_AGE_NS);
        assertTrue(view.known());
    }

    @Test
    void olderPriceIsRefused() {
        desk.external("EUR", "1");
        assertTrue(desk.indexPrice("EUR", "1.1", 100));
        desk.external("EUR", "1");
        long before = desk.hash();
        assertFalse(desk.indexPrice("EUR", "1.3", 99));
        assertEquals(before, desk.hash());
        assertTrue(desk.indexPrice("EUR", "1.2", 100), "one of the same time follows");
        assertEquals("1.2", text(view.price(euro)));
        assertTrue(desk.indexPrice("BTC", "20000", 50), "another currency's");
    }

    @Test
    void nonsenseIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> desk.indexPrice("EUR", "0", 1));
        assertThrows(IllegalArgumentException.class, () -> desk.indexPrice("EUR", "-1", 1));
        assertThrows(IllegalArgumentException.class, () -> desk.indexPrice("USD", "1", 1));
    }

    @Test
    void firstPriceThatDoesNotFitLeavesEverythingAsItWas() {
        desk.external("EUR", "50000000000");
        long before = desk.hash();
        assertThrows(ArithmeticException.class, () -> desk.indexPrice("EUR", "10", 1));
        assertEquals(before, desk.hash());
        assertTrue(desk.indexPrice("EUR", "1", 0), "nor is its time taken");
    }

    @Test
    void laterPriceThatDoesNotFitLeavesEverythingAsItWas() {
        desk.indexPrice("EUR", "1", 1);
        desk.external("EUR", "50000000000");
        long before = desk.hash();
        assertThrows(ArithmeticException.class, () -> desk.indexPrice("EUR", "10", 2));
        assertEquals(before, desk.hash());
    }

    @Test
    void laterPriceThatDoesNotFitAfterAnythingWasConverted() {
        desk.external("EUR", "2");
        desk.indexPrice("EUR", "1.1", 1);
        desk.closeStep(1);
        // 50 billion at 1.1 fit and are converted before they are seen not to fit at 10.
        desk.external("EUR", "50000000000");
        long before = desk.hash();
        assertThrows(ArithmeticException.class, () -> desk.indexPrice("EUR", "10", 2));
        assertEquals(before, desk.hash());
        expect("1002.2", "2.2", "0", "0", "0");
    }

    @Test
    void componentWhoseSumDoesNotFitIsNotConverted() {
        // In at 1 and out at 0.5: each time 25 billion more came in than went out, and as much was lost meanwhile.
        desk.indexPrice("EUR", "1", 1);
        for (int round = 0; round < 2; round++) {
            desk.external("EUR", "50000000000");
            desk.indexPrice("EUR", "0.5", 1);
            desk.external("EUR", "-50000000000");
            desk.indexPrice("EUR", "1", 1);
        }
        expect("1000", "50000000000", "0", "-50000000000", "0");
        desk.external("EUR", "50000000000");
        desk.closeStep(1);
        assertFalse(view.known(), "100 billion are no number");
        expect("1000", "50000000000", "0", "-50000000000", "0");
    }

    @Test
    void componentThatGoesBackToNothingIsConvertedBack() {
        desk.indexPrice("EUR", "1.1", 1);
        desk.external("EUR", "200");
        desk.closeStep(1);
        desk.external("EUR", "-200");
        desk.closeStep(1);
        expect("1000", "0", "0", "0", "0");
    }

    @Test
    void everyNumberIsPartOfTheState() {
        RecordedState state = new RecordedState();
        desk.indexPrice("EUR", "1.1", 7);
        desk.external("EUR", "200");
        desk.closeStep(7);
        view.writeTo(state);
        List<Long> euros = List.of(number("1.1"), 7L, number("220"), number("220"), number("200"));
        List<Long> known = new ArrayList<>(euros);
        known.add(1L);
        assertEquals(known, state.take(), "price, its time, equity, component in USD and in EUR, known");
        desk.closeStep(8 + MAX_AGE_NS);
        view.writeTo(state);
        assertEquals(euros, state.take(), "the same, not known");
    }

    @Test
    void currencyThatDoesNotFitIsUnknownAndHoldsUpNoOther() {
        desk.indexPrice("EUR", "10", 1);
        desk.indexPrice("BTC", "1", 1);
        desk.external("EUR", "50000000000");
        desk.external("BTC", "1");
        desk.closeStep(1);
        assertFalse(view.known());
        assertEquals("1001", text(desk.ledger.equity()), "the euros are as of the last conversion");
        desk.external("EUR", "-49999999999");
        desk.closeStep(2);
        assertTrue(view.known());
        expect("1011", "11", "0", "0", "0");
    }

    @Test
    void everyComponentButTheCashflowSumsToEquity() {
        desk.indexPrice("BTC", "33333.33333333", 1);
        desk.indexPrice("EUR", "0.77777777", 1);
        for (int n = 1; n <= 300; n++) {
            desk.mark(0, text(20_000 * FixedPoint.SCALE + 7_777_777L * n));
            desk.buy(0, "0.07", text(20_000 * FixedPoint.SCALE + 1_234_567L * n));
            desk.fillWithCommission(0, Side.SELL, "0.05", "21000", "EUR", "0.00000007");
            desk.funding(0, "0.0001", "20001", 10_000 + n);
            desk.indexPrice(n % 2 == 0 ? "BTC" : "EUR", text(FixedPoint.SCALE + 3_333_333L * n), 1 + n);
            desk.closeStep(1 + n);
            long sum = desk.ledger.initialCash();
            for (Component component : Component.values()) {
                sum += component == Component.TRADING_CASHFLOW ? 0 : view.component(component);
            }
            assertEquals(desk.ledger.equity(), sum);
            // A rounding is at most half a unit for each component and the equity.
            assertTrue(Math.abs(view.component(Component.ROUNDING)) <= 9L * n, "rounding is small");
        }
    }

    private void expect(String equity, String external, String suspense, String fx, String rounding) {
        assertEquals(
                List.of(equity, external, suspense, fx, rounding),
                List.of(
                        text(desk.ledger.equity()),
                        text(view.component(Component.EXTERNAL)),
                        text(view.component(Component.SUSPENSE)),
                        text(view.component(Component.FX)),
                        text(view.component(Component.ROUNDING))));
    }
}
