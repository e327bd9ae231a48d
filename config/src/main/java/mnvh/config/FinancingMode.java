package mnvh.config;

/** How a basket is paid for; the paper's eq. (1) and its readings. */
public enum FinancingMode {
    /** From the ledger's own cash, down to a floor. */
    FUNDED("funded"),
    /** Net cash demand zero by scaling the larger side. */
    EXCESS_SIDE("excess-side"),
    /** Net cash demand zero by the nearest vector. */
    PROJECTION("projection"),
    /** The paper's letter: one root for the whole basket. */
    SCALAR("scalar");

    private final String text;

    FinancingMode(String text) {
        this.text = text;
    }

    /** @return the word used in configuration files */
    public String text() {
        return text;
    }
}
