package mnvh.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigReportTest {
    @TempDir
    Path folder;

    @Test
    void whatIsShownLoadsAgainAsTheSameConfiguration() {
        RunFiles files = new RunFiles(folder);
        LoadedConfig loaded = files.load("strategy: {inventory_leash: 0.5}", "venue.simulator.seed=7");
        String shown = ConfigReport.show(loaded, true);
        int venue = shown.indexOf("\n# " + loaded.venueFile());
        files.write("venues/simulator.yaml", shown.substring(venue));
        assertEquals(loaded.config(), files.load(shown.substring(0, venue)).config());
    }

    @Test
    void eachLineTellsItsOrigin() {
        LoadedConfig loaded = new RunFiles(folder).load("strategy: {inventory_leash: 0.5}", "mode=shadow");
        String shown = ConfigReport.show(loaded, true).replace(folder + "/", "");
        assertTrue(shown.startsWith("""
                        # run.yaml
                        version: 1                                      # default
                        mode: shadow                                    # --set mode
                        universe: universes/sim-40.yaml                 # default
                        initial_cash: 1000000                           # default
                        """), shown);
        assertTrue(shown.contains("""

                        strategy:
                          inventory_leash: 0.5                          # run.yaml:1
                          aggressiveness: 0.5                           # default
                        """), shown);
        assertTrue(shown.contains("\n# universes/sim-40.yaml: 2 instruments\n"), shown);
        assertFalse(ConfigReport.show(loaded, false).contains("default"));
    }

    @Test
    void credentialsAreShownAsStars() {
        LoadedConfig loaded = new RunFiles(folder).load("version: 1", "mode=shadow", "venue.fix.username=key-1234");
        assertEquals("key-1234", loaded.config().venue().username());
        String shown = ConfigReport.show(loaded, true);
        assertTrue(shown.contains("username: ***"), shown);
        assertFalse(shown.contains("key-1234"), shown);
    }

    @Test
    void checkEndsWithOneSummaryLine() {
        LoadedConfig loaded = new RunFiles(folder).load("risk: {max_net_leverage_ratio: 3}", "monitor.bind=0.0.0.0");
        String check = ConfigReport.check(loaded).replace(folder + "/", "");
        assertEquals("""
                run.yaml:1:32: warning: risk.max_net_leverage_ratio 3 never binds: risk.max_gross_leverage_ratio is 2
                    1 | risk: {max_net_leverage_ratio: 3}
                      |                                ^
                --set monitor.bind: warning: monitor.bind 0.0.0.0 can be reached from other machines, without encryption
                  127.0.0.1 keeps it on this machine
                run.yaml: ok, mode paper, 2 instruments, 2 of %d keys set, 2 warnings
                """.formatted(ConfigKeys.all().size()), check);
    }

    @Test
    void explainTellsMeaningRangeAndDefault() {
        assertEquals("""
                strategy.inventory_leash
                  Lambda of the update rule: the part of the inventory kept per step.
                  must be within [0, 1]
                  the paper recommends 0.80-0.98
                  default: 0.92
                """, ConfigReport.explain("strategy.inventory_leash"));
        assertEquals(
                "unknown key 'inventory_leash'; did you mean 'strategy.inventory_leash'?",
                assertThrows(ConfigException.class, () -> ConfigReport.explain("inventory_leash"))
                        .getMessage());
    }
}
