package mnvh.order;

/** What a fill, or the correction of one, that is booked is to our orders. */
public enum FillOutcome {
    /** On a working order, within its quantity. */
    EXPECTED,
    /** On an order that had ended: alarm. */
    LATE,
    /** Beyond the order's quantity: alarm, halt. */
    OVERFILL,
    /** On an order that never left, or whose fills are not the ones we counted: alarm, halt. */
    CONTRADICTING,
    /** On no order of ours: alarm, halt. */
    ORPHAN
}
