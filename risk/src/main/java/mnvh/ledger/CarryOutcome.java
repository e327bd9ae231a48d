package mnvh.ledger;

/** What became of a funding, borrow or interest record. */
public enum CarryOutcome {
    /** Booked, be it as nothing. */
    BOOKED,
    /** Its boundary is booked; nothing happened. */
    REPEATED,
    /** Its boundary is older than the last one booked and not known to be booked itself; nothing happened. */
    OUT_OF_ORDER,
    /** The instrument has no carry of this kind; nothing happened. */
    NOT_APPLICABLE,
    /** Too many fills came since the boundary to know what was held into it; nothing happened. */
    POSITION_UNKNOWN
}
