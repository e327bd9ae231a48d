package mnvh.ledger;

import mnvh.units.Component;

/**
 * Hears every component of a change in the books, once, after the change is posted.
 *
 * <p>Amounts are money at 10^-8; positive raises equity, except for the trading cashflow, which moves value between
 * cash and position. A component of zero is not announced.
 */
public interface LedgerListener {
    /**
     * A component moved the books.
     *
     * @param instrument whose it is, or -1 for what belongs to none
     * @param currency of {@code amount}
     */
    void onComponent(Component component, int instrument, int currency, long amount);
}
