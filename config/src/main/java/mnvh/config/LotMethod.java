package mnvh.config;

/** Which lots a closing fill consumes. */
public enum LotMethod {
    /** The oldest first. */
    FIFO("fifo"),
    /** The newest first. */
    LIFO("lifo"),
    /** A share of all: there is one lot, at the average. */
    AVERAGE("average");

    private final String text;

    LotMethod(String text) {
        this.text = text;
    }

    /** @return the word used in configuration files */
    public String text() {
        return text;
    }
}
