package mnvh.engine;

import com.lmax.disruptor.RingBuffer;
import mnvh.event.EventSlot;
import mnvh.event.Ingress;
import mnvh.units.HotPath;

/** The way into the core through the ring. Any thread; waits while the ring is full. Allocates nothing. */
@HotPath
final class RingIngress implements Ingress {
    private final RingBuffer<EventSlot> ring;
    private final long firstSequence;

    /** @param firstSequence place in the inbound stream of the ring's first event */
    RingIngress(RingBuffer<EventSlot> ring, long firstSequence) {
        this.ring = ring;
        this.firstSequence = firstSequence;
    }

    @Override
    public EventSlot claim() {
        long position = ring.next();
        EventSlot slot = ring.get(position);
        slot.claim(position);
        return slot;
    }

    @Override
    public long sequenceOf(EventSlot claimed) {
        return claimed.claim() + firstSequence;
    }

    @Override
    public void publish(EventSlot slot) {
        ring.publish(slot.claim());
    }
}
