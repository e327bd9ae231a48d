package mnvh.config;

/** How a difference to target is sent. */
public enum ExecutionStyle {
    /** Marketable limit order that never rests. */
    IOC("ioc");

    private final String text;

    ExecutionStyle(String text) {
        this.text = text;
    }

    /** @return the word used in configuration files */
    public String text() {
        return text;
    }
}
