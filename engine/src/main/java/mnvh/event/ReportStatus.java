package mnvh.event;

/** Whether the venue answered what was asked of it. */
public enum ReportStatus {
    /** It reported the number. */
    REPORTED,
    /** No number came; the text says why. */
    FAILED;

    private static final ReportStatus[] VALUES = values();

    /** @return the constant at {@code ordinal}, without allocating */
    public static ReportStatus of(int ordinal) {
        return VALUES[ordinal];
    }
}
