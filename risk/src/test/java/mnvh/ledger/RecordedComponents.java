package mnvh.ledger;

import java.util.ArrayList;
import java.util.List;
import mnvh.units.DecimalText;

/** Writes down what the ledger announces, as text that reads like a journal. */
final class RecordedComponents implements LedgerListener {
    private final List<String> records = new ArrayList<>();

    /** @return what was announced since the last call */
    List<String> take() {
        List<String> taken = List.copyOf(records);
        records.clear();
        return taken;
    }

    @Override
    public void onMarkToMarket(int instrument, long amount) {
        record("mtm", instrument, amount);
    }

    @Override
    public void onTradingCashflow(int instrument, long amount) {
        record("cashflow", instrument, amount);
    }

    @Override
    public void onExecutionEdge(int instrument, long amount) {
        record("edge", instrument, amount);
    }

    @Override
    public void onFee(int instrument, long amount) {
        record("fee", instrument, amount);
    }

    @Override
    public void onRebate(int instrument, long amount) {
        record("rebate", instrument, amount);
    }

    @Override
    public void onFunding(int instrument, long amount) {
        record("funding", instrument, amount);
    }

    private void record(String component, int instrument, long amount) {
        records.add(component + " " + instrument + " " + DecimalText.format(amount));
    }
}
