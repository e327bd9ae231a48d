package mnvh.engine;

import static mnvh.engine.FlowBench.ONE;
import static mnvh.engine.FlowBench.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mnvh.engine.FlowFrame.Owned;
import mnvh.engine.FlowFrame.Said;
import mnvh.engine.FlowFrame.Sent;
import mnvh.engine.FlowFrame.Turned;
import mnvh.event.Command;
import mnvh.event.Notice;
import mnvh.event.OrderEventType;
import mnvh.event.OrderStatus;
import mnvh.event.SessionState;
import mnvh.order.OrderCause;
import mnvh.order.OrderState;
import mnvh.risk.TradingState;
import mnvh.units.Side;
import org.junit.jupiter.api.Test;

/**
 * Rows 27 to 30 and 36: what an order's outcome is, is not known; the buy is of 50 of instrument 1.
 *
 * <p>The wire's share is left out: that requests for status, trades and positions are sent, in which order, and how
 * long an answer is waited for. Here the answers count.
 */
class UnknownFlowsTest {
    private static final long WHOLE = 50 * ONE;

    private final FlowBench bench = FlowBench.ready();

    /** @return the buy, its session lost and found again */
    private Sent lost() {
        Sent buy = bench.buy();
        bench.report(buy, OrderEventType.NEW, 0);
        bench.session(SessionState.DOWN);
        bench.session(SessionState.UP);
        return buy;
    }

    /** @return the step of a move that trades when nothing forbids it */
    private FlowFrame move() {
        return bench.step(102, 100);
    }

    private void assertReducing() {
        FlowFrame step = move();
        assertEquals(TradingState.REDUCING, step.state());
        assertTrue(step.orders.isEmpty(), "nothing new is opened");
    }

    private void assertActive() {
        FlowFrame step = bench.step(104, 100);
        assertEquals(TradingState.ACTIVE, step.state());
        assertFalse(step.orders.isEmpty());
    }

    @Test
    void row27LostSessionLeavesEveryOrderUnknownAndExposed() {
        List<Sent> sent = bench.trades();
        bench.report(sent.get(1), OrderEventType.NEW, 0);
        Owned before = bench.owned();
        FlowFrame frame = bench.session(SessionState.DOWN);
        Said said = frame.notices.get(0);
        assertEquals(Notice.SESSION_LOST, said.notice());
        assertEquals(2, said.value());
        assertEquals(TradingState.ACTIVE, said.before());
        assertEquals(TradingState.REDUCING, said.after());
        assertEquals(2, frame.turns.size());
        for (Turned turn : frame.turns) {
            assertEquals(OrderState.UNKNOWN, turn.to());
            assertEquals(OrderCause.SESSION_LOST, turn.cause());
            assertTrue(turn.leaves() > 0, "a venue that cancels on disconnect is not believed unheard");
        }
        assertTrue(frame.booksNothing());
        assertTrue(bench.step(103, 100).orders.isEmpty(), "no session");
        assertEquals(before.positions(), bench.owned().positions());
        assertEquals(WHOLE, bench.working().buys(1));
    }

    /** The answer to the status request that follows every logon is the knowledge. */
    @Test
    void c09_unknownOrderCountsAsWorkingUntilKnown() {
        Sent buy = lost();
        for (int n = 0; n < 10; n++) {
            assertReducing();
            assertEquals(WHOLE, bench.working().buys(1));
        }
        bench.status(buy, OrderStatus.CANCELED, 0);
        assertEquals(0, bench.working().buys(1));
        assertActive();
    }

    @Test
    void row27NoRiskIsAddedUntilEveryOrderIsKnown() {
        Sent buy = bench.buy();
        bench.fill(buy, 20 * ONE, 100, "E1", 20 * ONE);
        bench.session(SessionState.DOWN);
        bench.session(SessionState.UP);
        // The laggard is bought and the leader sold: 1 may only be reduced.
        assertReducing();
        FlowFrame reducing = bench.step(102, 104);
        assertEquals(
                List.of(Side.SELL), reducing.orders.stream().map(Sent::side).toList());
        assertEquals(1, reducing.orders.get(0).instrument());
    }

    @Test
    void row28StatusReportThatItWorksEndsTheDoubt() {
        Sent buy = lost();
        assertReducing();
        Owned before = bench.owned();
        FlowFrame frame = bench.status(buy, OrderStatus.NEW, 0);
        assertEquals(
                new Turned(buy.clOrdId(), OrderState.UNKNOWN, OrderState.NEW, OrderCause.CONFIRMED, 0, WHOLE),
                frame.turns.get(0));
        assertEquals(List.of(Notice.ORDERS_KNOWN), frame.said());
        assertEquals(TradingState.REDUCING, frame.notices.get(0).before());
        assertEquals(TradingState.ACTIVE, frame.notices.get(0).after());
        assertTrue(frame.booksNothing());
        assertEquals(before.positions(), bench.owned().positions());
        assertActive();
    }

