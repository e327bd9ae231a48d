package mnvh.config;

/** How an estimator forgets. */
public enum Averaging {
    /** A window: the last steps count the same, what came before them not at all. */
    ROLLING("rolling"),
    /** Exponentially: the newest step weighs one over the length, every older one less than the one after it. */
    EWMA("ewma");

    private final String text;

    Averaging(String text) {
        this.text = text;
    }

    /** @return the word used in configuration files */
    public String text() {
        return text;
    }
}
