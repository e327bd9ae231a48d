package mnvh.bench;

import java.util.List;
import mnvh.engine.TradingEngine;
import mnvh.event.EventConsumer;
import mnvh.event.EventHeader;
import mnvh.event.EventSlot;
import mnvh.event.MarketDataEvent;
import mnvh.event.OutboundFrame;

/** One hop through the engine's own ingress: from before the claim to the moment the core's thread holds the event. */
final class RingHop implements EventConsumer, AutoCloseable {
    private static final long WAIT_NS = 30_000_000_000L;

    private final TradingEngine engine;
    private final Latencies taken;
    private final MarketDataEvent event = new MarketDataEvent();
    private volatile long seen;

    /** @param most events that one call of {@link #take} measures at most */
    RingHop(int most) {
        taken = new Latencies(most);
        engine = new TradingEngine(
                OutboundFrame.capacityFor(1, 1),
                EventHeader.FIRST_EVENT,
                egress -> List.of(this),
                List.of(),
                failure -> taken.clear());
        engine.start();
    }

    @Override
    public void onEvent(EventSlot slot, long sequence, boolean endOfBatch) {
        taken.add(System.nanoTime() - event.wrap(slot.buffer(), 0).receivedNs());
        seen++;
    }

    /**
     * @param count events
     * @param perSecond events in a second
     * @param burst events published without a pause
     * @return p50 and p99, ns
     */
    double[] take(int count, int perSecond, int burst) {
        MarketDataEvent published = new MarketDataEvent();
        Pace pace = new Pace(perSecond / burst);
        seen = 0;
        taken.clear();
        pace.start();
        for (int i = 0; i < count; i++) {
            if (i % burst == 0) {
                pace.await();
            }
            long startNs = System.nanoTime();
            EventSlot slot = engine.ingress().claim();
            published.begin(slot, 1).instrument(0).receivedNs(startNs);
            engine.ingress().publish(slot);
        }
        long startNs = System.nanoTime();
        while (seen < count) {
            if (System.nanoTime() - startNs > WAIT_NS) {
                throw new IllegalStateException("the core saw " + seen + " of " + count + " events");
            }
            Thread.yield();
        }
        return taken.percentiles(50, 99);
    }

    @Override
    public void close() {
        engine.close();
    }
}
