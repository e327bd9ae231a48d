package mnvh.event;

/** Why an instrument is settled. */
public enum SettlementType {
    /** It expired. */
    EXPIRY,
    /** The venue delists it. */
    DELISTING;

    private static final SettlementType[] VALUES = values();

    /** @return the constant at {@code ordinal}, without allocating */
    public static SettlementType of(int ordinal) {
        return VALUES[ordinal];
    }
}
