package mnvh.config;

/** Which price of an update marks a position. */
public enum MarkSource {
    /** Half of bid plus ask. */
    MID("mid"),
    /** The last trade. */
    LAST("last"),
    /** The venue's own mark price. */
    VENUE_MARK("venue-mark");

    private final String text;

    MarkSource(String text) {
        this.text = text;
    }

    /** @return the word used in configuration files */
    public String text() {
        return text;
    }
}
