package mnvh.fix;

import java.util.concurrent.atomic.AtomicLong;
import mnvh.event.EventSlot;
import mnvh.event.Ingress;
import mnvh.event.Refusal;
import mnvh.event.RefusedEvent;

/** Tells the core what was refused at the edge, and counts it. Publishes on the calling thread. */
final class Refusals {
    private final Ingress ingress;
    private final VenueTime time;
    private final AtomicLong count = new AtomicLong();

    Refusals(Ingress ingress, VenueTime time) {
        this.ingress = ingress;
        this.time = time;
    }

    /** @param instrument index in the universe, -1 where it has none */
    void refuse(Refusal refusal, int instrument, String text) {
        count.incrementAndGet();
        EventSlot slot = ingress.claim();
        new RefusedEvent()
                .begin(slot, time.nowNs())
                .refusal(refusal)
                .instrument(instrument)
                .text(text);
        ingress.publish(slot);
    }

    /** @return how many refusals there were */
    long count() {
        return count.get();
    }
}