    @Test
    void row28OneKnownOrderOfTwoIsNotEnough() {
        List<Sent> sent = bench.trades();
        bench.session(SessionState.DOWN);
        bench.session(SessionState.UP);
        assertTrue(bench.status(sent.get(0), OrderStatus.NEW, 0).notices.isEmpty());
        assertReducing();
        assertEquals(
                List.of(Notice.ORDERS_KNOWN),
                bench.report(sent.get(1), OrderEventType.CANCELED, 0).said());
    }

    @Test
    void row28FillIsEvidenceToo() {
        Sent buy = lost();
        FlowFrame frame = bench.fill(buy, 20 * ONE, 100, "E1", 20 * ONE);
        assertEquals(OrderState.PARTIALLY_FILLED, frame.turn().to());
        assertEquals(List.of(Notice.ORDERS_KNOWN), frame.said());
        assertEquals(20 * ONE, frame.fill().position());
        assertEquals(30 * ONE, bench.working().buys(1));
    }

    @Test
    void row28SecondLossIsNoEvidence() {
        lost();
        assertTrue(bench.session(SessionState.DOWN).turns.isEmpty());
        bench.session(SessionState.UP);
        assertReducing();
    }

    @Test
    void row28StatusThatCountsMoreThanIsBookedHalts() {
        Sent buy = lost();
        FlowFrame frame = bench.status(buy, OrderStatus.PARTIALLY_FILLED, 20 * ONE);
        assertEquals(List.of(Notice.ORDER_CONTRADICTION), frame.said());
        assertTrue(frame.booksNothing(), "a fill is missing, and none is guessed");
        FlowFrame filled = bench.status(buy, OrderStatus.FILLED, 0);
        assertEquals(List.of(Notice.ORDER_CONTRADICTION), filled.said());
        assertEquals(WHOLE, bench.working().buys(1));
    }

    @Test
    void row28StatusReportEndsWhatHasEnded() {
        for (OrderStatus end : List.of(OrderStatus.CANCELED, OrderStatus.EXPIRED, OrderStatus.REJECTED)) {
            FlowBench other = FlowBench.ready();
            Sent buy = other.buy();
            other.session(SessionState.DOWN);
            FlowFrame frame = other.status(buy, end, 0);
            assertEquals(end.name(), frame.turn().to().name());
            assertEquals(0, other.working().buys(1));
        }
    }

    @Test
    void row28StatusReportStatesTheTerms() {
        Sent buy = lost();
        FlowFrame frame = bench.status(buy.clOrdId(), 1, OrderStatus.NEW, 0, 40 * ONE, 101);
        assertEquals(40 * ONE, frame.turn().leaves());
        assertEquals(40 * ONE, bench.working().buys(1));
        assertEquals(
                at(40), bench.working().buyLoss(1, at(100)) + bench.working().sellLoss(1, at(100)));
    }

    @Test
    void row28OpenReplacementIsResolvedByTheIdOfTheStatus() {
        Sent buy = bench.buy();
        bench.report(buy, OrderEventType.NEW, 0);
        long id =
                bench.replace(buy.clOrdId(), 70 * ONE, 101).replacements.get(0).clOrdId();
        bench.session(SessionState.DOWN);
        bench.session(SessionState.UP);
        assertEquals(70 * ONE, bench.working().buys(1), "the worse of both");
        assertEquals(
                OrderState.UNKNOWN,
                bench.fill(buy, 10 * ONE, 100, "E1", 10 * ONE).turn().to(),
                "a fill does not say which terms");
        FlowBench taken = bench;
        FlowFrame frame = taken.status(id, 1, OrderStatus.PARTIALLY_FILLED, 10 * ONE, 65 * ONE, 101);
        assertEquals(id, frame.turn().clOrdId());
        assertEquals(OrderState.PARTIALLY_FILLED, frame.turn().to());
        assertEquals(55 * ONE, taken.working().buys(1));
    }

    @Test
    void row28StatusUnderTheOldIdSaysThatTheReplacementIsLost() {
        Sent buy = bench.buy();
        bench.report(buy, OrderEventType.NEW, 0);
        bench.replace(buy.clOrdId(), 70 * ONE, 101);
        bench.session(SessionState.DOWN);
        bench.session(SessionState.UP);
        FlowFrame frame = bench.status(buy, OrderStatus.NEW, 0);
        assertEquals(OrderState.NEW, frame.turn().to());
        assertEquals(WHOLE, bench.working().buys(1));
        assertEquals(1, bench.replace(buy.clOrdId(), 60 * ONE, 100).replacements.size());
    }

