package mnvh.venue;

/** Why the simulated venue refuses a cancel, with its CxlRejReason(102) and Text(58). */
public enum CancelRejection {
    TOO_LATE(0, "order is already filled, cancelled or expired"),
    UNKNOWN_ORDER(1, "unknown order");

    private final int fixCode;
    private final String text;

    CancelRejection(int fixCode, String text) {
        this.fixCode = fixCode;
        this.text = text;
    }

    /** @return the value of CxlRejReason(102) */
    public int fixCode() {
        return fixCode;
    }

    /** @return the sentence for Text(58) */
    public String text() {
        return text;
    }
}
