package mnvh.monitor;

/** The operator's endpoint cannot be opened; the message says why and what to change. */
public final class EndpointException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EndpointException(String message, Throwable cause) {
        super(message, cause);
    }
}
