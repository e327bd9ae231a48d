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
public final class ComponentTotals implements Stateful {
    private static final int COUNT = Component.count();
    private static final int CASHFLOW = Component.TRADING_CASHFLOW.ordinal();
    private static final int FEE = Component.FEE.ordinal();
    private static final int EDGE = Component.EDGE.ordinal();

    private final LedgerListener listener;
    private final Rows rows;
    /** The totals of a row stand side by side. */
    private final long[] words;

    /** @param listener told every component after it is added */
    ComponentTotals(Rows rows, Memory memory, LedgerListener listener) {
        this.listener = listener;
        this.rows = rows;
        this.words = memory.words;
    }

    /** @return what {@code component} came to in {@code row} */
    public long inRow(Component component, int row) {
        return words[of(row) + component.ordinal()];
    }

    private static int of(int row) {
        return Memory.row(row) + Memory.COMPONENTS;
    }

    /** @return what {@code component} came to in {@code currency}, unconverted */
    public long inCurrency(Component component, int currency) {
        long sum = inRow(component, rows.general(currency));
        for (int i = 0; i < rows.instruments(); i++) {
            sum += rows.currency(i) == currency ? inRow(component, i) : 0;
        }
        return sum;
    }

    /** Adds a trade of an instrument, and tells the listener; the same as its components one by one. */
    void trade(int i, int currency, long cashflow, long edge, long fee) {
        long[] sums = words;
        int cell = of(i);
        sums[cell + CASHFLOW] += cashflow;
        sums[cell + EDGE] += edge;
        sums[cell + FEE] -= fee;
        if (cashflow != 0) {
            listener.onComponent(Component.TRADING_CASHFLOW, i, currency, cashflow);
        }
        if (edge != 0) {
            listener.onComponent(Component.EDGE, i, currency, edge);
        }
        if (fee != 0) {
            listener.onComponent(Component.FEE, i, currency, -fee);
        }
    }

    /** Adds what a row was announced, and tells the listener; nothing is nothing. */
    void add(Component component, int row, long amount) {
        if (amount != 0) {
            words[of(row) + component.ordinal()] += amount;
            listener.onComponent(component, rows.instrument(row), rows.currency(row), amount);
        }
    }

    @Override
    public void writeTo(StateWriter writer) {
        for (int row = 0; row < rows.count(); row++) {
            writer.putLongs(words, of(row), COUNT);
        }
    }
}
