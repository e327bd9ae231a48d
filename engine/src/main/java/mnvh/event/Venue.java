package mnvh.event;

/** Where orders go: drains the egress and answers through an ingress. */
public interface Venue extends FrameConsumer, AutoCloseable {
    /** Stops sending. */
    @Override
    void close();
}
