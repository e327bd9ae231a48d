package mnvh.config;

/** What {@code strategy.aggressiveness} is measured in. */
public enum AggressivenessUnit {
    /** Multiples of equity at the marks before the step's trades. */
    EQUITY_MULTIPLE("equity-multiple"),
    /** Units of the reporting currency. */
    NOTIONAL("notional");

    private final String text;

    AggressivenessUnit(String text) {
        this.text = text;
    }

    /** @return the word used in configuration files */
    public String text() {
        return text;
    }
}
