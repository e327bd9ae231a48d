package mnvh.units;

/**
 * The closed list of what can change the books. A positive component raises equity, but for TRADING_CASHFLOW, which
 * moves value between cash and position.
 */
public enum Component {
    /** Mark to market of the held quantity. */
    MTM,
    /** Value of the traded quantity at the mark; raises position value, lowers cash. */
    TRADING_CASHFLOW,
    /** Execution edge: value at the mark minus value paid; minus slippage. */
    EDGE,
    /** Fees for trading, negative when paid. */
    FEE,
    /** Rebates received. */
    REBATE,
    /** Funding received, negative when paid. */
    FUNDING,
    /** Stock borrow, negative when paid. */
    BORROW,
    /** Interest on cash. */
    INTEREST,
    /** Changes of a currency's worth, and conversions off the index price. */
    FX,
    /** Remainders of rounding. */
    ROUNDING,
    /** Flows from outside, excluded from returns. */
    EXTERNAL,
    /** Differences not yet explained. */
    SUSPENSE,
    /** Fees for clearing and settlement, negative when paid. */
    CLEARING_FEE,
    /** Fees of a regulator, negative when paid. */
    REGULATORY_FEE,
    /** Taxes on trading, negative when paid. */
    TAX,
    /** Fees of any other kind, negative when paid. */
    OTHER_FEE;

    private static final Component[] VALUES = values();

    /** @return how many components there are */
    public static int count() {
        return VALUES.length;
    }

    /** @return the constant at {@code ordinal}, without allocating */
    public static Component of(int ordinal) {
        return VALUES[ordinal];
    }
}
