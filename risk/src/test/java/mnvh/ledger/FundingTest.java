package mnvh.ledger;

import static mnvh.ledger.LedgerDesk.FREE;
import static mnvh.ledger.LedgerDesk.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import mnvh.config.LotMethod;
import mnvh.config.LotsConfig;
import mnvh.units.Side;
import mnvh.universe.InstrumentKind;
import org.junit.jupiter.api.Test;

class FundingTest {
    @Test
    void fundingIsAppliedOncePerBoundary() {
        LedgerDesk desk = new LedgerDesk("1000", FREE, 4, InstrumentKind.LINEAR_PERP, InstrumentKind.LINEAR_PERP);
        desk.buy(0, "10", "10");
        desk.sell(1, "10", "10");
        desk.recorder.take();
        assertEquals(CarryOutcome.BOOKED, desk.funding(0, "0.0001", "10", 8));
        assertEquals(CarryOutcome.REPEATED, desk.funding(0, "0.0001", "10", 8));
        assertEquals(CarryOutcome.OUT_OF_ORDER, desk.funding(0, "0.0001", "10", 7));
        assertEquals(CarryOutcome.BOOKED, desk.funding(1, "0.0001", "10", 8));
        assertEquals(CarryOutcome.BOOKED, desk.funding(0, "-0.0002", "20", 16));
        assertEquals(List.of("funding 0 -0.01", "funding 1 0.01", "funding 0 0.04"), desk.recorder.take());
        assertEquals("1000.04", text(desk.ledger.wallet()));
    }

    @Test
    void newestBookedBoundaryIsKnownOfEachInstrument() {
        LedgerDesk desk = new LedgerDesk("1000", FREE, 4, InstrumentKind.LINEAR_PERP, InstrumentKind.LINEAR_PERP);
        desk.funding(1, "0.0001", "10", 8);
        desk.funding(1, "0.0001", "10", 24);
        desk.funding(1, "0.0001", "10", 16);
        assertEquals(24, desk.ledger.fundedUntilNs(1));
        assertEquals(Long.MIN_VALUE, desk.ledger.fundedUntilNs(0), "none so far");
    }

    @Test
    void boundaryThatWasMissedIsNoRepetition() {
        LedgerDesk desk = new LedgerDesk("1000", FREE, 4, InstrumentKind.LINEAR_PERP);
        desk.buy(0, "10", "10");
        desk.funding(0, "0.0001", "10", 8);
        desk.funding(0, "0.0001", "10", 24);
        long before = desk.hash();
        assertEquals(CarryOutcome.OUT_OF_ORDER, desk.funding(0, "0.0001", "10", 16));
        assertEquals(CarryOutcome.OUT_OF_ORDER, desk.funding(0, "0.0001", "10", 16), "nor is it the second time");
        assertEquals(CarryOutcome.REPEATED, desk.funding(0, "0.0001", "10", 8));
        assertEquals(CarryOutcome.REPEATED, desk.funding(0, "0.0001", "10", 24));
        assertEquals(before, desk.hash(), "nothing booked");
    }

    @Test
    void boundaryThatFoundNoPositionIsStillSpent() {
        LedgerDesk desk = new LedgerDesk("1000", FREE, 4, InstrumentKind.LINEAR_PERP);
        assertEquals(CarryOutcome.BOOKED, desk.funding(0, "0.01", "10", 8));
        desk.buy(0, "10", "10");
        assertEquals(CarryOutcome.REPEATED, desk.funding(0, "0.01", "10", 8));
        assertEquals("1000", text(desk.ledger.wallet()));
    }

    @Test
    void onlyPerpetualsPayFunding() {
        for (InstrumentKind kind : InstrumentKind.values()) {
            boolean perpetual = kind == InstrumentKind.LINEAR_PERP || kind == InstrumentKind.INVERSE_PERP;
            LedgerDesk desk = new LedgerDesk("1000", FREE, 4, kind);
            desk.buy(0, "10", "10");
            long before = desk.hash();
            assertEquals(
                    perpetual ? CarryOutcome.BOOKED : CarryOutcome.NOT_APPLICABLE,
                    desk.funding(0, "0.01", "10", 8),
                    kind.text());
            assertEquals(perpetual, before != desk.hash());
        }
    }

