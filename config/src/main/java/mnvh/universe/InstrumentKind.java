package mnvh.universe;

/** What an instrument is, which decides how it is valued and how its trades are paid for. */
public enum InstrumentKind {
    /** Linear perpetual swap: margined, pays funding. */
    LINEAR_PERP("linear-perp", true, false, true),
    /** Linear future: margined. */
    LINEAR_FUTURE("linear-future", true, false, false),
    /** Perpetual swap on a face value, settled in the coin it is quoted for: margined, pays funding. */
    INVERSE_PERP("inverse-perp", true, true, true),
    /** Future on a face value, settled in the coin it is quoted for: margined. */
    INVERSE_FUTURE("inverse-future", true, true, false),
    /** Cash equity: paid in full. */
    EQUITY("equity", false, false, false),
    /** Spot: paid in full. */
    SPOT("spot", false, false, false);

    private final String text;
    private final boolean margined;
    private final boolean inverse;
    private final boolean perpetual;

    InstrumentKind(String text, boolean margined, boolean inverse, boolean perpetual) {
        this.text = text;
        this.margined = margined;
        this.inverse = inverse;
        this.perpetual = perpetual;
    }

    /** @return the word used in universe files */
    public String text() {
        return text;
    }

    /** @return true when a fill is posted to a financing account instead of being paid from the wallet */
    public boolean margined() {
        return margined;
    }

    /** @return true when the multiplier is a face value and profit is the coin's */
    public boolean inverse() {
        return inverse;
    }

    /** @return true when it pays funding */
    public boolean perpetual() {
        return perpetual;
    }
}
