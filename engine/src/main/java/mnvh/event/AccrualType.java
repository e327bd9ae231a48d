package mnvh.event;

/** What a balance or a short position accrued. */
public enum AccrualType {
    /** What is sold short was borrowed. */
    BORROW,
    /** Interest on a currency's wallet. */
    INTEREST;

    private static final AccrualType[] VALUES = values();

    /** @return the constant at {@code ordinal}, without allocating */
    public static AccrualType of(int ordinal) {
        return VALUES[ordinal];
    }
}
