package mnvh.event;

/** OrdStatus(39) as a status report gives it. */
public enum OrderStatus {
    /** No status report. */
    NONE,
    /** Received, nothing decided: 39=A. */
    PENDING_NEW,
    /** Works, nothing filled: 39=0. */
    NEW,
    /** Works, part of it filled: 39=1. */
    PARTIALLY_FILLED,
    /** Nothing is left: 39=2. */
    FILLED,
    /** A cancel is under way: 39=6. */
    PENDING_CANCEL,
    /** A replacement is under way: 39=E. */
    PENDING_REPLACE,
    /** Taken out: 39=4. */
    CANCELED,
    /** Refused: 39=8. */
    REJECTED,
    /** Ended by its time in force: 39=C or 3. */
    EXPIRED;

    private static final OrderStatus[] VALUES = values();

    /** @return the constant at {@code ordinal}, without allocating */
    public static OrderStatus of(int ordinal) {
        return VALUES[ordinal];
    }
}
