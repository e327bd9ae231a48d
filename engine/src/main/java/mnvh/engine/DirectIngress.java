package mnvh.engine;

import mnvh.event.EventConsumer;
import mnvh.event.EventSlot;
import mnvh.event.Ingress;
import mnvh.units.HotPath;

/**
 * The way into the core without a ring: publishing runs the consumers on the caller's thread.
 *
 * <p>Single-threaded and never re-entrant: a consumer that publishes is an error. Allocates nothing.
 */
@HotPath
public final class DirectIngress implements Ingress {
    private final EventSlot slot = new EventSlot();
    private final EventConsumer[] consumers;
    private long sequence;
    private boolean claimed;

    /**
     * @param firstSequence sequence of the first event
     * @param consumers called in this order for every event
     */
    public DirectIngress(long firstSequence, EventConsumer... consumers) {
        this.sequence = firstSequence - 1;
        this.consumers = consumers.clone();
    }

    @Override
    public EventSlot claim() {
        if (claimed) {
            throw new IllegalStateException("an event is already in hand: publish it before claiming the next");
        }
        claimed = true;
        return slot;
    }

    @Override
    public long sequenceOf(EventSlot claimedSlot) {
        return sequence + 1;
    }

    @Override
    public void publish(EventSlot filled) {
        sequence++;
        filled.sequence(sequence);
        for (int i = 0; i < consumers.length; i++) {
            consumers[i].onEvent(filled, sequence, true);
        }
        claimed = false;
    }

    /** @return sequence of the last event published */
    public long sequence() {
        return sequence;
    }
}
