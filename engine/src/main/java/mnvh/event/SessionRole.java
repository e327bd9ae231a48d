package mnvh.event;

/** Which of the venue's sessions is meant. */
public enum SessionRole {
    /** Orders, their reports and market data. */
    TRADING,
    /** Every execution once more. */
    DROP_COPY;

    private static final SessionRole[] VALUES = values();

    /** @return the constant at {@code ordinal}, without allocating */
    public static SessionRole of(int ordinal) {
        return VALUES[ordinal];
    }
}
