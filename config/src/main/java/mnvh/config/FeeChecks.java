package mnvh.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mnvh.units.DecimalText;
import mnvh.universe.Instrument;
import org.jspecify.annotations.Nullable;

/** What the places that say something about fees cannot say alone. */
final class FeeChecks {
    private static final List<String> TABLE =
            List.of("maker_bps", "taker_bps", "per_contract", "minimum", "maximum", "tiers");

    private final Settings settings;
    private final Problems problems;
    private final FeeAssembly fees;

    private FeeChecks(Settings settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
        this.fees = new FeeAssembly(settings);
    }

    /** Checks the fees, unless a value of them was refused already. */
    static void run(Settings settings, @Nullable UniverseConfig universe, Problems problems) {
        List<String> keys = new ArrayList<>(List.of("fees.instruments", "venue.fees.instruments"));
        for (String field : TABLE) {
            keys.add("fees." + field);
            keys.add("venue.fees." + field);
        }
        if (settings.has(keys.toArray(String[]::new))) {
            FeeChecks checks = new FeeChecks(settings, problems);
            checks.general();
            checks.instruments(universe);
            checks.unused();
        }
    }

    private void general() {
        FeeEntry general = fees.general();
        limits(
                "fees",
                settings.placeOf("fees.maximum", "fees.minimum", "venue.fees.maximum", "venue.fees.minimum"),
                general);
        rebates("fees", general.place(), general);
    }

    private void instruments(@Nullable UniverseConfig universe) {
        fees.instruments().forEach((symbol, entry) -> {
            limits("fees of " + symbol, entry.place(), entry);
            rebates("fees of " + symbol, entry.place(), entry);
        });
        for (String key : new String[] {"fees.instruments", "venue.fees.instruments"}) {
            ((Map<?, ?>) settings.value(key))
                    .forEach((symbol, entry) -> known((String) symbol, key, ((FeeEntry) entry).place(), universe));
        }
    }

    private void known(String symbol, String path, Place place, @Nullable UniverseConfig universe) {
        if (universe == null || universe.template() != null) {
            return;
        }
        List<String> symbols =
                universe.instruments().stream().map(Instrument::symbol).toList();
        if (!symbols.contains(symbol)) {
            problems.error(
                    place,
                    path + ": no instrument '" + symbol + "' in the universe"
                            + Suggestion.question(Suggestion.of(symbol, symbols)),
                    "");
        }
    }

    private void limits(String what, Place place, FeeEntry entry) {
        Long minimum = entry.minimum();
        Long maximum = entry.maximum();
        if (minimum != null && maximum != null && maximum < minimum) {
            String name = what.equals("fees")
                    ? "fees.maximum must not be below fees.minimum"
                    : what + ": maximum must not be below minimum";
            problems.error(
                    place,
                    name + ", got " + DecimalText.format(maximum) + " and " + DecimalText.format(minimum),
                    "none is no largest fee");
        }
    }

    /** A rebate above the taker fee pays for trading with oneself: no venue means it. */
    private void rebates(String what, Place place, FeeEntry entry) {
        Long maker = entry.makerRate();
        Long taker = entry.takerRate();
        List<FeeTier> tiers = entry.tiers();
        if (maker != null && taker != null) {
            rebate(what, place, maker, taker);
        }
        for (int t = 0; tiers != null && t < tiers.size(); t++) {
            rebate(
                    what + ", tiers[" + t + "]",
                    place,
                    tiers.get(t).makerRate(),
                    tiers.get(t).takerRate());
        }
    }

    private void rebate(String what, Place place, long maker, long taker) {
        if (maker < 0 && Math.addExact(maker, taker) < 0) {
            problems.warning(
                    place,
                    what + ": the maker rebate is larger than the taker fee, got maker_bps "
                            + FeeFields.RATE.format(maker) + " and taker_bps " + FeeFields.RATE.format(taker),
                    "");
        }
    }

    /** What somebody wrote into the run's file, or gave with a flag, and the venue's file overrules. */
    private void unused() {
        for (String field : TABLE) {
            String run = "fees." + field;
            String venue = "venue.fees." + field;
            boolean given = !settings.placeOf(run).label().equals(Origin.DEFAULT);
            if (given && settings.value(venue) != InheritType.Value.INHERITED) {
                problems.warning(
                        settings.placeOf(run),
                        run + " is not used: " + venue + " is "
                                + ConfigKeys.get(venue).type().format(settings.value(venue)),
                        "the venue's file is more specific than the run's");
            }
        }
    }
}
