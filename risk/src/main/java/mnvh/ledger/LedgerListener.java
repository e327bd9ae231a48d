package mnvh.ledger;

/**
 * Hears every component of a change in the books, once, after the change is posted.
 *
 * <p>Amounts are money at 10^-8; positive raises equity, except for the trading cashflow, which moves value between
 * cash and position. A component of zero is not announced.
 */
public interface LedgerListener {
    /** The held quantity gained {@code amount} by a change of its mark. */
    void onMarkToMarket(int instrument, long amount);

    /** Position value rose by {@code amount}, at the mark, through a trade. */
    void onTradingCashflow(int instrument, long amount);

    /** A trade was {@code amount} better than the mark; negative is slippage. */
    void onExecutionEdge(int instrument, long amount);

    /** A fee was paid; {@code amount} is negative. */
    void onFee(int instrument, long amount);

    /** A rebate was received; {@code amount} is positive. */
    void onRebate(int instrument, long amount);

    /** Funding was received, or paid where negative. */
    void onFunding(int instrument, long amount);
}
