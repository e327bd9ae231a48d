package mnvh.event;

/** Reads inbound slots in order, on one thread. */
@FunctionalInterface
public interface EventConsumer {
    /**
     * @param slot valid during the call only
     * @param sequence place in the inbound stream, also in the slot's header
     * @param endOfBatch true when no further slot is ready
     */
    void onEvent(EventSlot slot, long sequence, boolean endOfBatch);
}