    @Test
    void row28CancelThatWasLostIsSentOnceTheOrderIsKnownToWork() {
        Sent buy = bench.buy();
        bench.report(buy, OrderEventType.NEW, 0);
        assertEquals(1, bench.command(Command.HALT).cancels.size());
        bench.session(SessionState.DOWN);
        bench.session(SessionState.UP);
        FlowFrame frame = bench.status(buy, OrderStatus.NEW, 0);
        assertEquals(1, frame.cancels.size());
        assertEquals(OrderState.PENDING_CANCEL, frame.turns.get(1).to());
    }

    @Test
    void row29OrderTheVenueDoesNotKnowStaysUnknown() {
        Sent buy = lost();
        Owned before = bench.owned();
        FlowFrame frame = bench.report(buy, OrderEventType.NOT_FOUND, 0);
        assertEquals(List.of(Notice.ORDER_NOT_FOUND), frame.said());
        assertEquals(buy.clOrdId(), frame.notices.get(0).value());
        assertEquals(TradingState.REDUCING, frame.notices.get(0).after());
        assertTrue(frame.turns.isEmpty() && frame.booksNothing());
        assertEquals(WHOLE, bench.working().buys(1), "it may have traded");
        assertReducing();
        assertEquals(before.positions(), bench.owned().positions());
        assertEquals(
                20 * ONE, bench.fill(buy, 20 * ONE, 100, "E1", 20 * ONE).fill().position(), "and it has");
    }

    @Test
    void row29WorkingOrderTheVenueDoesNotKnowBecomesUnknown() {
        Sent buy = bench.buy();
        bench.report(buy, OrderEventType.NEW, 0);
        FlowFrame frame = bench.report(buy, OrderEventType.NOT_FOUND, 0);
        assertEquals(OrderState.UNKNOWN, frame.turn().to());
        assertEquals(OrderCause.NOT_FOUND, frame.turn().cause());
        assertEquals(TradingState.ACTIVE, frame.notices.get(0).before());
        assertEquals(TradingState.REDUCING, frame.notices.get(0).after());
        assertReducing();
    }

    @Test
    void row29SearchedTradesOrAnOperatorCloseIt() {
        Sent buy = lost();
        bench.report(buy, OrderEventType.NOT_FOUND, 0);
        // The trades that the search found come as fills of their own.
        bench.fill(buy, 20 * ONE, 100, "E1", 20 * ONE);
        bench.report(buy, OrderEventType.NOT_FOUND, 20 * ONE);
        Owned before = bench.owned();
        FlowFrame frame = bench.report(buy, OrderEventType.CLOSED, 20 * ONE);
        assertEquals(
                new Turned(buy.clOrdId(), OrderState.UNKNOWN, OrderState.CANCELED, OrderCause.CLOSED, 20 * ONE, 0),
                frame.turn());
        assertEquals(List.of(Notice.ORDER_CLOSED, Notice.ORDERS_KNOWN), frame.said());
        assertEquals(20 * ONE, frame.notices.get(0).limit());
        assertTrue(frame.booksNothing());
        assertEquals(before, bench.owned());
        assertEquals(0, bench.working().buys(1));
        FlowFrame late = bench.fill(buy, 5 * ONE, 100, "E2", 25 * ONE);
        assertEquals(List.of(Notice.LATE_FILL), late.said());
        assertEquals(25 * ONE, late.fill().position(), "booked all the same");
    }

    @Test
    void row29CloseThatCountsOtherFillsThanTheBooksHalts() {
        for (long told : new long[] {0, 30 * ONE}) {
            FlowBench other = FlowBench.ready();
            Sent buy = other.buy();
            other.fill(buy, 20 * ONE, 100, "E1", 20 * ONE);
            other.session(SessionState.DOWN);
            FlowFrame frame = other.report(buy, OrderEventType.CLOSED, told);
            assertEquals(List.of(Notice.ORDER_CONTRADICTION), frame.said());
            assertEquals(30 * ONE, other.working().buys(1));
        }
    }

    @Test
    void row29OrderThatWorksIsClosedByItsOwnReportAlone() {
        Sent buy = bench.buy();
        bench.report(buy, OrderEventType.NEW, 0);
        assertEquals(
                List.of(Notice.ORDER_CONTRADICTION),
                bench.report(buy, OrderEventType.CLOSED, 0).said());
        assertEquals(WHOLE, bench.working().buys(1));
    }

