package mnvh.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mnvh.units.Component;
import mnvh.units.DecimalText;

/** Writes down what the ledger announces, as text that reads like a journal; {@code c1} is currency 1 at large. */
final class RecordedComponents implements LedgerListener {
    private final List<String> records = new ArrayList<>();

    /** @return what was announced since the last call */
    List<String> take() {
        List<String> taken = List.copyOf(records);
        records.clear();
        return taken;
    }

    @Override
    public void onComponent(Component component, int instrument, int currency, long amount) {
        String word = component == Component.TRADING_CASHFLOW
                ? "cashflow"
                : component.name().toLowerCase(Locale.ROOT);
        records.add(word + " " + (instrument < 0 ? "c" + currency : instrument) + " " + DecimalText.format(amount));
    }
}
