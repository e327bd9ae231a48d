package mnvh.universe;

/** Whose losses an instrument's margin answers for. */
public enum MarginMode {
    /** All of the account's equity stands behind the position, and its profit behind the others'. */
    CROSS("cross"),
    /** The position has margin of its own: nobody else's profit helps it, and its own helps nobody. */
    ISOLATED("isolated");

    private final String text;

    MarginMode(String text) {
        this.text = text;
    }

    /** @return the word used in universe files */
    public String text() {
        return text;
    }
}
