package mnvh.event;

import mnvh.units.Component;

/** What a column of a frame holds. Ids 0 to 31 are the {@link Component} ordinals; longs unless a line says double. */
public final class Column {
    /** Mark of the step at 1e-8. */
    public static final int MARK = 32;
    /** Step return; double. */
    public static final int STEP_RETURN = 33;
    /** Target weight among the present; double. */
    public static final int WEIGHT = 34;
    /** Regression beta; double. */
    public static final int MARKET_BETA = 35;
    /** Position at 1e-8, signed. */
    public static final int POSITION = 36;
    /** Move of the mark alone down to maintenance margin, as a ratio at 1e-8; where it is below 1. */
    public static final int LIQUIDATION_DISTANCE = 37;
    /** Proposed trade as signed notional at 1e-8, before any stage. */
    public static final int PROPOSED = 40;
    /** After the no-trade band. */
    public static final int AFTER_BAND = 41;
    /** After the clips. */
    public static final int AFTER_CLIPS = 42;
    /** After neutrality. */
    public static final int AFTER_NEUTRALITY = 43;
    /** After financing. */
    public static final int AFTER_FINANCING = 44;
    /** After the risk scale. */
    public static final int AFTER_RISK = 45;
    /** Rounded quantity at 1e-8, signed, after repair. */
    public static final int QUANTITY = 46;

    private Column() {}

    /** @return true when the column's eight bytes are a double */
    public static boolean isDouble(int column) {
        return column == STEP_RETURN || column == WEIGHT || column == MARKET_BETA;
    }
}
