package mnvh.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import mnvh.universe.Universe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who says what a fill costs, and what is refused. Basis points at 10^-12 are 100,000,000. */
class FeeConfigTest {
    private static final long BP = 100_000_000L;

    @TempDir
    private Path folder;

    private RunFiles files;

    @BeforeEach
    void open() {
        files = new RunFiles(folder);
    }

    @Test
    void mostSpecificPlaceWinsFieldByField() {
        files.write("venues/simulator.yaml", """
                fees:
                  taker_bps: 4
                  minimum: "0.02"
                  instruments: { ETH-PERP: { taker_bps: 2 } }
                """);
        FeeConfig fees = files.load("""
                        fees:
                          maker_bps: 1
                          per_contract: "0.5"
                          instruments:
                            BTC-PERP: { maker_bps: -1, maximum: 9 }
                            ETH-PERP: { maker_bps: 0, taker_bps: 3, per_contract: "0.25" }
                        """).config().fees();
        assertEquals(table(BP, 4 * BP, 50_000_000L, 2_000_000L, FeeTable.NO_MAXIMUM), fees.general());
        assertEquals(table(-BP, 4 * BP, 50_000_000L, 2_000_000L, 900_000_000L), fees.of("BTC-PERP"));
        assertEquals(table(0, 2 * BP, 25_000_000L, 2_000_000L, FeeTable.NO_MAXIMUM), fees.of("ETH-PERP"));
        assertEquals(fees.general(), fees.of("SOL-PERP"));
    }

    @Test
    void ratesAndTiersAreOneTable() {
        FeeConfig fees = files.load("""
                        fees:
                          tiers: [{ traded_notional: 1000, maker_bps: 0.5, taker_bps: 4 }]
                          instruments:
                            BTC-PERP: { minimum: 1 }
                            ETH-PERP: { taker_bps: 3 }
                        """).config().fees();
        List<FeeTier> tiers = List.of(new FeeTier(100_000_000_000L, BP / 2, 4 * BP));
        assertEquals(tiers, fees.general().tiers());
        assertEquals(tiers, fees.of("BTC-PERP").tiers(), "only a minimum of its own");
        assertEquals(List.of(), fees.of("ETH-PERP").tiers(), "a rate without tiers has none");
        assertEquals(
                List.of(),
                load("version: 1", "venue.fees.taker_bps=3").general().tiers());
    }

    @Test
    void flagsReachEveryPlace() {
        FeeConfig fees = load(
                "version: 1",
                "fees.tiers=[{traded_notional: 5, maker_bps: 1, taker_bps: 2}]",
                "venue.fees.instruments={BTC-PERP: {taker_bps: 7}}",
                "fees.max_difference=none");
        assertEquals(500_000_000L, fees.general().tiers().get(0).tradedNotional());
        assertEquals(7 * BP, fees.of("BTC-PERP").takerRate());
        assertEquals(FeeConfig.NO_BOUND, fees.maxDifference());
    }

    @Test
    void whatIsInForceStandsInTheCanonicalText() {
        files.write("venues/simulator.yaml", "fees: { taker_bps: 4 }");
        Config config = files.load("""
                        fees:
                          tiers: [{ traded_notional: 1000, maker_bps: 0.5, taker_bps: 4 }]
                          instruments: { BTC-PERP: { maker_bps: -0.25, tiers: [{ traded_notional: 1, maker_bps: \
                          -0.5, taker_bps: 3 }] } }
                        """).config();
        String text = ConfigText.write(config);
        assertTrue(text.contains("\nfees.taker_bps=4\n"), text);
        assertTrue(text.contains("\nfees.tiers=[]\n"), text);
        assertTrue(
                text.contains(
                        "\nfees.instruments={BTC-PERP: {maker_bps: -0.25, taker_bps: 4, per_contract: 0, minimum: 0,"
                                + " maximum: none, tiers: [{traded_notional: 1, maker_bps: -0.5, taker_bps: 3}]}}\n"),
                text);
        Config read = ConfigText.parse(text, new Universe(config.universe().instruments()));
        assertEquals(config.fees(), read.fees());
    }

