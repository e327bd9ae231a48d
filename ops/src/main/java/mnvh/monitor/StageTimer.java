package mnvh.monitor;

import mnvh.event.EventConsumer;
import mnvh.event.EventKind;
import mnvh.event.EventSlot;
import mnvh.units.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Times a consumer of the inbound stream from outside it: how long each event waited, how long the consumer took.
 *
 * <p>Runs on the consumer's thread and reads the given clock twice per event; what it wraps reads none. Allocates
 * nothing after construction.
 */
final class StageTimer implements EventConsumer {
    private final EventConsumer timed;
    private final Clock ticks;
    private final LatencyHistogram marketData;
    private final LatencyHistogram step;
    private final LatencyHistogram other;
    private final LatencyHistogram queue;
    private final Stamps published;
    private final LatencyTaps.CurrentEvent current;
    private final @Nullable PauseLog pauses;

    /**
     * @param timed the consumer whose work is measured
     * @param ticks a monotonic clock
     * @param latencies where durations go
     * @param published when each slot was published
     * @param current told of the event in hand
     * @param pauses takes the long events, or null
     */
    StageTimer(
            EventConsumer timed,
            Clock ticks,
            StageLatencies latencies,
            Stamps published,
            LatencyTaps.CurrentEvent current,
            @Nullable PauseLog pauses) {
        this.timed = timed;
        this.ticks = ticks;
        this.marketData = latencies.of(Stage.MARKET_DATA);
        this.step = latencies.of(Stage.STEP);
        this.other = latencies.of(Stage.OTHER);
        this.queue = latencies.of(Stage.QUEUE);
        this.published = published;
        this.current = current;
        this.pauses = pauses;
    }

    @Override
    public void onEvent(EventSlot slot, long sequence, boolean endOfBatch) {
        int kind = slot.kind();
        long publishedNs = published.has(slot.claim()) ? published.at(slot.claim()) : 0;
        current.publishedNs = publishedNs;
        if (kind == EventKind.MARKET_DATA) {
            current.tickNs = publishedNs;
        }
        long startNs = ticks.nowNs();
        timed.onEvent(slot, sequence, endOfBatch);
        long endNs = ticks.nowNs();
        Stage stage = Stage.OTHER;
        if (kind == EventKind.MARKET_DATA) {
            stage = Stage.MARKET_DATA;
            marketData.record(endNs - startNs);
        } else if (kind == EventKind.TIMER) {
            stage = Stage.STEP;
            step.record(endNs - startNs);
        } else {
            other.record(endNs - startNs);
        }
        if (publishedNs != 0) {
            queue.record(startNs - publishedNs);
        }
        if (pauses != null) {
            pauses.offer(stage, sequence, publishedNs == 0 ? startNs : publishedNs, startNs, endNs);
        }
    }
}
