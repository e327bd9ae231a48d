package mnvh.order;

/** OrdStatus(39) in FIX words, and two states of our own: DENIED and UNKNOWN. */
public enum OrderState {
    /** Sent; the venue has not answered. */
    PENDING_NEW(true),
    /** The venue works it. */
    NEW(true),
    /** The venue works what is left of it. */
    PARTIALLY_FILLED(true),
    /** Nothing is left. */
    FILLED(false),
    /** A cancel was sent; it still works. */
    PENDING_CANCEL(true),
    /** The venue took it out. */
    CANCELED(false),
    /** The venue refused it. */
    REJECTED(false),
    /** Its time in force ended it. */
    EXPIRED(false),
    /** Ours: it never left. */
    DENIED(false),
    /** Ours: it left and its outcome is not known; it counts as working until the venue tells. */
    UNKNOWN(true),
    /** A replacement was sent; it works on the old terms or on the new ones. */
    PENDING_REPLACE(true);

    private static final OrderState[] VALUES = values();

    private final boolean working;

    OrderState(boolean working) {
        this.working = working;
    }

    /** @return true while the order may still fill, and so counts against every limit */
    public boolean working() {
        return working;
    }

    /** @return the constant at {@code ordinal}, without allocating */
    public static OrderState of(int ordinal) {
        return VALUES[ordinal];
    }
}
