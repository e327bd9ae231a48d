package mnvh.monitor;

/** A request of the control API that is not accepted; the message names the field. */
public final class ControlRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    /** @param status of the HTTP answer */
    public ControlRefusal(int status, String message) {
        super(message);
        this.status = status;
    }

    /** @return status of the HTTP answer */
    public int status() {
        return status;
    }
}
