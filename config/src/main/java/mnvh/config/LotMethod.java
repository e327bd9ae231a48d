package mnvh.config;

/** Which lots a closing fill consumes. */
public enum LotMethod {
    /** The oldest first. */
    FIFO("fifo");

    private final String text;

    LotMethod(String text) {
        this.text = text;
    }

    /** @return the word used in configuration files */
    public String text() {
        return text;
    }
}
