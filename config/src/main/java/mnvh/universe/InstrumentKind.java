package mnvh.universe;

/** What an instrument is, which decides how its trades are paid for. */
public enum InstrumentKind {
    /** Linear perpetual swap: margined, pays funding. */
    LINEAR_PERP("linear-perp", true),
    /** Linear future: margined. */
    LINEAR_FUTURE("linear-future", true),
    /** Cash equity: paid in full. */
    EQUITY("equity", false),
    /** Spot: paid in full. */
    SPOT("spot", false);

    private final String text;
    private final boolean margined;

    InstrumentKind(String text, boolean margined) {
        this.text = text;
        this.margined = margined;
    }

    /** @return the word used in universe files */
    public String text() {
        return text;
    }

    /** @return true when a fill is posted to a financing account instead of being paid from the wallet */
    public boolean margined() {
        return margined;
    }
}
