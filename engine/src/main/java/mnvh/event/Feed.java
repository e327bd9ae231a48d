package mnvh.event;

/** Fills an ingress from outside. */
public interface Feed extends AutoCloseable {
    /** Starts publishing. */
    void start();

    /** Stops publishing; what was published stays. */
    @Override
    void close();
}
