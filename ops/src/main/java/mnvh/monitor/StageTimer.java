package mnvh.monitor;

import mnvh.event.EventConsumer;
import mnvh.event.EventKind;
import mnvh.event.EventSlot;
import mnvh.units.Clock;

/**
 * Times a consumer of the inbound stream from outside it: how long a step takes, how long each other event.
 *
 * <p>Runs on the consumer's thread and reads the given clock twice per event; what it wraps reads none.
 */
public final class StageTimer implements EventConsumer {
    private final EventConsumer timed;
    private final Clock ticks;
    private final Metrics metrics;

    /**
     * @param timed the consumer whose work is measured
     * @param ticks a monotonic clock
     * @param metrics receives the durations
     */
    public StageTimer(EventConsumer timed, Clock ticks, Metrics metrics) {
        this.timed = timed;
        this.ticks = ticks;
        this.metrics = metrics;
    }

    @Override
    public void onEvent(EventSlot slot, long sequence, boolean endOfBatch) {
        boolean step = slot.kind() == EventKind.TIMER;
        long start = ticks.nowNs();
        timed.onEvent(slot, sequence, endOfBatch);
        long elapsedNs = ticks.nowNs() - start;
        if (step) {
            metrics.recordStep(elapsedNs);
        } else {
            metrics.recordEvent(elapsedNs);
        }
    }
}
