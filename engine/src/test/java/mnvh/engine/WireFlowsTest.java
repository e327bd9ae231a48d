package mnvh.engine;

import static mnvh.engine.FlowBench.ONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mnvh.engine.FlowFrame.Owned;
import mnvh.engine.FlowFrame.Sent;
import mnvh.event.Command;
import mnvh.event.Notice;
import mnvh.event.OrderEventType;
import mnvh.event.Refusal;
import mnvh.event.SessionState;
import mnvh.order.OrderState;
import mnvh.risk.TradingState;
import org.junit.jupiter.api.Test;

/**
 * Rows 31, 32 and 38 as far as the handler sees them: the books are untouched, and nothing is sent twice.
 *
 * <p>The rest is the wire's: that a ResendRequest(35=2) is answered with a gap fill, that a MsgSeqNum(34) that is too
 * low ends in a Logout(35=5), that a SendingTime(52) out of range ends in a Reject(35=3) with 373=10.
 */
class WireFlowsTest {
    private final FlowBench bench = FlowBench.ready();

    @Test
    void row31NewSessionSendsNoOrderAgain() {
        Sent buy = bench.buy();
        Owned before = bench.owned();
        assertTrue(bench.session(SessionState.DOWN).orders.isEmpty());
        FlowFrame up = bench.session(SessionState.UP);
        assertTrue(up.orders.isEmpty() && up.cancels.isEmpty());
        FlowFrame step = bench.still();
        assertTrue(step.orders.isEmpty(), "what was asked for is exposed, not asked for again");
        assertEquals(before, step.owned());
        assertEquals(buy.quantity(), bench.working().buys(1));
    }

    @Test
    void row32SequenceThatIsTooLowHaltsUntilAPersonResumes() {
        Sent buy = bench.buy();
        bench.fill(buy, 20 * ONE, 100, "E1", 20 * ONE);
        Owned before = bench.owned();
        FlowFrame frame = bench.session(SessionState.SEQUENCE_TOO_LOW);
        assertEquals(List.of(Notice.SESSION_LOST, Notice.SESSION_SEQUENCE_LOST), frame.said());
        assertEquals(TradingState.HALTED, frame.notices.get(1).after());
        assertEquals(OrderState.UNKNOWN, frame.turn().to());
        assertTrue(frame.cancels.isEmpty(), "there is no session to cancel in");
        assertTrue(frame.booksNothing());
        bench.session(SessionState.UP);
        bench.report(buy, OrderEventType.CANCELED, 20 * ONE);
        FlowFrame step = bench.step(102, 100);
        assertEquals(TradingState.HALTED, step.state());
        assertTrue(step.orders.isEmpty(), "a session that is up again is not enough");
        assertEquals(before.positions(), step.owned().positions());
        assertEquals(before.wallet(0), step.owned().wallet(0));
        bench.command(Command.RESUME);
        assertEquals(TradingState.ACTIVE, bench.step(103, 100).state());
    }

    @Test
    void row38RefusedTimeOfAMessageHasNoEffect() {
        Sent buy = bench.buy();
        bench.report(buy, OrderEventType.NEW, 0);
        Owned before = bench.owned();
        FlowFrame frame = bench.refused(Refusal.MALFORMED, "SendingTime(52) is an hour ahead");
        assertEquals(0, frame.frames);
        FlowFrame step = bench.still();
        assertEquals(before, step.owned());
        assertEquals(TradingState.ACTIVE, step.state());
        assertEquals(buy.quantity(), bench.working().buys(1));
    }

    @Test
    void row38RejectOfOurOrdersTimeEndsTheOrderAsAnyReject() {
        Sent buy = bench.buy();
        Owned before = bench.owned();
        FlowFrame frame = bench.report(buy, OrderEventType.REJECTED, 0);
        assertEquals(OrderState.REJECTED, frame.turn().to());
        assertTrue(frame.booksNothing());
        assertEquals(before, bench.owned());
    }
}
