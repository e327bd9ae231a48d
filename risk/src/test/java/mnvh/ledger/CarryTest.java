package mnvh.ledger;

import static mnvh.ledger.LedgerDesk.FREE;
import static mnvh.ledger.LedgerDesk.number;
import static mnvh.ledger.LedgerDesk.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mnvh.units.Component;
import mnvh.universe.InstrumentKind;
import org.junit.jupiter.api.Test;

/** Borrow and interest; funding has its own test. */
class CarryTest {
    @Test
    void shortCashAssetsPayBorrowOnTheirValue() {
        for (InstrumentKind kind : List.of(InstrumentKind.EQUITY, InstrumentKind.SPOT)) {
            LedgerDesk desk = new LedgerDesk("1000", FREE, 4, kind);
            desk.sell(0, "2", "100");
            desk.mark(0, "150");
            desk.recorder.take();
            assertEquals(CarryOutcome.BOOKED, desk.borrow(0, "0.001", 8));
            assertEquals(CarryOutcome.REPEATED, desk.borrow(0, "0.001", 8));
            assertEquals(CarryOutcome.OUT_OF_ORDER, desk.borrow(0, "0.001", 7));
            assertEquals(CarryOutcome.BOOKED, desk.borrow(0, "0.002", 9));
            assertEquals(List.of("borrow 0 -0.3", "borrow 0 -0.6"), desk.recorder.take());
            assertEquals("1199.1", text(desk.ledger.wallet()));
            assertEquals("0.9", desk.total(Account.BORROW, "USD"));
        }
    }

    @Test
    void longsPayNoBorrowAndSpendTheBoundary() {
        LedgerDesk desk = new LedgerDesk("1000", FREE, 4, InstrumentKind.EQUITY);
        desk.buy(0, "2", "100");
        desk.recorder.take();
        assertEquals(CarryOutcome.BOOKED, desk.borrow(0, "0.001", 8));
        assertEquals(CarryOutcome.REPEATED, desk.borrow(0, "0.001", 8));
        assertEquals(List.of(), desk.recorder.take());
    }

    @Test
    void marginedInstrumentsBorrowNothing() {
        for (InstrumentKind kind : InstrumentKind.values()) {
            boolean lent = kind == InstrumentKind.EQUITY || kind == InstrumentKind.SPOT;
            LedgerDesk desk = new LedgerDesk("1000", FREE, 4, kind);
            desk.sell(0, "2", "100");
            assertEquals(
                    lent ? CarryOutcome.BOOKED : CarryOutcome.NOT_APPLICABLE, desk.borrow(0, "0.001", 8), kind.text());
        }
    }

    @Test
    void borrowNeverEarns() {
        LedgerDesk desk = new LedgerDesk("1000", FREE, 4, InstrumentKind.SPOT);
        assertThrows(IllegalArgumentException.class, () -> desk.borrow(0, "-0.000000000001", 8));
        assertEquals(CarryOutcome.BOOKED, desk.borrow(0, "0", 8), "a refused record leaves its boundary open");
    }

    @Test
    void borrowThatDoesNotFitLeavesItsBoundaryOpen() {
        LedgerDesk desk = new LedgerDesk("0", FREE, 4, InstrumentKind.SPOT);
        desk.sell(0, "1", "90000000000");
        desk.external("USD", "-90000000000");
        long before = desk.hash();
        assertThrows(ArithmeticException.class, () -> desk.borrow(0, "0.1", 8));
        assertThrows(IllegalArgumentException.class, () -> desk.borrow(0, "1.000000000001", 8));
        assertEquals(before, desk.hash());
        assertEquals(CarryOutcome.BOOKED, desk.borrow(0, "0", 8));
    }

