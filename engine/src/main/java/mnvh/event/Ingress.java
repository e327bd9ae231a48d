package mnvh.event;

/**
 * The way into the core. Claim a slot, fill it through a flyweight's {@code begin}, publish it; always in a pair.
 *
 * <p>Any thread may use it; every claimed slot must be published by the thread that claimed it.
 */
public interface Ingress {
    /** @return a free slot; waits while there is none */
    EventSlot claim();

    /** @return the place in the inbound stream that a claimed slot will have */
    long sequenceOf(EventSlot claimed);

    /** Hands a filled slot to the core. */
    void publish(EventSlot slot);
}
