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
    UNKNOWN,
    /** Replaced: 150=5; quantity and price are the report's, the id is the replacement's. */
    REPLACED,
    /** Replacement refused: 35=9 with 434=2, or 35=3 or 35=j of the request. */
    REPLACE_REJECTED,
    /** Replacement received: 150=E. */
    PENDING_REPLACE,
    /** The venue changed quantity or price by itself: 150=D. */
    RESTATED,
    /** The answer to a status request: 150=I, with OrdStatus(39). */
    STATUS,
    /** A status request was answered that there is no such order: 39=8 or 35=9 with 102=1. */
    NOT_FOUND,
    /**
     * Trades were searched, or an operator looked: an order of unknown outcome will not fill any more, and CumQty(14)
     * is all that did.
     */
    CLOSED,
    /** A mass cancel was accepted: 35=r; it names no order, and each ends by its own report. */
    MASS_CANCELED;

    private static final OrderEventType[] VALUES = values();

    /** @return the constant at {@code ordinal}, without allocating */
    public static OrderEventType of(int ordinal) {
        return VALUES[ordinal];
    }
}
