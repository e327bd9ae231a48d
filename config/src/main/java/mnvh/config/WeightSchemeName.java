package mnvh.config;

/** How target weights come about. */
public enum WeightSchemeName {
    /** 1/n. */
    EQUAL("equal"),
    /** Given one by one. */
    FIXED("fixed"),
    /** Inverse of the rolling standard deviation. */
    INVERSE_VOL("inverse-vol");

    private final String text;

    WeightSchemeName(String text) {
        this.text = text;
    }

    /** @return the word used in configuration files */
    public String text() {
        return text;
    }
}
