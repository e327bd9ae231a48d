package mnvh.units;

/** What a fee is for; the venue says it in MiscFeeType(139). */
public enum FeeKind {
    /** For the trade itself: commission, maker and taker fees. */
    TRADING(Component.FEE),
    /** For clearing and settlement. */
    CLEARING(Component.CLEARING_FEE),
    /** For a regulator. */
    REGULATORY(Component.REGULATORY_FEE),
    /** A tax on the trade. */
    TAX(Component.TAX),
    /** Anything else. */
    OTHER(Component.OTHER_FEE);

    private static final FeeKind[] VALUES = values();

    private final Component component;

    FeeKind(Component component) {
        this.component = component;
    }

    /** @return the component that a fee of this kind is part of */
    public Component component() {
        return component;
    }

    /** @return the constant at {@code ordinal}, without allocating */
    public static FeeKind of(int ordinal) {
        return VALUES[ordinal];
    }
}
