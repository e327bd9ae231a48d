package mnvh.config;

/** How target weights come about. */
public enum WeightSchemeName {
    /** 1/n. */
    EQUAL("equal"),
    /** Given one by one. */
    FIXED("fixed"),
    /** Inverse of the volatility. */
    INVERSE_VOL("inverse-vol"),
    /** Least variance on a shrunk covariance. */
    SHRINKAGE_MARKOWITZ("shrinkage-markowitz");

    private final String text;

    WeightSchemeName(String text) {
        this.text = text;
    }

    /** @return the word used in configuration files */
    public String text() {
        return text;
    }
}
