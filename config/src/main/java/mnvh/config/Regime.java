package mnvh.config;

/** How the idiosyncratic part of synthetic returns behaves. */
public enum Regime {
    /** Relative moves revert. */
    REVERT("revert"),
    /** Relative moves persist. */
    TREND("trend");

    private final String text;

    Regime(String text) {
        this.text = text;
    }

    /** @return the word used in configuration files */
    public String text() {
        return text;
    }
}
