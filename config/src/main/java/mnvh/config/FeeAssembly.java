package mnvh.config;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who says what a fill costs. The most specific place wins, field by field: the venue's file for an instrument, the
 * run's file for an instrument, the venue's file in general, the run's file in general.
 */
final class FeeAssembly {
    private final Settings settings;

    FeeAssembly(Settings settings) {
        this.settings = settings;
    }

    /** @return the schedule in force; every key must have a value, and {@link FeeChecks} must have found no error */
    FeeConfig build() {
        Map<String, FeeTable> tables = new TreeMap<>();
        instruments().forEach((symbol, entry) -> tables.put(symbol, entry.table()));
        return new FeeConfig(general().table(), tables, settings.fixed("fees.max_difference"));
    }

    /** @return what holds for an instrument that nobody names */
    FeeEntry general() {
        return said("venue.fees").over(said("fees"));
    }

    /** @return what holds for the instruments that somebody names, complete */
    Map<String, FeeEntry> instruments() {
        Map<String, FeeEntry> entries = new TreeMap<>();
        for (String key : new String[] {"fees.instruments", "venue.fees.instruments"}) {
            ((Map<?, ?>) settings.value(key)).forEach((symbol, entry) -> {
                FeeEntry before = entries.getOrDefault((String) symbol, general());
                entries.put((String) symbol, ((FeeEntry) entry).over(before));
            });
        }
        return entries;
    }

    private FeeEntry said(String section) {
        return new FeeEntry(
                settings.placeOf(section + ".taker_bps", section + ".maker_bps", section + ".tiers"),
                fixed(section + ".maker_bps"),
                fixed(section + ".taker_bps"),
                fixed(section + ".per_contract"),
                fixed(section + ".minimum"),
                fixed(section + ".maximum"),
                InstrumentFeesType.tiers(value(section + ".tiers")));
    }

    private @Nullable Long fixed(String path) {
        return (Long) value(path);
    }

    private @Nullable Object value(String path) {
        Object value = settings.value(path);
        return value == InheritType.Value.INHERITED ? null : value;
    }
}
