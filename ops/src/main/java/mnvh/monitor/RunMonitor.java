package mnvh.monitor;

import mnvh.event.EventConsumer;
import mnvh.event.EventSlot;
import mnvh.event.FrameConsumer;
import mnvh.event.OutboundFrame;

/**
 * The read-only consumer of both streams: counts what passes and shows it to an operator.
 *
 * <p>{@link #onEvent} belongs to one thread and allocates nothing per event; {@link #onFrame} belongs to one thread,
 * the same or another, and builds a reading at the end of each batch; {@link #snapshot()} is for any thread.
 */
public final class RunMonitor implements EventConsumer, FrameConsumer {
    private final InboundCounters inbound = new InboundCounters();
    private final OutboundCounters outbound;
    private final BreakBook breaks = new BreakBook();
    private final OutcomeBook outcomes = new OutcomeBook();
    private final TermBook terms = new TermBook();
    private volatile OutboundReading outboundReading;

    /** @param names words for the ordinals in the records */
    public RunMonitor(RunNames names) {
        outbound = new OutboundCounters(names);
        outboundReading = outbound.reading();
    }

    @Override
    public void onEvent(EventSlot slot, long sequence, boolean endOfBatch) {
        inbound.count(slot, sequence);
        breaks.at(sequence, slot.timestampNs());
    }

    @Override
    public void onFrame(OutboundFrame frame, long sequence, boolean endOfBatch) {
        outbound.count(frame, sequence);
        breaks.read(frame.buffer(), 0);
        outcomes.read(frame.buffer(), 0);
        terms.read(frame.buffer(), 0);
        if (endOfBatch) {
            outboundReading = outbound.reading();
        }
    }

    /** @return both streams as far as they were read */
    public RunSnapshot snapshot() {
        return new RunSnapshot(inbound.reading(), outboundReading);
    }

    /** @return the differences to the venue that are open */
    public BreakBook breaks() {
        return breaks;
    }

    /** @return what became of what operators asked */
    public OutcomeBook outcomes() {
        return outcomes;
    }

    /** @return limits, margin factors and fees in force */
    public TermBook terms() {
        return terms;
    }
}
