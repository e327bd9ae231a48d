package mnvh.ledger;

/** The closed list of accounts. Debits are positive: assets stand positive, income negative, and all sum to zero. */
public enum Account {
    /** Cash at the venue. */
    WALLET,
    /** What margined positions cost, owed: minus the cost of their open lots. */
    FINANCING,
    /** Positions at their marks. */
    POSITION_VALUE,
    /** Income from price changes of held quantities. */
    MARK_TO_MARKET,
    /** Income from trading away from the mark; slippage makes it a cost. */
    EXECUTION_EDGE,
    /** Fees paid. */
    FEES,
    /** Rebates received. */
    REBATES,
    /** Funding received less funding paid. */
    FUNDING,
    /** What the run started with. */
    CAPITAL;

    private static final Account[] VALUES = values();

    /** @return how many accounts there are */
    public static int count() {
        return VALUES.length;
    }

    /** @return the constant at {@code ordinal}, without allocating */
    public static Account of(int ordinal) {
        return VALUES[ordinal];
    }
}
