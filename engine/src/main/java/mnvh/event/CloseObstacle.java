package mnvh.event;

/** Why a position cannot be closed in a step, as the value of {@link Notice#CLOSING_BLOCKED} gives its ordinal. */
public enum CloseObstacle {
    /** It can be closed again, or is. */
    NONE,
    /** No fresh price. */
    NO_PRICE,
    /** The venue does not trade it. */
    VENUE_HALTED,
    /** The venue reports another position than the books, or its drop copy fills that they lack. */
    POSITION_DIFFERS,
    /** A price jumped beyond belief. */
    QUARANTINED,
    /** The limits or the venue's minimums let no order pass; the notice's limit is the ordinal of the verdict. */
    DENIED;

    private static final CloseObstacle[] VALUES = values();

    /** @return the constant at {@code ordinal}, without allocating */
    public static CloseObstacle of(int ordinal) {
        return VALUES[ordinal];
    }
}
