package mnvh.engine;

import static mnvh.engine.FlowBench.CASH;
import static mnvh.engine.FlowBench.ONE;
import static mnvh.engine.FlowBench.USD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mnvh.engine.FlowFrame.Owned;
import mnvh.engine.FlowFrame.Sent;
import mnvh.engine.FlowFrame.Turned;
import mnvh.event.Command;
import mnvh.event.Notice;
import mnvh.event.OrderEventType;
import mnvh.order.OrderCause;
import mnvh.order.OrderState;
import org.junit.jupiter.api.Test;

/** Rows of the flow table in which an order changes and the books must not; the buy is of 50 of instrument 1. */
class OrderFlowsTest {
    private static final long WHOLE = 50 * ONE;

    private final FlowBench bench = FlowBench.ready();

    @Test
    void row01OrderWithoutAnswerReservesAndBooksNothing() {
        FlowFrame step = bench.step(101, 100);
        assertEquals(2, step.orders.size());
        assertEquals(CASH, step.owned().wallet(USD));
        assertEquals(CASH, bench.owned().wallet(USD));
        assertEquals(WHOLE, bench.inventory(1), "all of it works and counts");
    }

    @Test
    void row02AcknowledgedOrderWorksAndBooksNothing() {
        Sent buy = bench.buy();
        Owned before = bench.owned();
        FlowFrame frame = bench.report(buy, OrderEventType.NEW, 0);
        assertEquals(
                new Turned(buy.clOrdId(), OrderState.PENDING_NEW, OrderState.NEW, OrderCause.ACKNOWLEDGED, 0, WHOLE),
                frame.turn());
        assertTrue(frame.booksNothing());
        assertEquals(0, bench.report(buy, OrderEventType.NEW, 0).frames, "a second one changes nothing");
        assertEquals(before, bench.owned());
        assertEquals(WHOLE, bench.inventory(1));
    }

    @Test
    void row03RejectedOrderReleasesItsReserve() {
        Sent buy = bench.buy();
        Owned before = bench.owned();
        FlowFrame frame = bench.report(buy, OrderEventType.REJECTED, 0);
        assertEquals(
                new Turned(buy.clOrdId(), OrderState.PENDING_NEW, OrderState.REJECTED, OrderCause.REJECTED, 0, 0),
                frame.turn());
        assertTrue(frame.booksNothing());
        assertTrue(frame.notices.isEmpty());
        assertEquals(before, bench.owned());
        assertNothingWorks();
    }

    @Test
    void row04RejectionWithoutAReportReleasesAsRow3() {
        // 35=3 and 35=j arrive as the same event, at any time before a fill.
        Sent buy = bench.buy();
        bench.report(buy, OrderEventType.NEW, 0);
        Owned before = bench.owned();
        FlowFrame frame = bench.report(buy, OrderEventType.REJECTED, 0);
        assertEquals(OrderState.REJECTED, frame.turn().to());
        assertTrue(frame.booksNothing());
        assertEquals(before, bench.owned());
        assertNothingWorks();
    }

    @Test
    void row04RejectionOfTheCancelLeavesTheOrderWorking() {
        Sent buy = bench.buy();
        bench.report(buy, OrderEventType.NEW, 0);
        long cancel = bench.command(Command.HALT).cancels.get(0);
        FlowFrame frame = bench.report(cancel, 1, OrderEventType.REJECTED, 0);
        assertEquals(buy.clOrdId(), frame.turn().clOrdId());
        assertEquals(OrderState.NEW, frame.turn().to());
        assertEquals(WHOLE, frame.turn().leaves());
        assertEquals(WHOLE, bench.inventory(1));
    }

    @Test
    void row12CancelKeepsWhatFilledAndReleasesTheRest() {
        Sent buy = bench.buy();
        bench.fill(buy, 20 * ONE, 100, "E1", 20 * ONE);
        Owned before = bench.owned();
        FlowFrame frame = bench.report(buy, OrderEventType.CANCELED, 20 * ONE);
        assertEquals(
                new Turned(
                        buy.clOrdId(),
                        OrderState.PARTIALLY_FILLED,
                        OrderState.CANCELED,
                        OrderCause.CANCELED,
                        20 * ONE,
                        0),
                frame.turn());
        assertTrue(frame.booksNothing());
        assertEquals(before, bench.owned());
        assertEquals(20 * ONE, before.position(1));
        assertEquals(20 * ONE, bench.inventory(1), "only what is held is left");
    }

