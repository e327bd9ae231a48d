package mnvh.event;

/** State of the venue session. */
public enum SessionState {
    /** Logged on; orders may leave. */
    UP,
    /** Not logged on. */
    DOWN,
    /** The venue refused the logon. */
    REFUSED,
    /** Logged on to a venue without a resend: what was missed is still being fetched; UP says that it is complete. */
    RECONCILING,
    /** Logged out: MsgSeqNum(34) below the expected one without PossDupFlag(43); a person has to decide. */
    SEQUENCE_TOO_LOW;

    private static final SessionState[] VALUES = values();

    /** @return the constant at {@code ordinal}, without allocating */
    public static SessionState of(int ordinal) {
        return VALUES[ordinal];
    }
}
