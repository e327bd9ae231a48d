package mnvh.event;

/** Why input was refused at the edge. */
public enum Refusal {
    /** The symbol is not in the universe. */
    UNKNOWN_SYMBOL,
    /** Zero, negative, not a number, not representable or absurdly large. */
    BAD_PRICE,
    /** Zero, negative, not a number or not representable. */
    BAD_SIZE,
    /** A required field is missing or cannot be read. */
    MALFORMED,
    /** A message type nobody asked for. */
    UNSUPPORTED,
    /** An execution report that cannot be read: the books may miss a fill. */
    EXECUTION,
    /** A request of the control API: no token of this start, or not to be understood. */
    CONTROL;

    private static final Refusal[] VALUES = values();

    /** @return the constant at {@code ordinal}, without allocating */
    public static Refusal of(int ordinal) {
        return VALUES[ordinal];
    }
}