    @Test
    void row29PositionAsOfTheAnswerThatAgreesClosesIt() {
        Sent buy = lost();
        bench.position(1, 0, bench.sequence());
        assertEquals(WHOLE, bench.working().buys(1), "not before the venue has said that it knows nothing");
        long before = bench.sequence();
        bench.report(buy, OrderEventType.NOT_FOUND, 0);
        bench.position(1, 0, before);
        bench.position(1, 0, 0);
        bench.positionFailed(1);
        assertEquals(WHOLE, bench.working().buys(1), "not by a report from before, or of an unknown time, or by none");
        FlowFrame frame = bench.position(1, 0, bench.sequence());
        assertEquals(OrderState.CANCELED, frame.turn().to());
        assertEquals(OrderCause.CLOSED, frame.turn().cause());
        assertEquals(List.of(Notice.ORDER_CLOSED, Notice.ORDERS_KNOWN), frame.said());
        assertTrue(frame.booksNothing());
        assertActive();
    }

    @Test
    void row29PositionThatDiffersClosesNothing() {
        Sent buy = lost();
        bench.report(buy, OrderEventType.NOT_FOUND, 0);
        FlowFrame frame = bench.position(1, WHOLE, bench.sequence());
        assertEquals(List.of(Notice.POSITION_BREAK), frame.said());
        assertEquals(WHOLE, bench.working().buys(1));
        // The missing fill explains the position, and is the order's.
        bench.fill(buy, WHOLE, 100, "E1", WHOLE);
        FlowFrame explained = bench.position(1, WHOLE, bench.sequence());
        assertEquals(List.of(Notice.BREAK_AGREED), explained.said());
        assertEquals(WHOLE, bench.owned().position(1));
    }

    @Test
    void row29AgreementProvesNothingWhereBothSidesAreOpen() {
        Sent buy = bench.buy();
        bench.report(buy, OrderEventType.NEW, 0);
        // The laggard becomes the leader: a sell of 1 beside the buy.
        Sent sell = bench.step(101, 104).orders.stream()
                .filter(order -> order.instrument() == 1)
                .findFirst()
                .orElseThrow();
        assertEquals(Side.SELL, sell.side());
        bench.session(SessionState.DOWN);
        bench.session(SessionState.UP);
        bench.report(buy, OrderEventType.NOT_FOUND, 0);
        bench.report(sell, OrderEventType.NOT_FOUND, 0);
        FlowFrame frame = bench.position(1, 0, bench.sequence());
        assertTrue(frame.turns.isEmpty(), "a missed buy and a missed sell leave the same position");
        assertEquals(2, bench.report(sell, OrderEventType.CLOSED, 0).sections(), "the order and its notice");
        assertEquals(
                OrderState.CANCELED,
                bench.position(1, 0, bench.sequence()).turn().to());
    }

    @Test
    void row30NothingIsTradedBeforeTheSessionSaysThatItIsReconciled() {
        Sent buy = bench.buy();
        bench.report(buy, OrderEventType.NEW, 0);
        bench.fill(buy, 10 * ONE, 100, "E1", 10 * ONE);
        bench.session(SessionState.DOWN);
        FlowFrame frame = bench.session(SessionState.RECONCILING);
        assertEquals(List.of(Notice.SESSION_RECONCILING), frame.said());
        FlowFrame step = bench.step(102, 104);
        assertTrue(step.orders.isEmpty(), "not even to reduce");
        // From the high-water mark on, one overlaps and one is new.
        Owned before = bench.owned();
        assertEquals(
                List.of(Notice.REPEATED_EXECUTION),
                bench.fill(buy, 10 * ONE, 100, "E1", 10 * ONE).said());
        assertEquals(before, bench.owned());
        FlowFrame missed = bench.fill(buy, 40 * ONE, 100, "E2", WHOLE);
        assertEquals(OrderState.FILLED, missed.turn().to());
        assertEquals(WHOLE, missed.fill().position());
        assertTrue(bench.step(103, 108).orders.isEmpty(), "known, but not complete");
        assertEquals(List.of(Notice.SESSION_UP), bench.session(SessionState.UP).said());
        assertFalse(bench.step(104, 112).orders.isEmpty());
        assertEquals(WHOLE, missed.fill().position());
    }

    @Test
    void row36AcceptedMassCancelEndsNoOrder() {
        Sent buy = bench.buy();
        bench.report(buy, OrderEventType.NEW, 0);
        Owned before = bench.owned();
        FlowFrame frame = bench.report(0, -1, OrderEventType.MASS_CANCELED, 0);
        assertEquals(0, frame.frames);
        assertEquals(WHOLE, bench.working().buys(1));
        assertEquals(before, bench.owned());
        FlowFrame fill = bench.fill(buy, 20 * ONE, 100, "E1", 20 * ONE);
        assertEquals(20 * ONE, fill.fill().position());
        assertTrue(fill.notices.isEmpty(), "an ordinary fill of an order that works");
        FlowFrame own = bench.report(buy, OrderEventType.CANCELED, 20 * ONE);
        assertEquals(OrderState.CANCELED, own.turn().to());
        assertEquals(0, bench.working().buys(1));
        assertEquals(20 * ONE, bench.owned().position(1));
    }
}
