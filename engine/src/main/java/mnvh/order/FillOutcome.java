package mnvh.order;

/** What a fill is to our orders; everything but a repetition is booked. */
public enum FillOutcome {
    /** On a working order, within its quantity. */
    EXPECTED,
    /** On an order that had ended: booked, alarm. */
    LATE,
    /** Beyond the order's quantity: booked, alarm, halt. */
    OVERFILL,
    /** On an order that never left, or one of whose fills was missed: booked, alarm, halt. */
    CONTRADICTING,
    /** On no order of ours: booked, alarm, halt. */
    ORPHAN,
    /** An execution booked before: not booked again. */
    REPEATED,
    /** An execution booked before with other content: not booked, alarm, halt. */
    CONFLICTING
}
