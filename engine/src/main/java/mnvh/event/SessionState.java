package mnvh.event;

/** State of the venue session. */
public enum SessionState {
    /** Logged on; orders may leave. */
    UP,
    /** Not logged on. */
    DOWN,
    /** The venue refused the logon. */
    REFUSED;

    private static final SessionState[] VALUES = values();

    /** @return the constant at {@code ordinal}, without allocating */
    public static SessionState of(int ordinal) {
        return VALUES[ordinal];
    }
}
