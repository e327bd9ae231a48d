package mnvh.audit;

import java.util.Objects;
import mnvh.config.ConfigException;
import mnvh.config.FeeConfig;
import mnvh.config.LotsConfig;
import mnvh.universe.Currencies;
import mnvh.universe.Universe;

/**
 * What the books are kept by.
 *
 * @param currencies those of {@code universe} and any others money may come in
 * @param lots which lots a fill closes, how many are kept apart, how many fills can still be changed
 * @param fees the schedule for fills without a reported commission, in the settlement currency
 * @param initialCash in the reporting currency at 10^-8
 * @param currencyMaxAgeNs age in nanoseconds up to which a currency's rate counts as known
 */
public record AuditRules(
        Universe universe,
        Currencies currencies,
        LotsConfig lots,
        FeeConfig fees,
        long initialCash,
        long currencyMaxAgeNs) {
    /**
     * Throws {@link IllegalArgumentException} without room for a lot and for a negative history or age, {@link
     * ConfigException} for fees of an instrument that is not in the universe.
     */
    public AuditRules {
        Objects.requireNonNull(universe, "universe");
        Objects.requireNonNull(currencies, "currencies");
        fees.requireKnown(universe);
        if (lots.maxPerInstrument() < 1 || lots.history() < 0) {
            throw new IllegalArgumentException(
                    "lots: " + lots.maxPerInstrument() + " per instrument, history of " + lots.history());
        }
        if (currencyMaxAgeNs < 0) {
            throw new IllegalArgumentException("currency rates cannot be " + currencyMaxAgeNs + " ns old");
        }
    }
}
