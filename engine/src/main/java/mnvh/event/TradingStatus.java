package mnvh.event;

/** SecurityTradingStatus(326) as far as trading depends on it. */
public enum TradingStatus {
    /** Orders are accepted. */
    TRADING,
    /** Orders are not accepted. */
    HALTED;

    private static final TradingStatus[] VALUES = values();

    /** @return the constant at {@code ordinal}, without allocating */
    public static TradingStatus of(int ordinal) {
        return VALUES[ordinal];
    }
}
