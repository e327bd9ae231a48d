package mnvh.daemon;

import mnvh.event.EventSlot;
import mnvh.event.NewOrderSection;
import mnvh.event.Notice;
import mnvh.event.NoticeSection;
import mnvh.event.OutboundFrame;
import mnvh.event.SectionKind;
import mnvh.event.SessionEvent;
import mnvh.event.SessionState;
import mnvh.event.StepOutcome;
import mnvh.event.StepSection;
import mnvh.monitor.RunMonitor;
import mnvh.units.Component;
import mnvh.units.FixedPoint;

/** A monitor fed by hand, for the views. */
final class Snapshots {
    private static final long CLOSE_NS = 1_767_571_200_000_000_000L;

    private final RunMonitor monitor = new RunMonitor(JournaledNames.monitor());
    private final OutboundFrame frame = new OutboundFrame(OutboundFrame.capacityFor(2, 100));
    private long frames;

    RunMonitor monitor() {
        return monitor;
    }

    void sessionUp() {
        EventSlot slot = new EventSlot();
        new SessionEvent().begin(slot, CLOSE_NS).state(SessionState.UP).text("logged on");
        monitor.onEvent(slot, 3, true);
    }

    void step(long number) {
        frame.begin(number, CLOSE_NS);
        new StepSection()
                .wrap(frame.buffer(), frame.section(SectionKind.STEP, StepSection.LENGTH))
                .step(number)
                .closeNs(CLOSE_NS + number * 1_000_000_000L)
                .outcome(StepOutcome.TRADED.ordinal())
                .equity(1_000_123_45000000L)
                .peakEquity(1_000_200_00000000L)
                .gross(1_200_148_14000000L)
                .marketBetaRatio(0.0123)
                .throttle(0.8)
                .financingScale(FixedPoint.RATE_SCALE)
                .riskScale(FixedPoint.RATE_SCALE / 2);
        frame.component(Component.MTM, 0, 0, 200_00000000L);
        frame.component(Component.FEE, 0, 0, -76_55000000L);
        new NewOrderSection().wrap(frame.buffer(), frame.section(SectionKind.NEW_ORDER, NewOrderSection.LENGTH));
        publish();
    }

    void halted() {
        frame.begin(9, CLOSE_NS);
        new NoticeSection()
                .wrap(frame.buffer(), frame.section(SectionKind.NOTICE, NoticeSection.LENGTH))
                .code(Notice.DRAWDOWN_LIMIT.ordinal())
                .stateAfter(2);
        publish();
    }

    private void publish() {
        frame.conclude();
        frames++;
        monitor.onFrame(frame, frames, true);
    }
}
