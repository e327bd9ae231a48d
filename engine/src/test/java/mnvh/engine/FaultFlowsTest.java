package mnvh.engine;

import static mnvh.engine.FlowBench.ONE;
import static mnvh.engine.FlowBench.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import mnvh.engine.FlowFrame.Owned;
import mnvh.engine.FlowFrame.Said;
import mnvh.event.EventHeader;
import mnvh.event.Notice;
import mnvh.event.OutboundFrame;
import mnvh.units.Component;
import mnvh.units.FixedPoint;
import mnvh.units.Side;
import org.junit.jupiter.api.Test;

/** Faults of what the venue says, and controls of what is told after a trade, by number. */
class FaultFlowsTest {
    /** A percent, the cap of a venue's funding and far above the usual. */
    private static final long CAP = FixedPoint.RATE_SCALE / 100;

    private static final long SPACING_NS = 8 * TestRun.SECOND_NS;

    private final FlowBench bench = FlowBench.ready();

    @Test
    void c21_aFillIsReportedInAFrameOfItsOwnBeforeTheNextEventIsRead() {
        FlowFrame fill = bench.foreign(1, Side.BUY, 10 * ONE, 100, "E1");
        assertEquals(10 * ONE, fill.fill().position());
        byte[] frame = bench.outbound.get(bench.outbound.size() - 1);
        OutboundFrame copy = new OutboundFrame(frame.length);
        copy.buffer().put(0, frame);
        assertEquals(bench.sequence(), EventHeader.cause(copy.buffer(), 0), "caused by the fill itself");
        assertEquals(1, fill.frames);
    }

    @Test
    void c25_aBustedFillIsTurnedRoundByEntriesAndNothingIsErased() {
        Owned before = bench.owned();
        FlowFrame fill = bench.foreign(1, Side.BUY, 10 * ONE, 101, "E1");
        FlowFrame bust = bench.bust(1, "B1", "E1");
        for (Component component : fill.components()) {
            assertEquals(-fill.sum(component, 1), bust.sum(component, 1), component.name());
        }
        assertEquals(List.of(Notice.TRADE_BUSTED), bust.said());
        assertEquals(before.equity(), bench.owned().equity());
    }

    @Test
    void fault36_aLockedBookIsItsPrice() {
        assertEquals(2, bench.step(101, 100).orders.size(), "bid and offer are the same at every step of the bench");
    }

    /** @return the funding of a long 10 at 100, as booked */
    private long fund(long rate, long boundaryNs) {
        return bench.funding(1, rate, 100, boundaryNs).sum(Component.FUNDING, 1);
    }

    @Test
    void fault42_fundingAtItsCapAndOfTheOtherSignIsBookedOnceABoundary() {
        bench.foreign(1, Side.BUY, 10 * ONE, 100, "E1");
        long boundary = bench.nowNs() + SPACING_NS;
        assertEquals(at(-10), fund(CAP, boundary));
        assertEquals(0, fund(CAP, boundary), "the same record again");
        assertEquals(0, fund(-CAP, boundary), "nor with another rate");
        assertEquals(at(10), fund(-CAP, boundary + SPACING_NS));
    }

    /** @return what was said at the closes until {@code untilNs} */
    private List<Said> waitUntil(long untilNs) {
        List<Said> said = new ArrayList<>();
        while (bench.nowNs() <= untilNs) {
            said.addAll(bench.still().notices);
        }
        return said;
    }

    @Test
    void fault42_aMissingBoundaryIsToldOnceAndNothingIsBookedInItsPlace() {
        bench.foreign(1, Side.BUY, 10 * ONE, 100, "E1");
        long first = bench.nowNs();
        fund(CAP, first);
        assertEquals(List.of(), waitUntil(first + SPACING_NS), "one boundary tells no spacing");
        fund(CAP, first + SPACING_NS);
        Owned before = bench.owned();
        assertEquals(List.of(), waitUntil(first + 2 * SPACING_NS + SPACING_NS / 8), "an eighth late is in time");
        List<Said> missing = waitUntil(first + 4 * SPACING_NS);
        assertEquals(
                List.of(Notice.FUNDING_MISSING, Notice.FUNDING_MISSING),
                missing.stream().map(Said::notice).toList());
        assertEquals(
                List.of(first + 2 * SPACING_NS, first + 3 * SPACING_NS),
                missing.stream().map(Said::value).toList());
        assertEquals(before, bench.owned(), "the last rate is no rate");
        fund(CAP, first + 4 * SPACING_NS);
        fund(CAP, first + 5 * SPACING_NS);
        assertEquals(
                List.of(first + 6 * SPACING_NS, first + 7 * SPACING_NS),
                waitUntil(first + 8 * SPACING_NS).stream().map(Said::value).toList());
    }

    @Test
    void fault42_nothingIsDueWhereNothingIsHeld() {
        long first = bench.nowNs();
        fund(CAP, first);
        fund(CAP, first + SPACING_NS);
        assertEquals(List.of(), waitUntil(first + 4 * SPACING_NS));
    }

    @Test
    void fault42_whatWasHeldAtTheBoundaryCountsAndNotWhatIsHeldLater() {
        long first = bench.nowNs();
        fund(CAP, first);
        fund(CAP, first + SPACING_NS);
        waitUntil(first + 2 * SPACING_NS);
        bench.foreign(1, Side.BUY, 10 * ONE, 100, "E1");
        assertEquals(List.of(), waitUntil(first + 3 * SPACING_NS), "bought when it was due already");
        bench.foreign(1, Side.SELL, 10 * ONE, 100, "E2");
        assertEquals(1, waitUntil(first + 4 * SPACING_NS).size(), "sold when it was due already");
    }
}
