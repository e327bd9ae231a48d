package mnvh.ledger;

import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.units.HotPath;
import mnvh.units.Int128;

/**
 * Running totals of what the listener was told, per instrument and over all; the far side of every identity.
 *
 * <p>It adds up announcements and never sees the books. Core thread only; allocates nothing after construction. Signs
 * as in {@link LedgerListener}. The numbers it answers are live: read them, never change or keep them.
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
    private final Int128[][] totals;

    /** @param listener told every component after it is added */
    ComponentTotals(int instruments, LedgerListener listener) {
        this.listener = listener;
        this.instruments = instruments;
        this.totals = new Int128[COUNT][instruments + 1];
        for (Int128[] row : totals) {
            for (int i = 0; i <= instruments; i++) {
                row[i] = new Int128();
            }
        }
    }

    /** @return mark to market of {@code instrument} */
    public Int128 markToMarket(int instrument) {
        return totals[MARK_TO_MARKET][instrument];
    }

    /** @return mark to market of all instruments */
    public Int128 markToMarket() {
        return totals[MARK_TO_MARKET][instruments];
    }

    /** @return trading cashflow of {@code instrument}, at the mark: positive raised its position value */
    public Int128 tradingCashflow(int instrument) {
        return totals[TRADING_CASHFLOW][instrument];
    }

    /** @return trading cashflow of all instruments */
    public Int128 tradingCashflow() {
        return totals[TRADING_CASHFLOW][instruments];
    }

    /** @return execution edge of {@code instrument}, minus slippage */
    public Int128 executionEdge(int instrument) {
        return totals[EXECUTION_EDGE][instrument];
    }

    /** @return execution edge of all instruments */
    public Int128 executionEdge() {
        return totals[EXECUTION_EDGE][instruments];
    }

    /** @return fees of {@code instrument}, negative: what was paid */
    public Int128 fees(int instrument) {
        return totals[FEES][instrument];
    }

    /** @return fees of all instruments, negative */
    public Int128 fees() {
        return totals[FEES][instruments];
    }

    /** @return rebates of {@code instrument}, positive */
    public Int128 rebates(int instrument) {
        return totals[REBATES][instrument];
    }

    /** @return rebates of all instruments, positive */
    public Int128 rebates() {
        return totals[REBATES][instruments];
    }

    /** @return funding of {@code instrument}: received less paid */
    public Int128 funding(int instrument) {
        return totals[FUNDING][instrument];
    }

    /** @return funding of all instruments: received less paid */
    public Int128 funding() {
        return totals[FUNDING][instruments];
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
            for (int i = 0; i <= instruments; i++) {
                writer.putLong(totals[component][i].high());
                writer.putLong(totals[component][i].low());
            }
        }
    }

    private void add(int component, int instrument, long amount) {
        totals[component][instrument].add(amount);
        totals[component][instruments].add(amount);
    }
}
