package mnvh.monitor;

import mnvh.event.Egress;
import mnvh.event.EventConsumer;
import mnvh.event.EventSlot;
import mnvh.event.FrameConsumer;
import mnvh.event.FrameReader;
import mnvh.event.Ingress;
import mnvh.event.OutboundFrame;
import mnvh.event.SectionKind;
import mnvh.units.Clock;
import org.jspecify.annotations.Nullable;

/**
 * The four places of an event's way where time is read: published, handler, frame published, frame at the venue's door.
 *
 * <p>Stamps lie beside the rings, never in a record, so that what is journaled and decided is the same with and without
 * them. Each tap belongs to the thread of what it wraps. Allocates nothing after construction.
 */
public final class LatencyTaps {
    /** As long as the ingress or longer. */
    private static final int INGRESS_STAMPS = 1 << 14;
    /** As long as the egress or longer. */
    private static final int EGRESS_STAMPS = 1 << 10;

    private final StageLatencies latencies;
    private final Clock ticks;
    private final @Nullable PauseLog corePauses;
    private final @Nullable PauseLog exitPauses;
    private final @Nullable PauseLog egressWaits;
    private final Stamps published = new Stamps(INGRESS_STAMPS);
    private final Stamps causes = new Stamps(EGRESS_STAMPS);
    private final Stamps newestTicks = new Stamps(EGRESS_STAMPS);
    private final CurrentEvent current = new CurrentEvent();

    /**
     * @param latencies where durations go
     * @param ticks a monotonic clock, the same for all threads
     * @param corePauses takes the core's long events, or null
     * @param exitPauses takes the exit's late orders, or null
     * @param egressWaits takes the core's waits for a frame, or null
     */
    LatencyTaps(
            StageLatencies latencies,
            Clock ticks,
            @Nullable PauseLog corePauses,
            @Nullable PauseLog exitPauses,
            @Nullable PauseLog egressWaits) {
        this.latencies = latencies;
        this.ticks = ticks;
        this.corePauses = corePauses;
        this.exitPauses = exitPauses;
        this.egressWaits = egressWaits;
    }

    /** Histograms alone, no pauses. */
    public LatencyTaps(StageLatencies latencies, Clock ticks) {
        this(latencies, ticks, null, null, null);
    }

    /** @return {@code way} with every publication stamped */
    public Ingress ingress(Ingress way) {
        return new StampedIngress(way);
    }

    /** @return {@code handler} timed */
    public EventConsumer core(EventConsumer handler) {
        return new StageTimer(handler, ticks, latencies, published, current, corePauses);
    }

    /** @return {@code way} with the cause of every frame noted */
    public Egress egress(Egress way) {
        return new StampedEgress(way);
    }

    /** @return {@code venue} with orders timed before and while they are sent */
    public FrameConsumer venue(FrameConsumer venue) {
        return new OrderTimer(venue);
    }

    /** When the event in hand and the newest market data were published; 0 where unknown. Core thread only. */
    static final class CurrentEvent {
        long publishedNs;
        long tickNs;
    }

    private final class StampedIngress implements Ingress {
        private final Ingress way;

        StampedIngress(Ingress way) {
            this.way = way;
        }

        @Override
        public EventSlot claim() {
            return way.claim();
        }

        @Override
        public long sequenceOf(EventSlot claimed) {
            return way.sequenceOf(claimed);
        }

        @Override
        public void publish(EventSlot slot) {
            published.put(slot.claim(), ticks.nowNs());
            way.publish(slot);
        }
    }

    private final class StampedEgress implements Egress {
        private final Egress way;

        StampedEgress(Egress way) {
            this.way = way;
        }

        @Override
        public OutboundFrame claim() {
            long startNs = ticks.nowNs();
            OutboundFrame frame = way.claim();
            long endNs = ticks.nowNs();
            latencies.of(Stage.EGRESS_WAIT).record(endNs - startNs);
            if (egressWaits != null) {
                egressWaits.offer(Stage.EGRESS_WAIT, 0, startNs, endNs);
            }
            return frame;
        }

        @Override
        public void publish(OutboundFrame frame) {
            causes.put(frame.claim(), current.publishedNs);
            newestTicks.put(frame.claim(), current.tickNs);
            way.publish(frame);
        }
    }

    private final class OrderTimer implements FrameConsumer {
        private final FrameConsumer venue;
        private final FrameReader reader = new FrameReader();

        OrderTimer(FrameConsumer venue) {
            this.venue = venue;
        }

        @Override
        public void onFrame(OutboundFrame frame, long sequence, boolean endOfBatch) {
            if (!hasOrder(frame)) {
                venue.onFrame(frame, sequence, endOfBatch);
                return;
            }
            long atDoorNs = ticks.nowNs();
            long position = frame.claim();
            if (causes.has(position) && causes.at(position) != 0) {
                long causeNs = causes.at(position);
                latencies.of(Stage.EVENT_TO_ORDER).record(atDoorNs - causeNs);
                if (exitPauses != null) {
                    exitPauses.offer(Stage.EVENT_TO_ORDER, frame.cause(), causeNs, atDoorNs);
                }
                if (newestTicks.at(position) != 0) {
                    latencies.of(Stage.TICK_TO_ORDER).record(atDoorNs - newestTicks.at(position));
                }
            }
            venue.onFrame(frame, sequence, endOfBatch);
            latencies.of(Stage.SEND).record(ticks.nowNs() - atDoorNs);
        }

        private boolean hasOrder(OutboundFrame frame) {
            for (reader.wrap(frame.buffer(), 0); reader.next(); ) {
                if (reader.kind() == SectionKind.NEW_ORDER) {
                    return true;
                }
            }
            return false;
        }
    }
}
