package mnvh.config;

/**
 * The second FIX session, on which the venue tells every fill again.
 *
 * @param senderCompId SenderCompID(49)
 * @param targetCompId TargetCompID(56)
 * @param host where to connect
 * @param port where to connect; 0 where an embedded simulator chooses
 * @param withinSteps closed steps after which a fill that one session alone has told is a break, at least 1
 */
public record DropCopyConfig(String senderCompId, String targetCompId, String host, int port, int withinSteps) {
    /** @return the same at another port */
    DropCopyConfig at(int newPort) {
        return new DropCopyConfig(senderCompId, targetCompId, host, newPort, withinSteps);
    }
}
