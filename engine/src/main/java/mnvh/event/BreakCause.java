package mnvh.event;

/** What showed a difference between the books and the venue. */
public enum BreakCause {
    /** The venue's wallet differs; in suspense. */
    BALANCE,
    /** A fee of a fill that is unknown or too old; in suspense. */
    FEE_UNKNOWN_FILL,
    /** The venue's position differs; never booked. */
    POSITION,
    /** The venue's total of fees differs; its part in the wallet shows there, so it is not booked. */
    FEES_TOTAL,
    /** The venue's total of funding differs; its part in the wallet shows there, so it is not booked. */
    FUNDING_TOTAL,
    /** Fills that are booked and that the drop copy has not told in time. */
    FILL_UNCOPIED,
    /** Fills that only the drop copy has told in time; never booked. */
    FILL_UNBOOKED;

    private static final BreakCause[] VALUES = values();

    /** @return the constant at {@code ordinal}, without allocating */
    public static BreakCause of(int ordinal) {
        return VALUES[ordinal];
    }

    /** @return true where it is of an instrument, not of a currency */
    public boolean ofInstrument() {
        return this == POSITION || this == FILL_UNCOPIED || this == FILL_UNBOOKED;
    }

    /** @return true where the amount is in suspense, and an operator can say what it was */
    public boolean booked() {
        return this == BALANCE || this == FEE_UNKNOWN_FILL;
    }
}
