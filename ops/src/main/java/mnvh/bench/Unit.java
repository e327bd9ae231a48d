package mnvh.bench;

/** What a figure counts. */
public enum Unit {
    /** Nanoseconds. */
    NS("ns"),
    /** Microseconds. */
    US("us"),
    /** Milliseconds. */
    MS("ms"),
    /** Bytes. */
    BYTES("B"),
    /** Bytes per second. */
    BYTES_PER_S("B/s"),
    /** Things per second. */
    PER_S("1/s");

    private final String text;

    Unit(String text) {
        this.text = text;
    }

    /** @return as tables show it */
    public String text() {
        return text;
    }
}
