package mnvh.config;

/** When an order decided on a bar is filled in a backtest. */
public enum BarFill {
    /** At the close it was decided on. */
    SAME_CLOSE("same-close"),
    /** At the following close. */
    NEXT_CLOSE("next-close");

    private final String text;

    BarFill(String text) {
        this.text = text;
    }

    /** @return the word used in configuration files */
    public String text() {
        return text;
    }
}
