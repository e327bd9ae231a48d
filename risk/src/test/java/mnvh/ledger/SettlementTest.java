package mnvh.ledger;

import static mnvh.ledger.LedgerDesk.FREE;
import static mnvh.ledger.LedgerDesk.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import mnvh.units.Component;
import mnvh.units.FeeKind;
import mnvh.units.Liquidity;
import mnvh.units.Side;
import mnvh.universe.InstrumentKind;
import org.junit.jupiter.api.Test;

class SettlementTest {
    @Test
    void positionIsClosedAtTheSettlementPriceWithoutEdgeOrFee() {
        LedgerDesk desk = new LedgerDesk("1000", FREE, 4, InstrumentKind.LINEAR_FUTURE);
        desk.mark(0, "100");
        desk.fillWithCommission(0, Side.BUY, "2", "99", "0.5");
        desk.fillWithCommission(0, Side.BUY, "1", "101", "0.5");
        desk.recorder.take();
        desk.settle(0, "110");
        assertEquals(Set.of("mtm 0 30", "cashflow 0 -330"), Set.copyOf(desk.recorder.take()));
        assertEquals("0", text(desk.ledger.position(0)));
        assertEquals("0", text(desk.ledger.value(0)));
        assertEquals("0", text(desk.ledger.financing(0)));
        assertEquals("31", text(desk.ledger.realised(0)));
        assertEquals("31", text(desk.ledger.lastRealised()));
        assertEquals("1030", text(desk.ledger.wallet()));
        assertEquals(List.of(), desk.lots(0));
        assertTrue(desk.ledger.settled(0));
        assertEquals("110", text(desk.ledger.markPrice(0)));
    }

    @Test
    void edgeIsNothingForEveryKindAndSide() {
        for (InstrumentKind kind : InstrumentKind.values()) {
            for (Side side : Side.values()) {
                LedgerDesk desk = new LedgerDesk("1000", FREE, 4, kind);
                desk.mark(0, "97.13");
                desk.fill(0, side, "3.33", "97.13", Liquidity.MAKER);
                desk.settle(0, "101.77");
                String code = kind.inverse() ? "BTC" : "USD";
                assertEquals("0", desk.component(Component.EDGE, code));
                assertEquals(desk.ledger.realised(0), desk.ledger.components().inRow(Component.MTM, 0));
            }
        }
    }

    @Test
    void nothingIsBookedAfterwards() {
        LedgerDesk desk = new LedgerDesk("1000", FREE, 4, InstrumentKind.LINEAR_PERP, InstrumentKind.SPOT);
        desk.buy(0, "2", "100");
        desk.lateFee(0, 1, FeeKind.TAX, "USD", "0.5");
        desk.settle(0, "110");
        desk.recorder.take();
        long before = desk.hash();
        assertThrows(IllegalArgumentException.class, () -> desk.buy(0, "1", "100"));
        assertThrows(IllegalArgumentException.class, () -> desk.settle(0, "110"));
        assertFalse(desk.ledger.mark(0, LedgerDesk.number("120")));
        assertEquals("110", text(desk.ledger.markPrice(0)));
        assertFalse(desk.bust(0, 1));
        assertFalse(desk.correct(1, 0, Side.BUY, "1", "100", "0"));
        assertFalse(desk.lateFee(0, 1, FeeKind.TAX, "USD", "0.5"));
        assertEquals(before, desk.hash());
        assertEquals(List.of(), desk.recorder.take());
        desk.buy(1, "1", "100");
        assertFalse(desk.ledger.settled(1));
    }

    @Test
    void nothingHeldSettlesToo() {
        LedgerDesk desk = new LedgerDesk("1000", FREE, 4, InstrumentKind.LINEAR_FUTURE);
        assertThrows(IllegalArgumentException.class, () -> desk.settle(0, "0"));
        assertFalse(desk.ledger.settled(0));
        desk.settle(0, "110");
        assertTrue(desk.ledger.settled(0));
        assertEquals(List.of(), desk.recorder.take());
        assertThrows(IllegalArgumentException.class, () -> desk.buy(0, "1", "100"));
    }

    @Test
    void settlementIsInTheStateThoughNothingElseChanges() {
        LedgerDesk desk = new LedgerDesk("1000", FREE, 4, InstrumentKind.LINEAR_FUTURE);
        desk.mark(0, "110");
        long before = desk.hash();
        desk.settle(0, "110");
        assertNotEquals(before, desk.hash());
    }

    @Test
    void settlementThatDoesNotFitLeavesEverythingAsItWas() {
        LedgerDesk desk =
                new LedgerDesk("40000000000", FREE, 4, InstrumentKind.LINEAR_FUTURE, InstrumentKind.LINEAR_PERP);
        desk.buy(1, "1000000000", "50");
        desk.mark(1, "10");
        desk.buy(0, "1000000001", "1");
        desk.sell(0, "1", "2");
        desk.recorder.take();
        long before = desk.hash();
        // The profit of 55 billion fits the equity, which has lost 40, but not the wallet.
        assertThrows(ArithmeticException.class, () -> desk.settle(0, "56"));
        assertEquals("1", text(desk.ledger.markPrice(0)));
        assertEquals(List.of(), desk.recorder.take());
        assertEquals(before, desk.hash());
        assertFalse(desk.ledger.settled(0));
    }
}
