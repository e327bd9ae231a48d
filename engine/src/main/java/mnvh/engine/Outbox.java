package mnvh.engine;

import mnvh.event.BreakCause;
import mnvh.event.BreakSection;
import mnvh.event.Egress;
import mnvh.event.Notice;
import mnvh.event.NoticeSection;
import mnvh.event.OutboundFrame;
import mnvh.event.SectionKind;
import mnvh.risk.TradingState;
import mnvh.units.HotPath;
import org.jspecify.annotations.Nullable;

/**
 * One cause, one frame: collects what the event in hand causes and publishes it if there is anything.
 *
 * <p>A frame that stayed empty is kept for the next event. Core thread only; allocates nothing.
 */
@HotPath
final class Outbox {
    private final Egress egress;
    private final NoticeSection notice = new NoticeSection();
    private final BreakSection breakSection = new BreakSection();
    private @Nullable OutboundFrame frame;

    Outbox(Egress egress) {
        this.egress = egress;
    }

    /** Starts collecting for an inbound event. */
    OutboundFrame open(long causeSequence, long timestampNs) {
        OutboundFrame current = frame;
        if (current == null) {
            current = egress.claim();
            frame = current;
        }
        current.begin(causeSequence, timestampNs);
        return current;
    }

    /** Publishes what was collected, if anything. */
    void close() {
        OutboundFrame current = frame;
        if (current != null && current.sections() > 0) {
            current.conclude();
            frame = null;
            egress.publish(current);
        }
    }

    /** Writes a notice into the frame in hand. */
    void notice(Notice code, int instrument, long value, long limit, TradingState before, TradingState after) {
        OutboundFrame current = frame;
        if (current == null) {
            throw new IllegalStateException("a notice outside an event: " + code);
        }
        notice.wrap(current.buffer(), current.section(SectionKind.NOTICE, NoticeSection.LENGTH))
                .code(code.ordinal())
                .instrument(instrument)
                .value(value)
                .limit(limit)
                .stateBefore(before.ordinal())
                .stateAfter(after.ordinal());
    }

    /** Writes a difference to the venue, as it is now, into the frame in hand. */
    void difference(long breakId, long firstNs, BreakCause cause, int owner, long amount) {
        OutboundFrame current = frame;
        if (current == null) {
            throw new IllegalStateException("a break outside an event: " + breakId);
        }
        boolean held = cause.ofInstrument();
        breakSection
                .wrap(current.buffer(), current.section(SectionKind.BREAK, BreakSection.LENGTH))
                .breakId(breakId)
                .cause(cause)
                .instrument(held ? owner : -1)
                .currency(held ? -1 : owner)
                .amount(amount)
                .firstNs(firstNs);
    }
}
