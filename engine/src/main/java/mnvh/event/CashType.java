package mnvh.event;

/** How cash moved without a trade. */
public enum CashType {
    /** From outside, or to it. */
    EXTERNAL,
    /** From one currency into another. */
    CONVERSION;

    private static final CashType[] VALUES = values();

    /** @return the constant at {@code ordinal}, without allocating */
    public static CashType of(int ordinal) {
        return VALUES[ordinal];
    }
}