    @Test
    void row13FillBeatsTheCancel() {
        Sent buy = bench.buy();
        Owned before = bench.owned();
        List<Long> cancels = bench.command(Command.HALT).cancels;
        assertEquals(1, cancels.size());
        FlowFrame fill = bench.fill(buy, WHOLE, 100, "E1", WHOLE);
        assertEquals(OrderState.PENDING_CANCEL, fill.turn().from());
        assertEquals(OrderState.FILLED, fill.turn().to());
        assertEquals(0, bench.report(cancels.get(0), 1, OrderEventType.CANCEL_REJECTED, 0).frames);
        FlowFrame step = bench.still();
        assertTrue(step.cancels.isEmpty(), "not tried again");
        assertEquals(0, before.position(1));
        assertEquals(WHOLE, step.owned().position(1));
        assertNothingWorks();
    }

    @Test
    void row13PartOfTheOrderFillsBeforeTheCancelIsRefused() {
        Sent buy = bench.buy();
        long cancel = bench.command(Command.HALT).cancels.get(0);
        assertEquals(
                OrderState.PENDING_CANCEL,
                bench.fill(buy, 20 * ONE, 100, "E1", 20 * ONE).turn().to());
        FlowFrame refused = bench.report(cancel, 1, OrderEventType.CANCEL_REJECTED, 20 * ONE);
        assertEquals(OrderState.PARTIALLY_FILLED, refused.turn().to());
        assertEquals(30 * ONE, refused.turn().leaves());
        assertTrue(refused.cancels.isEmpty());
        assertTrue(refused.booksNothing());
    }

    @Test
    void row15PendingCancelIsStillExposed() {
        Sent buy = bench.buy();
        bench.report(buy, OrderEventType.NEW, 0);
        Owned before = bench.owned();
        FlowFrame frame = bench.report(buy, OrderEventType.PENDING_CANCEL, 0);
        assertEquals(OrderState.PENDING_CANCEL, frame.turn().to());
        assertEquals(WHOLE, frame.turn().leaves());
        assertTrue(frame.booksNothing());
        assertEquals(before, bench.owned());
        assertEquals(WHOLE, bench.inventory(1));
        assertEquals(WHOLE, bench.fill(buy, WHOLE, 100, "E1").fill().position());
    }

    @Test
    void row21UnsolicitedCancelEndsTheOrderAndSendsNothing() {
        Sent buy = bench.buy();
        bench.report(buy, OrderEventType.NEW, 0);
        Owned before = bench.owned();
        FlowFrame frame = bench.report(buy, OrderEventType.CANCELED, 0);
        assertEquals(OrderState.CANCELED, frame.turn().to());
        assertTrue(frame.orders.isEmpty());
        assertTrue(frame.notices.isEmpty());
        assertEquals(0, bench.report(buy, OrderEventType.CANCELED, 0).frames, "told twice");
        FlowFrame step = bench.still();
        assertTrue(step.orders.isEmpty(), "not sent again");
        assertEquals(before, step.owned());
        assertNothingWorks();
    }

    @Test
    void row22ExpiryReleasesTheRest() {
        Sent buy = bench.buy();
        bench.fill(buy, 20 * ONE, 100, "E1", 20 * ONE);
        Owned before = bench.owned();
        FlowFrame frame = bench.report(buy, OrderEventType.EXPIRED, 20 * ONE);
        assertEquals(OrderState.EXPIRED, frame.turn().to());
        assertEquals(20 * ONE, frame.turn().cumQuantity());
        assertEquals(0, frame.turn().leaves());
        assertEquals(before, bench.owned());
        assertEquals(20 * ONE, bench.inventory(1));
    }

    @Test
    void secondCancelWaitsForTheAnswerToTheFirst() {
        // Of row 20, what concerns cancels.
        Sent buy = bench.buy();
        long first = bench.command(Command.HALT).cancels.get(0);
        assertTrue(bench.command(Command.HALT).cancels.isEmpty());
        assertFalse(
                bench.report(first, 1, OrderEventType.CANCEL_REJECTED, 0).turns.isEmpty());
        FlowFrame again = bench.command(Command.HALT);
        assertEquals(1, again.cancels.size());
        assertNotEquals(first, again.cancels.get(0));
        assertEquals(buy.clOrdId(), again.turn().clOrdId());
    }

    /** The session can only end at once when no order may still fill. */
    private void assertNothingWorks() {
        assertTrue(bench.command(Command.STOP).said().contains(Notice.STOPPED));
    }
}
