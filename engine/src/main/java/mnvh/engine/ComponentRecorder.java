package mnvh.engine;

import mnvh.event.Component;
import mnvh.event.OutboundFrame;
import mnvh.ledger.LedgerListener;
import mnvh.units.HotPath;
import org.jspecify.annotations.Nullable;

/** Writes every component the ledger reports into the frame in hand; zeros are left out. Core thread only. */
@HotPath
final class ComponentRecorder implements LedgerListener {
    private @Nullable OutboundFrame frame;

    /** Points at the frame of the event in hand. */
    void into(OutboundFrame current) {
        frame = current;
    }

    @Override
    public void onMarkToMarket(int instrument, long amount) {
        record(Component.MTM, instrument, amount);
    }

    @Override
    public void onTradingCashflow(int instrument, long amount) {
        record(Component.TRADING_CASHFLOW, instrument, amount);
    }

    @Override
    public void onExecutionEdge(int instrument, long amount) {
        record(Component.EDGE, instrument, amount);
    }

    @Override
    public void onFee(int instrument, long amount) {
        record(Component.FEE, instrument, amount);
    }

    @Override
    public void onRebate(int instrument, long amount) {
        record(Component.REBATE, instrument, amount);
    }

    @Override
    public void onFunding(int instrument, long amount) {
        record(Component.FUNDING, instrument, amount);
    }

    private void record(Component component, int instrument, long amount) {
        OutboundFrame current = frame;
        if (amount != 0 && current != null) {
            current.component(component, instrument, amount);
        }
    }
}
