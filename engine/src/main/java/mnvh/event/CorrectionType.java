package mnvh.event;

/** What a venue does to a fill it reported before; ExecType(150) H and G. */
public enum CorrectionType {
    /** It never was. */
    BUST,
    /** It was another one. */
    CORRECT;

    private static final CorrectionType[] VALUES = values();

    /** @return the constant at {@code ordinal}, without allocating */
    public static CorrectionType of(int ordinal) {
        return VALUES[ordinal];
    }
}
