package mnvh.engine;

import java.util.List;
import mnvh.config.Config;
import mnvh.ledger.AccountingIdentity;
import mnvh.ledger.FeeSchedule;
import mnvh.ledger.Ledger;
import mnvh.ledger.LedgerListener;
import mnvh.order.OrderManager;
import mnvh.risk.WorkingOrders;
import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.units.HotPath;
import mnvh.universe.Currencies;
import mnvh.universe.Universe;

/** What is owned and what is asked for: the ledger with its check, and the orders. Core thread only. */
@HotPath
final class Portfolio implements Stateful {
    private final FeeSchedule fees;
    private final Ledger ledger;
    private final AccountingIdentity identity;
    private final FeeComparison feeComparison;
    private final WorkingOrders working;
    private final OrderManager orders;

    Portfolio(Universe universe, Config config, LedgerListener listener) {
        Currencies currencies = Currencies.of(universe, config.currency(), List.of());
        fees = new FeeSchedule(universe, currencies, config.fees());
        ledger = new Ledger(
                universe, currencies, fees, config.lots(), config.initialCash(), Currencies.MAX_PRICE_AGE_NS, listener);
        feeComparison = new FeeComparison(universe, fees, ledger, config.fees().maxDifference());
        identity = new AccountingIdentity(universe, ledger);
        working = new WorkingOrders(universe);
        orders = new OrderManager(config.risk().maxWorkingOrders(), working);
    }

    FeeSchedule fees() {
        return fees;
    }

    Ledger ledger() {
        return ledger;
    }

    FeeComparison feeComparison() {
        return feeComparison;
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
