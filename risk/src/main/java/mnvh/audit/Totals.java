package mnvh.audit;

import java.util.Arrays;
import mnvh.universe.Currencies;

/** Checks that equity has changed by the components and nothing else, in each currency and in all. One thread. */
final class Totals {
    private final CurrencyBook[] currencies;
    private final Translation[] translations;
    private final AuditReadings readings;
    private final Exact initialCash;

    Totals(CurrencyBook[] currencies, Translation[] translations, AuditReadings readings, Exact initialCash) {
        this.currencies = currencies;
        this.translations = translations;
        this.readings = readings;
        this.initialCash = initialCash;
    }

    /** @throws AuditException where a currency's positions are not those of its instruments */
    void checkPositions(InstrumentBook[] instruments) {
        Exact[] values = new Exact[currencies.length];
        Arrays.fill(values, Exact.ZERO);
        for (InstrumentBook book : instruments) {
            values[book.currency()] = values[book.currency()].add(book.value());
        }
        for (int c = 0; c < values.length; c++) {
            AuditException.requireEqual("currency " + c, "position value", values[c], currencies[c].positionValue());
        }
    }

    /** @throws AuditException unless {@code W - W0} is the sum of the components; all must have been translated */
    void check() {
        Exact equity = Exact.ZERO;
        for (int c = 0; c < currencies.length; c++) {
            currencies[c].check();
            equity = equity.add(c == Currencies.REPORTING ? currencies[c].equity() : translations[c].equityAnew());
        }
        AuditException.requireEqual("all currencies", "equity", equity, readings.equity());
        AuditException.requireEqual(
                "all currencies", "change of equity", readings.explained(), equity.subtract(initialCash));
    }
}
