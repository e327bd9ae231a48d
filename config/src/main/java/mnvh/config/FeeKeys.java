package mnvh.config;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keys of what fills cost: in the run's file for whatever venue, in the venue's file for that venue.
 *
 * <p>The canonical text has what is in force after all of it, under the names of the run's file.
 */
final class FeeKeys {
    private static final InstrumentFeesType INSTRUMENTS = new InstrumentFeesType();
    private static final String SPECIFIC = "inherit: as the run's file says";

    private FeeKeys() {}

    static List<ConfigKey> run() {
        return List.of(
                new ConfigKey(
                        "fees.maker_bps",
                        FeeFields.RATE,
                        "1.0",
                        c -> c.fees().general().makerRate(),
                        "Fee of fills that add liquidity, basis points of notional; negative is a rebate.",
                        "usual: -1 to 5"),
                new ConfigKey(
                        "fees.taker_bps",
                        FeeFields.RATE,
                        "4.5",
                        c -> c.fees().general().takerRate(),
                        "Fee of fills that remove liquidity, basis points of notional.",
                        "usual: 1 to 10"),
                new ConfigKey(
                        "fees.per_contract",
                        FeeFields.CHARGE,
                        "0",
                        c -> c.fees().general().perContract(),
                        "Charge per contract, in the settlement currency.",
                        ""),
                new ConfigKey(
                        "fees.minimum",
                        FeeFields.CHARGE,
                        "0",
                        c -> c.fees().general().minimum(),
                        "Smallest fee of a fill, in the settlement currency; not applied to rebates.",
                        ""),
                new ConfigKey(
                        "fees.maximum",
                        FeeFields.MAXIMUM,
                        "none",
                        c -> c.fees().general().maximum(),
                        "Largest fee of a fill, in the settlement currency.",
                        ""),
                new ConfigKey(
                        "fees.tiers",
                        FeeFields.TIERS,
                        "[]",
                        c -> c.fees().general().tiers(),
                        "What the rates become from a traded notional on: that of the whole account in the "
                                + FeeTier.WINDOW_DAYS
                                + " UTC days before a fill's, in the reporting currency, since the session's start.",
                        "an account that has a tier already states its rates as maker_bps and taker_bps"),
                new ConfigKey(
                        "fees.instruments",
                        INSTRUMENTS,
                        "{}",
                        c -> entries(c.fees()),
                        "Fees of single instruments, by symbol; what one leaves out holds as in general, but a rate"
                                + " without tiers has none.",
                        ""),
                new ConfigKey(
                        "fees.max_difference",
                        FeeFields.CHARGE.orNone(FeeConfig.NO_BOUND),
                        "0.01",
                        c -> c.fees().maxDifference(),
                        "Beyond it a notice tells that a fill's reported commission is not the schedule's fee, in the"
                                + " reporting currency.",
                        "a few of the venue's rounding units"));
    }

    static List<ConfigKey> venue() {
        return List.of(
                inherited("maker_bps", FeeFields.RATE, "Fee of fills that add liquidity, basis points of notional."),
                inherited("taker_bps", FeeFields.RATE, "Fee of fills that remove liquidity, basis points of notional."),
                inherited("per_contract", FeeFields.CHARGE, "Charge per contract, in the settlement currency."),
                inherited("minimum", FeeFields.CHARGE, "Smallest fee of a fill, in the settlement currency."),
                inherited("maximum", FeeFields.MAXIMUM, "Largest fee of a fill, in the settlement currency."),
                inherited("tiers", FeeFields.TIERS, "What the rates become from a traded notional on."),
                new ConfigKey(
                        "venue.fees.instruments",
                        INSTRUMENTS,
                        "{}",
                        null,
                        "Fees of single instruments on this venue, by symbol; beats everything else.",
                        ""));
    }

    private static ConfigKey inherited(String name, ValueType type, String help) {
        return new ConfigKey("venue.fees." + name, InheritType.of(type), InheritType.INHERIT, null, help, SPECIFIC);
    }

    private static Map<String, FeeEntry> entries(FeeConfig fees) {
        Map<String, FeeEntry> entries = new TreeMap<>();
        fees.instruments().forEach((symbol, table) -> entries.put(symbol, FeeEntry.of(table)));
        return entries;
    }
}
