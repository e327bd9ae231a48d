package mnvh.engine;

import mnvh.config.Config;
import mnvh.event.FillEvent;
import mnvh.ledger.AccountingIdentity;
import mnvh.ledger.FeeSchedule;
import mnvh.ledger.Ledger;
import mnvh.ledger.LedgerListener;
import mnvh.order.OrderManager;
import mnvh.risk.WorkingOrders;
import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.units.HotPath;
import mnvh.universe.Universe;

/** What is owned and what is asked for: the ledger with its check, and the orders. Core thread only. */
@HotPath
final class Portfolio implements Stateful {
    private final FeeSchedule fees;
    private final Ledger ledger;
    private final AccountingIdentity identity;
    private final WorkingOrders working;
    private final OrderManager orders;

    Portfolio(Universe universe, Config config, LedgerListener listener) {
        fees = new FeeSchedule(universe, config.fees());
        ledger = new Ledger(universe, fees, config.lots(), config.initialCash(), listener);
        identity = new AccountingIdentity(universe, ledger);
        working = new WorkingOrders(universe);
        orders = new OrderManager(config.risk().maxWorkingOrders(), working);
    }

    /** Books an execution. @return the fee charged at 1e-8, positive is a cost */
    long applyFill(FillEvent fill, long timestampNs) {
        return ledger.applyFill(
                fill.instrument(),
                fill.side(),
                fill.quantity(),
                fill.price(),
                fill.liquidity(),
                fill.hasCommission() != 0,
                fill.commission(),
                timestampNs);
    }

    FeeSchedule fees() {
        return fees;
    }

    Ledger ledger() {
        return ledger;
    }

    AccountingIdentity identity() {
        return identity;
    }

    WorkingOrders working() {
        return working;
    }

    OrderManager orders() {
        return orders;
    }

    @Override
    public void writeTo(StateWriter writer) {
        ledger.writeTo(writer);
        working.writeTo(writer);
        orders.writeTo(writer);
    }
}