    @Test
    void fillsAfterTheBoundaryDoNotCount() {
        LedgerDesk desk = new LedgerDesk("1000", FREE, 4, InstrumentKind.LINEAR_PERP);
        desk.fillAs(1, 100, 0, Side.BUY, "3", "10", "0");
        desk.fillAs(2, 200, 0, Side.BUY, "4", "10", "0");
        desk.fillAs(3, 201, 0, Side.SELL, "9", "10", "0");
        desk.fillAs(4, 300, 0, Side.SELL, "1", "10", "0");
        desk.recorder.take();
        assertEquals(CarryOutcome.BOOKED, desk.funding(0, "0.01", "10", 99));
        assertEquals(CarryOutcome.BOOKED, desk.funding(0, "0.01", "10", 199));
        assertEquals(CarryOutcome.BOOKED, desk.funding(0, "0.01", "10", 200));
        assertEquals(CarryOutcome.BOOKED, desk.funding(0, "0.01", "10", 299));
        assertEquals(CarryOutcome.BOOKED, desk.funding(0, "0.01", "10", 300));
        assertEquals(
                List.of("funding 0 -0.3", "funding 0 -0.7", "funding 0 0.2", "funding 0 0.3"), desk.recorder.take());
        assertEquals("3", text(desk.ledger.positionAt(0, 199)));
        assertEquals("7", text(desk.ledger.positionAt(0, 200)));
    }

    @Test
    void bustedAndCorrectedFillsCountAsTheyAre() {
        LedgerDesk desk = new LedgerDesk("1000", FREE, 4, InstrumentKind.LINEAR_PERP);
        desk.fillAs(1, 100, 0, Side.BUY, "3", "10", "0");
        desk.fillAs(2, 200, 0, Side.BUY, "4", "10", "0");
        desk.fillAs(3, 300, 0, Side.BUY, "5", "10", "0");
        desk.bust(0, 2);
        desk.correct(3, 0, Side.SELL, "6", "10", "0");
        desk.recorder.take();
        desk.funding(0, "0.01", "10", 250);
        desk.funding(0, "0.01", "10", 300);
        assertEquals(List.of("funding 0 -0.3", "funding 0 0.3"), desk.recorder.take());
    }

    @Test
    void fillThatWasReportedOutOfOrderCountsByItsTime() {
        LedgerDesk desk = new LedgerDesk("1000", FREE, 4, InstrumentKind.LINEAR_PERP);
        desk.fillAs(1, 300, 0, Side.BUY, "5", "10", "0");
        desk.fillAs(2, 100, 0, Side.BUY, "3", "10", "0");
        desk.recorder.take();
        desk.funding(0, "0.01", "10", 200);
        assertEquals(List.of("funding 0 -0.3"), desk.recorder.take());
    }

    @Test
    void positionIsUnknownWhereTheWindowDoesNotReachBack() {
        LedgerDesk desk =
                new LedgerDesk("1000", FREE, new LotsConfig(LotMethod.FIFO, 4, 2), InstrumentKind.LINEAR_PERP);
        desk.fillAs(1, 100, 0, Side.BUY, "1", "10", "0");
        desk.fillAs(2, 200, 0, Side.BUY, "2", "10", "0");
        assertEquals(CarryOutcome.BOOKED, desk.funding(0, "0.01", "10", 50), "every fill is in the window");
        desk.fillAs(3, 300, 0, Side.BUY, "4", "10", "0");
        desk.recorder.take();
        long before = desk.hash();
        assertEquals(CarryOutcome.POSITION_UNKNOWN, desk.funding(0, "0.01", "10", 99));
        assertEquals(before, desk.hash());
        assertEquals(List.of(), desk.recorder.take());
        assertEquals(CarryOutcome.BOOKED, desk.funding(0, "0.01", "10", 100), "the fill that left is not newer");
        assertEquals(CarryOutcome.BOOKED, desk.funding(0, "0.01", "10", 200));
        assertEquals(CarryOutcome.BOOKED, desk.funding(0, "0.01", "10", 300));
        assertEquals(List.of("funding 0 -0.1", "funding 0 -0.3", "funding 0 -0.7"), desk.recorder.take());
        desk.bust(0, 3);
        desk.bust(0, 2);
        assertEquals(CarryOutcome.BOOKED, desk.funding(0, "0.01", "10", 400), "what has left the window is older");
    }

    @Test
    void fundingOfHalfAUnitRoundsToEven() {
        LedgerDesk desk = new LedgerDesk("1000", FREE, 4, InstrumentKind.LINEAR_PERP);
        desk.buy(0, "1", "0.00000005");
        desk.recorder.take();
        desk.funding(0, "0.1", "0.00000005", 8);
        desk.funding(0, "0.3", "0.00000005", 9);
        desk.funding(0, "-0.5", "0.00000005", 10);
        assertEquals(List.of("funding 0 -0.00000002", "funding 0 0.00000002"), desk.recorder.take());
    }
}
