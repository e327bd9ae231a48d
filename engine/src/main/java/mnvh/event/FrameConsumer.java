package mnvh.event;

/** Reads outbound frames in order, on one thread. */
@FunctionalInterface
public interface FrameConsumer {
    /**
     * @param frame valid during the call only
     * @param sequence place in the outbound stream, also in the frame's header
     * @param endOfBatch true when no further frame is ready
     */
    void onFrame(OutboundFrame frame, long sequence, boolean endOfBatch);
}
