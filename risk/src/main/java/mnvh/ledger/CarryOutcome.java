package mnvh.ledger;

/** What became of a funding, borrow or interest record. */
public enum CarryOutcome {
    /** Booked, be it as nothing. */
    BOOKED,
    /** Its boundary is not newer than the last one booked; nothing happened. */
    REPEATED,
    /** The instrument has no carry of this kind; nothing happened. */
    NOT_APPLICABLE,
    /** Too many fills came since the boundary to know what was held into it; nothing happened. */
    POSITION_UNKNOWN
}