    @Test
    void everyFaultIsToldWhereItStands() {
        assertEquals("""
                run.yaml:3:43: error: fees.tiers[0].maker_bps must be within [-100, 1000], got -100.5
                run.yaml:3:62: error: fees.tiers[0].taker_bps must be within [-100, 1000], got 10001
                run.yaml:4:7: error: fees.tiers[1].traded_notional must be above that of the tier before, got \
                1000 after 1000
                run.yaml:5:7: error: fees.tiers[2] needs taker_bps
                run.yaml:5:26: error: fees.tiers[2].traded_notional must be within (0, 90000000000], got 0
                run.yaml:5:29: error: fees.tiers[2].make_bps is no key of a fee table; did you mean 'maker_bps'?
                run.yaml:5:7: error: fees.tiers[2] needs maker_bps
                """.lines().sorted().toList(), heads(files.report("""
                fees:
                  tiers:
                    - { traded_notional: 1000, maker_bps: -100.5, taker_bps: 10001 }
                    - { traded_notional: 1000, maker_bps: 0, taker_bps: 4 }
                    - { traded_notional: 0, make_bps: 1 }
                """)));
        assertEquals("""
                run.yaml:3:17: error: fees.instruments.BTC-PERP must be a section of keys, got 5
                run.yaml:4:30: error: fees.instruments.ETH-PERP.taker_bps must be within [-100, 1000], got 'much'
                run.yaml:4:45: error: fees.instruments.ETH-PERP.maximum must be within (0, 1000000] or none, got 0
                run.yaml:5:38: error: fees.instruments.SOL-PERP.tiers must be at most 32 tiers by rising \
                threshold, such as [{traded_notional: 1000000, maker_bps: 0.8, taker_bps: 4}], got 1
                """.lines().sorted().toList(), heads(files.report("""
                fees:
                  instruments:
                      BTC-PERP: 5
                      ETH-PERP: { taker_bps: much, maximum: 0 }
                      SOL-PERP: { minimum: 1, tiers: 1 }
                """)));
    }

    @Test
    void symbolOfNoInstrumentAndMaximumBelowMinimumAreRefusedTogether() {
        files.write("venues/simulator.yaml", "fees: { instruments: { ETH-PERP: { maximum: 1 } } }");
        assertEquals("""
                run.yaml:4:5: error: fees.instruments: no instrument 'BTC-PERPS' in the universe; did you mean \
                'BTC-PERP'?
                venues/simulator.yaml:1:24: error: fees of ETH-PERP: maximum must not be below minimum, got 1 and 2
                """.lines().sorted().toList(), heads(files.report("""
                fees:
                  minimum: 2
                  instruments:
                    BTC-PERPS: { taker_bps: 3 }
                """)));
    }

    @Test
    void rebateAboveTheTakerFeeAndAnOverruledKeyAreWarnings() {
        files.write("venues/simulator.yaml", "fees: { maker_bps: -2, taker_bps: 1 }");
        List<String> warnings = files.load("""
                        fees:
                          taker_bps: 5
                          instruments: { BTC-PERP: { tiers: [{ traded_notional: 1, maker_bps: -4, taker_bps: 3 }] } }
                        """).warnings();
        assertEquals("""
                run.yaml:2:14: warning: fees.taker_bps is not used: venue.fees.taker_bps is 1
                run.yaml:3:18: warning: fees of BTC-PERP, tiers[0]: the maker rebate is larger than the taker \
                fee, got maker_bps -4 and taker_bps 3
                run.yaml:3:18: warning: fees of BTC-PERP: the maker rebate is larger than the taker fee, got \
                maker_bps -2 and taker_bps 1
                venues/simulator.yaml:1:35: warning: fees: the maker rebate is larger than the taker fee, got \
                maker_bps -2 and taker_bps 1
                """.lines().toList(), heads(String.join("\n", warnings).replace(folder + "/", "")));
    }

    @Test
    void everyKeyIsExplained() {
        assertEquals("""
                fees.tiers
                  What the rates become from a traded notional on: that of the whole account in the 30 UTC days \
                before a fill's, in the reporting currency, since the session's start.
                  must be at most 32 tiers by rising threshold, such as [{traded_notional: 1000000, maker_bps: \
                0.8, taker_bps: 4}]
                  an account that has a tier already states its rates as maker_bps and taker_bps
                  default: []
                """, ConfigReport.explain("fees.tiers"));
        assertTrue(
                ConfigReport.explain("venue.fees.maximum").contains("must be within (0, 1000000] or none or inherit"));
        assertTrue(ConfigReport.explain("venue.fees.instruments").contains("default: {}"));
    }

    @Test
    void recordsRefuseWhatNoFileCanSay() {
        List<FeeTier> falling = List.of(new FeeTier(2, 0, 0), new FeeTier(2, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new FeeTable(0, 0, 0, 0, 0, falling));
        assertThrows(IllegalArgumentException.class, () -> new FeeTier(0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new FeeTier(1, 0, 1_000_000_000_001L));
        assertThrows(IllegalArgumentException.class, () -> new FeeTable(-1_000_000_000_001L, 0, 0, 0, 0, List.of()));
        assertThrows(IllegalArgumentException.class, () -> new FeeTable(0, 0, 0, 2, 1, List.of()));
        assertThrows(IllegalArgumentException.class, () -> new FeeTable(0, 0, -1, 0, 0, List.of()));
    }

    private FeeConfig load(String text, String... sets) {
        return files.load(text, sets).config().fees();
    }

    private static FeeTable table(long maker, long taker, long perContract, long minimum, long maximum) {
        return new FeeTable(maker, taker, perContract, minimum, maximum, List.of());
    }

    /** The first lines of the messages, sorted. */
    private static List<String> heads(String report) {
        return report.lines()
                .filter(line -> line.contains(": error: ") || line.contains(": warning: "))
                .sorted()
                .toList();
    }
}
