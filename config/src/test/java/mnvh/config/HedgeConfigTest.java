package mnvh.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run file may say of hedge instruments. */
class HedgeConfigTest {
    private final RunFiles files;

    HedgeConfigTest(@TempDir Path folder) {
        files = new RunFiles(folder);
    }

    @Test
    void sharesAreReadForTheModeHedge() {
        LoadedConfig loaded =
                files.load("strategy: { neutrality: { mode: hedge, hedge: { BTC-PERP: 0.7, ETH-PERP: 0.3 } } }");
        assertEquals(
                Map.of("BTC-PERP", 0.7, "ETH-PERP", 0.3),
                loaded.config().strategy().neutrality().hedge());
        assertTrue(loaded.warnings().isEmpty(), () -> loaded.warnings().toString());
    }

    @Test
    void whatCannotHedgeIsRefused() {
        String sum = files.report("strategy: { neutrality: { mode: hedge, hedge: { BTC-PERP: 0.7 } } }");
        assertTrue(sum.contains("run.yaml:1:47: error: strategy.neutrality.hedge must sum to 1, got 0.7"), sum);
        String none = files.report("strategy: { neutrality: { mode: hedge } }");
        assertTrue(none.contains("error: strategy.neutrality.hedge must sum to 1, got 0"), none);
        String symbol = files.report("strategy: { neutrality: { mode: hedge, hedge: { BTC-PREP: 1 } } }");
        assertTrue(symbol.contains("no instrument 'BTC-PREP' in the universe; did you mean 'BTC-PERP'?"), symbol);
        String limit = files.report("""
                strategy: { neutrality: { mode: hedge, hedge: { BTC-PERP: 1 } } }
                risk: { max_market_beta_ratio: none }
                """);
        assertTrue(limit.contains("run.yaml:2:"), limit);
    }

    @Test
    void sharesWithoutTheModeAreAWarning() {
        LoadedConfig loaded = files.load("strategy: { neutrality: { hedge: { BTC-PERP: 1 } } }");
        assertTrue(loaded.config().strategy().neutrality().hedge().isEmpty());
        assertTrue(
                loaded.warnings().get(0).contains("is not used by the mode driver"),
                () -> loaded.warnings().toString());
    }
}
