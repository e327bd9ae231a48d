package mnvh.config;

/** How regression beta is kept near zero. */
public enum NeutralityMode {
    /** Not at all. */
    NONE("none"),
    /** By the nearest vector that returns the book's exposure to zero. */
    DRIVER("driver"),
    /** By trades in hedge instruments that take the exposure the list would leave. */
    HEDGE("hedge");

    private final String text;

    NeutralityMode(String text) {
        this.text = text;
    }

    /** @return the word used in configuration files */
    public String text() {
        return text;
    }
}