    @Test
    void interestIsPaidOnTheWholeWalletOfACurrency() {
        LedgerDesk desk = new LedgerDesk("1000", FREE, 4, InstrumentKind.SPOT, InstrumentKind.LINEAR_PERP);
        desk.buy(0, "3", "100");
        desk.buy(1, "5", "100");
        desk.external("EUR", "-50");
        desk.recorder.take();
        assertEquals(CarryOutcome.BOOKED, desk.interest("USD", "0.01", 8));
        assertEquals(CarryOutcome.REPEATED, desk.interest("USD", "0.01", 8));
        assertEquals(CarryOutcome.BOOKED, desk.interest("EUR", "0.01", 8), "each currency has its own boundaries");
        assertEquals(CarryOutcome.OUT_OF_ORDER, desk.interest("EUR", "0.01", 7));
        assertEquals(CarryOutcome.BOOKED, desk.interest("USD", "-0.001", 9));
        assertEquals(
                List.of("interest c0 7", "interest c" + desk.currency("EUR") + " -0.5", "interest c0 -0.707"),
                desk.recorder.take());
        assertEquals("706.293", text(desk.ledger.wallet()));
        assertEquals("-6.293", desk.total(Account.INTEREST, "USD"));
        assertEquals("-0.5", desk.component(Component.INTEREST, "EUR"));
        assertEquals("-50.5", desk.total(Account.WALLET, "EUR"));
    }

    @Test
    void halvesRoundToEven() {
        LedgerDesk desk = new LedgerDesk("0.00000005", FREE, 4, InstrumentKind.SPOT);
        desk.interest("USD", "0.5", 1);
        assertEquals("0.00000007", text(desk.ledger.wallet()));
        desk.interest("USD", "0.5", 2);
        assertEquals("0.00000011", text(desk.ledger.wallet()));
        desk.sell(0, "1", "0.00000003");
        desk.borrow(0, "0.5", 3);
        assertEquals("-0.00000002", text(-desk.ledger.books().balance(Account.BORROW, 0)));
    }

    @Test
    void ratesBeyondTheWholeAreNoRates() {
        LedgerDesk desk = new LedgerDesk("100", FREE, 4, InstrumentKind.SPOT, InstrumentKind.LINEAR_PERP);
        desk.buy(1, "1", "10");
        long before = desk.hash();
        for (String rate : List.of("1.000000000001", "-1.000000000001")) {
            assertThrows(IllegalArgumentException.class, () -> desk.interest("USD", rate, 8));
            assertThrows(IllegalArgumentException.class, () -> desk.funding(1, rate, "10", 8));
            assertThrows(IllegalArgumentException.class, () -> desk.borrow(0, rate, 8));
        }
        assertEquals(before, desk.hash());
        assertEquals(CarryOutcome.BOOKED, desk.funding(1, "-1", "10", 8));
        assertEquals(CarryOutcome.BOOKED, desk.interest("USD", "1", 8));
        assertEquals(number("220"), desk.ledger.wallet());
    }

    @Test
    void interestThatDoesNotFitLeavesItsBoundaryOpen() {
        LedgerDesk desk = new LedgerDesk("90000000000", FREE, 4, InstrumentKind.SPOT);
        long before = desk.hash();
        assertThrows(ArithmeticException.class, () -> desk.interest("USD", "0.1", 8));
        assertEquals(before, desk.hash());
        assertEquals(CarryOutcome.BOOKED, desk.interest("USD", "0.01", 8));
        assertEquals(number("90900000000"), desk.ledger.wallet());
    }

    @Test
    void boundariesAreCountedFromTheBeginningOfTime() {
        LedgerDesk desk = new LedgerDesk("100", FREE, 4, InstrumentKind.LINEAR_PERP, InstrumentKind.SPOT);
        for (long boundaryNs : new long[] {-8, 0}) {
            assertEquals(CarryOutcome.BOOKED, desk.funding(0, "0.01", "10", boundaryNs));
            assertEquals(CarryOutcome.BOOKED, desk.borrow(1, "0.01", boundaryNs));
            assertEquals(CarryOutcome.BOOKED, desk.interest("USD", "0", boundaryNs));
        }
    }

    @Test
    void boundaryIsPartOfTheStateThoughNothingWasPaid() {
        LedgerDesk desk = new LedgerDesk("100", FREE, 4, InstrumentKind.LINEAR_PERP, InstrumentKind.SPOT);
        Set<Long> hashes = new HashSet<>();
        hashes.add(desk.hash());
        desk.funding(0, "0.01", "10", 8);
        hashes.add(desk.hash());
        desk.borrow(1, "0.01", 8);
        hashes.add(desk.hash());
        desk.interest("USD", "0", 8);
        hashes.add(desk.hash());
        assertEquals(4, hashes.size());
        assertEquals(List.of(), desk.recorder.take());
    }
}
