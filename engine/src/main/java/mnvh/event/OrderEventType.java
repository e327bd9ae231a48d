package mnvh.event;

/** What an OrderEvent reports; named after ExecType(150) and the reject messages. */
public enum OrderEventType {
    /** Accepted: 150=0. */
    NEW,
    /** Cancelled, asked for or not: 150=4. */
    CANCELED,
    /** Refused by the venue: 150=8, 35=3 or 35=j. */
    REJECTED,
    /** Ended by its time in force: 150=C or 3. */
    EXPIRED,
    /** Cancel received: 150=6. */
    PENDING_CANCEL,
    /** Cancel refused: 35=9. */
    CANCEL_REJECTED,
    /** Never left: refused at our own gateway. */
    NOT_SENT,
    /** The session fell while the outcome was open. */
    UNKNOWN;

    private static final OrderEventType[] VALUES = values();

    /** @return the constant at {@code ordinal}, without allocating */
    public static OrderEventType of(int ordinal) {
        return VALUES[ordinal];
    }
}
