package mnvh.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import mnvh.universe.Instrument;
import mnvh.universe.MarginMode;
import mnvh.universe.MarginTerms;
import mnvh.universe.MarginTier;
import mnvh.universe.Universe;
import mnvh.universe.UniverseText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Margin terms in universe files and in the universe's text. */
class MarginConfigTest {
    private static final long ONE = 100_000_000L;
    private static final long PERCENT = 10_000_000_000L;

    private final RunFiles files;

    MarginConfigTest(@TempDir Path folder) {
        files = new RunFiles(folder);
    }

    private List<Instrument> instruments(String more) {
        files.write("universes/sim-40.yaml", """
                defaults: { kind: linear-perp, tick: 1, size_increment: 1, initial_margin_ratio: 0.1 }
                instruments:
                  - { symbol: A, %s }
                  - { symbol: B }
                """.formatted(more));
        return files.load("version: 1").config().universe().instruments();
    }

    private String refusal(String more) {
        files.write("universes/sim-40.yaml", """
                defaults: { kind: linear-perp, tick: 1, size_increment: 1, initial_margin_ratio: 0.1 }
                instruments: [{ symbol: A, %s }]
                """.formatted(more));
        return files.report("version: 1");
    }

    @Test
    void tiersModeAndMaintenanceAreRead() {
        List<Instrument> universe = instruments("margin_mode: isolated, maintenance_margin_ratio: 0.05, margin_tiers:"
                + " [{ notional: 50000, initial_margin_ratio: 0.2, maintenance_margin_ratio: 0.125 }]");
        MarginTerms terms = universe.get(0).margin();
        assertEquals(MarginMode.ISOLATED, terms.mode());
        assertEquals(
                List.of(
                        new MarginTier(0, 10 * PERCENT, 5 * PERCENT),
                        new MarginTier(50_000 * ONE, 20 * PERCENT, 125 * PERCENT / 10)),
                terms.tiers());
        assertEquals(MarginTerms.flat(10 * PERCENT), universe.get(1).margin(), "maintenance as initial, cross");

        String text = UniverseText.write(new Universe(universe));
        assertTrue(text.startsWith("A\tlinear-perp\tUSD\t1\t1\t1\t0\t"), text);
        assertTrue(text.contains("\t0.1\tisolated 0.05 50000:0.2:0.125\nB\t"), text);
        assertEquals(universe, UniverseText.parse(text).instruments());
    }

    @Test
    void marginIsContinuousWhereTiersMeet() {
        MarginTerms terms = new MarginTerms(
                MarginMode.CROSS,
                List.of(
                        new MarginTier(0, 10 * PERCENT, 5 * PERCENT),
                        new MarginTier(1_000 * ONE, 20 * PERCENT, 10 * PERCENT),
                        new MarginTier(5_000 * ONE, 50 * PERCENT, 25 * PERCENT)));
        assertEquals(100 * ONE, terms.initial(1_000 * ONE));
        assertEquals(100 * ONE - 100, terms.initial(1_000 * ONE - 1_000));
        assertEquals(100 * ONE + 200, terms.initial(1_000 * ONE + 1_000));
        assertEquals(900 * ONE, terms.initial(5_000 * ONE));
        // 0.05 * 1000 + 0.1 * 4000 + 0.25 * 1000
        assertEquals(700 * ONE, terms.maintenance(6_000 * ONE));
        assertEquals(1, terms.maintenance(1), "rounded up");
        assertEquals(0, terms.initial(0));
    }

    @Test
    void whatWouldJumpOrFallIsRefused() {
        String jump = refusal("margin_tiers: [{ notional: 0.00000001, initial_margin_ratio: 0.2,"
                + " maintenance_margin_ratio: 0.1 }]");
        assertTrue(jump.contains("sim-40.yaml:2:15: error: A: the notional of a margin tier times the rise"), jump);
        String falls =
                refusal("margin_tiers: [{ notional: 5, initial_margin_ratio: 0.05, maintenance_margin_ratio: 0.05 }]");
        assertTrue(falls.contains("A: the ratios of margin tiers must not fall"), falls);
        String above = refusal("maintenance_margin_ratio: 0.2");
        assertTrue(above.contains("maintenance_margin_ratio must be within (0, initial_margin_ratio]"), above);
    }

    @Test
    void faultsOfATierStandWhereItStands() {
        String report = refusal("margin_tiers: [{ notional: 5, initial_ratio: 0.2, maintenance_margin_ratio: 0.1 }]");
        assertTrue(
                report.contains("sim-40.yaml:2:58: error: margin_tiers[0].initial_ratio is no key of a margin tier"),
                report);
        String mode = refusal("margin_mode: shared");
        assertTrue(mode.contains("error: margin_mode must be one of cross, isolated, got 'shared'"), mode);
    }
}
