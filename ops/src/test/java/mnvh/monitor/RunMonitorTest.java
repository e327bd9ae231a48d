package mnvh.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import mnvh.event.EventSlot;
import mnvh.event.FillEvent;
import mnvh.event.MarketDataEvent;
import mnvh.event.Notice;
import mnvh.event.OrderEvent;
import mnvh.event.OrderEventType;
import mnvh.event.Refusal;
import mnvh.event.RefusedEvent;
import mnvh.event.SessionEvent;
import mnvh.event.SessionState;
import mnvh.event.StepOutcome;
import mnvh.units.Component;
import org.junit.jupiter.api.Test;

class RunMonitorTest {
    static final RunNames NAMES =
            new RunNames(List.of("ACTIVE", "REDUCING", "HALTED"), List.of("ADMITTED", "DENIED_STATE", "DENIED_DATA"));

    private final RunMonitor monitor = new RunMonitor(NAMES);
    private final Frames frames = new Frames();
    private final EventSlot slot = new EventSlot();

    @Test
    void stepOrdersAndDenialsAreCountedFromTheFrame() {
        monitor.onFrame(frames.step(4), 1, true);

        RunSnapshot snapshot = monitor.snapshot();
        StepReading step = snapshot.outbound().step();
        assertNotNull(step);
        assertEquals(4, step.step());
        assertEquals(StepOutcome.TRADED, step.outcome());
        assertEquals(0.5, step.financingScale());
        assertEquals("ACTIVE", snapshot.outbound().state());
        assertEquals(2, snapshot.outbound().buysSent());
        assertEquals(1, snapshot.outbound().sellsSent());
        assertEquals(1, snapshot.outbound().cancelsSent());
        assertEquals(List.of(0L, 1L, 0L), snapshot.outbound().denials());
        assertEquals(1.5, snapshot.grossLeverage());
        assertEquals(0.2, snapshot.drawdown(), 1e-15);
        assertEquals(
                0, new BigDecimal(2).compareTo(snapshot.outbound().components().of(Component.MTM)));
    }

    @Test
    void fillMovesEquityAndComponents() {
        monitor.onFrame(frames.step(0), 1, true);
        monitor.onFrame(frames.fill(), 2, true);

        OutboundReading out = monitor.snapshot().outbound();
        assertEquals(998_75000000L, out.equity());
        assertEquals(1, out.filled());
        assertEquals(201.0, out.tradedNotional());
        assertEquals(0, new BigDecimal("-0.25").compareTo(out.components().of(Component.FEE)));
        // Fees 0.25 over mark to market 2 less execution edge 1.
        assertEquals(0.25, out.components().feeToGrossRatio());
    }

    @Test
    void nothingIsShownBeforeTheBatchEnds() {
        monitor.onFrame(frames.step(0), 1, false);
        assertNull(monitor.snapshot().outbound().step());

        monitor.onFrame(frames.fill(), 2, true);
        assertNotNull(monitor.snapshot().outbound().step());
    }

    @Test
    void noticeChangesTheState() {
        monitor.onFrame(frames.notice(Notice.DRAWDOWN_LIMIT, 2), 1, true);

        OutboundReading out = monitor.snapshot().outbound();
        assertEquals("HALTED", out.state());
        assertEquals(new NoticeReading(Notice.DRAWDOWN_LIMIT, Frames.CLOSE_NS + 2, -1, 7, 5, "HALTED"), out.notice());
    }

    @Test
    void inboundKindsAreCountedApart() {
        new MarketDataEvent().begin(slot, 5).receivedNs(77);
        monitor.onEvent(slot, 3, false);
        new OrderEvent().begin(slot, 6).type(OrderEventType.REJECTED);
        monitor.onEvent(slot, 4, false);
        new FillEvent().begin(slot, 7);
        monitor.onEvent(slot, 5, false);
        new RefusedEvent().begin(slot, 8).refusal(Refusal.BAD_PRICE);
        monitor.onEvent(slot, 6, true);

        InboundReading in = monitor.snapshot().inbound();
        assertEquals(6, in.sequence());
        assertEquals(1, in.marketDataEvents());
        assertEquals(77, in.marketDataReceivedNs());
        assertEquals(1, monitor.snapshot().count(OrderEventType.REJECTED));
        assertEquals(0, monitor.snapshot().count(OrderEventType.NOT_SENT));
        assertEquals(1, in.fills());
        assertEquals(1, in.refused());
    }

    @Test
    void sessionIsDownUntilItSaysUp() {
        assertFalse(monitor.snapshot().sessionUp());

        new SessionEvent().begin(slot, 9).state(SessionState.UP).text("logged on");
        monitor.onEvent(slot, 3, true);

        assertTrue(monitor.snapshot().sessionUp());
        assertEquals(
                new SessionReading(SessionState.UP, "logged on", 9, 1),
                monitor.snapshot().inbound().session());
    }

    @Test
    void leverageIsNotANumberBeforeTheFirstStep() {
        assertTrue(Double.isNaN(monitor.snapshot().grossLeverage()));
        assertTrue(Double.isNaN(monitor.snapshot().drawdown()));
    }
}
