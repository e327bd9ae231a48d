package mnvh.config;

/** What a run is for. */
public enum Mode {
    /** Real FIX against a simulator. */
    PAPER("paper"),
    /** Live data, simulated fills. */
    SHADOW("shadow"),
    /** Real orders. */
    LIVE("live"),
    /** Recorded bars on one thread. */
    BACKTEST("backtest");

    private final String text;

    Mode(String text) {
        this.text = text;
    }

    /** @return the word used in configuration files */
    public String text() {
        return text;
    }
}
