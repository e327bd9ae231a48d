package mnvh.ledger;

import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.units.HotPath;
import mnvh.units.Int128Array;

/**
 * Running totals of what the listener was told, per instrument and over all; the far side of every identity.
 *
 * <p>It adds up announcements and never sees the books. Core thread only; allocates nothing after construction. Signs
 * as in {@link LedgerListener}. The columns it answers are live: to be read only.
 */
@HotPath
public final class ComponentTotals implements LedgerListener, Stateful {
    private static final int MARK_TO_MARKET = 0;
    private static final int TRADING_CASHFLOW = 1;
    private static final int EXECUTION_EDGE = 2;
    private static final int FEES = 3;
    private static final int REBATES = 4;
    private static final int FUNDING = 5;
    private static final int COUNT = 6;

    private final LedgerListener listener;
    private final int instruments;
    private final Int128Array[] totals;
    private final long[] words;

    /** @param listener told every component after it is added */
    ComponentTotals(int instruments, LedgerListener listener) {
        this.listener = listener;
        this.instruments = instruments;
        this.words = new long[2 * (instruments + 1)];
        this.totals = new Int128Array[COUNT];
        for (int component = 0; component < COUNT; component++) {
            totals[component] = new Int128Array(instruments + 1);
        }
    }

    /** @return the index at which a column holds the sum over all instruments */
    public int overall() {
        return instruments;
    }

    /** @return mark to market; one per instrument, and at the last index over all */
    public Int128Array markToMarket() {
        return totals[MARK_TO_MARKET];
    }

    /**
     * @return trading cashflow, at the mark: positive raised the position value; one per instrument, and at the last
     * index over all
     */
    public Int128Array tradingCashflow() {
        return totals[TRADING_CASHFLOW];
    }

    /** @return execution edge, minus slippage; one per instrument, and at the last index over all */
    public Int128Array executionEdge() {
        return totals[EXECUTION_EDGE];
    }

    /** @return fees, negative: what was paid; one per instrument, and at the last index over all */
    public Int128Array fees() {
        return totals[FEES];
    }

    /** @return rebates, positive; one per instrument, and at the last index over all */
    public Int128Array rebates() {
        return totals[REBATES];
    }

    /** @return funding: received less paid; one per instrument, and at the last index over all */
    public Int128Array funding() {
        return totals[FUNDING];
    }

    @Override
    public void onMarkToMarket(int instrument, long amount) {
        add(MARK_TO_MARKET, instrument, amount);
        listener.onMarkToMarket(instrument, amount);
    }

    @Override
    public void onTradingCashflow(int instrument, long amount) {
        add(TRADING_CASHFLOW, instrument, amount);
        listener.onTradingCashflow(instrument, amount);
    }

    @Override
    public void onExecutionEdge(int instrument, long amount) {
        add(EXECUTION_EDGE, instrument, amount);
        listener.onExecutionEdge(instrument, amount);
    }

    @Override
    public void onFee(int instrument, long amount) {
        add(FEES, instrument, amount);
        listener.onFee(instrument, amount);
    }

    @Override
    public void onRebate(int instrument, long amount) {
        add(REBATES, instrument, amount);
        listener.onRebate(instrument, amount);
    }

    @Override
    public void onFunding(int instrument, long amount) {
        add(FUNDING, instrument, amount);
        listener.onFunding(instrument, amount);
    }

    @Override
    public void writeTo(StateWriter writer) {
        for (int component = 0; component < COUNT; component++) {
            writer.putLongs(words, totals[component].copyTo(words));
        }
    }

    private void add(int component, int instrument, long amount) {
        totals[component].add(instrument, amount);
        totals[component].add(instruments, amount);
    }
}
