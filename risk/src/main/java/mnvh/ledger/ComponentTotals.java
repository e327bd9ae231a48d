package mnvh.ledger;

import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.units.Component;
import mnvh.units.HotPath;

/**
 * Running totals of what the listener was told, by row; the far side of every identity.
 *
 * <p>It adds up announcements and never sees the books. Core thread only; allocates nothing after construction. Signs
 * as in {@link LedgerListener}. Of the trading cashflow, whose total no account bounds, a sum beyond 64 bits wraps, and
 * the identities find it.
 */
@HotPath
public final class ComponentTotals implements LedgerListener, Stateful {
    private static final int WIDTH = Component.count();

    private final LedgerListener listener;
    private final Rows rows;
    /** {@code totals[row * WIDTH + component]}. */
    private final long[] totals;

    /** @param listener told every component after it is added */
    ComponentTotals(Rows rows, LedgerListener listener) {
        this.listener = listener;
        this.rows = rows;
        this.totals = new long[rows.count() * WIDTH];
    }

    /** @return what {@code component} came to in {@code row} */
    public long inRow(Component component, int row) {
        return totals[row * WIDTH + component.ordinal()];
    }

    /** @return what {@code component} came to in {@code currency}, unconverted */
    public long inCurrency(Component component, int currency) {
        return inRow(component, rows.total(currency));
    }

    @Override
    public void onComponent(Component component, int instrument, int currency, long amount) {
        int row = instrument >= 0 ? instrument : rows.general(currency);
        totals[row * WIDTH + component.ordinal()] += amount;
        totals[rows.total(currency) * WIDTH + component.ordinal()] += amount;
        listener.onComponent(component, instrument, currency, amount);
    }

    @Override
    public void writeTo(StateWriter writer) {
        writer.putLongs(totals, totals.length);
    }
}
