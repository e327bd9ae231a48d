package mnvh.config;

/** What the journal promises to survive. */
public enum Durability {
    /** Death of the process. */
    PROCESS("process"),
    /** Loss of power, up to the sync interval. */
    INTERVAL("interval"),
    /** Loss of power, every event. */
    ALWAYS("always");

    private final String text;

    Durability(String text) {
        this.text = text;
    }

    /** @return the word used in configuration files */
    public String text() {
        return text;
    }
}
