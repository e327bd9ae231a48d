package mnvh.event;

/** The way out of the core, used by the core's thread only. One cause, at most one frame. */
public interface Egress {
    /** @return an empty frame; waits while there is none */
    OutboundFrame claim();

    /** Hands a concluded frame to the journal and then to the venue. */
    void publish(OutboundFrame frame);
}
