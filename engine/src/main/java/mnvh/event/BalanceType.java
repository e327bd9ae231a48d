package mnvh.event;

/** What a balance report tells of a currency. */
public enum BalanceType {
    /** The wallet. */
    WALLET,
    /** All fees and rebates since the start. */
    FEES,
    /** All funding since the start. */
    FUNDING;

    private static final BalanceType[] VALUES = values();

    /** @return the constant at {@code ordinal}, without allocating */
    public static BalanceType of(int ordinal) {
        return VALUES[ordinal];
    }
}
