package mnvh.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import mnvh.universe.Universe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTextTest {
    @TempDir
    Path folder;

    @Test
    void whatIsWrittenReadsBackAsTheSameConfigurationAndText() {
        LoadedConfig loaded = new RunFiles(folder).load("""
                        mode: backtest
                        initial_cash: "123.45000001"
                        strategy:
                          inventory_leash: 0.1
                          aggressiveness: 53.447
                          weights: { scheme: fixed, fixed: { ETH-PERP: 1.25, BTC-PERP: -0.25 } }
                          neutrality: { benchmark: BTC-PERP }
                        risk: { max_net_leverage_ratio: none, max_jump_sigma: none, max_messages_per_s: none }
                        fees: { maker_bps: -0.12345678 }
                        """);
        Config config = loaded.config();
        String text = ConfigText.write(config);
        Universe universe = new Universe(config.universe().instruments());
        Config read = ConfigText.parse(text, universe);
        assertEquals(text, ConfigText.write(read));
        assertEquals(config.strategy(), read.strategy());
        assertEquals(config.risk(), read.risk());
        assertEquals(config.fees(), read.fees());
        assertEquals(config.universe(), read.universe());
        assertEquals(config.initialCash(), read.initialCash());
        assertTrue(text.contains("\nstrategy.weights.fixed={BTC-PERP: -0.25, ETH-PERP: 1.25}\n"), text);
        assertTrue(text.contains("\nfees.maker_bps=-0.12345678\n"), text);
        assertTrue(text.contains("\nrisk.max_jump_sigma=none\n"), text);
        assertTrue(text.contains("\nstrategy.throttle.dd_soft_ratio=half\n"), text);
        List<String> lines = text.lines().toList();
        assertEquals(lines.stream().sorted().toList(), lines);
    }

    @Test
    void placesAndCredentialsDoNotStandInTheText() {
        RunFiles files = new RunFiles(folder);
        String text = ConfigText.write(files.load("version: 1", "mode=shadow").config());
        String elsewhere = ConfigText.write(files.load(
                        "version: 1",
                        "mode=shadow",
                        "approval={required: true, file: elsewhere}",
                        "journal.dir=/elsewhere",
                        "journal.durability=always",
                        "monitor.http_port=0",
                        "venue.name=other",
                        "venue.fix={host: example.org, port: 1, sender: A, target: B, username: me}",
                        "venue.simulator.speed=20")
                .config());
        assertEquals(text, elsewhere);
        assertFalse(
                Stream.of("venue.fix", "journal", "monitor", "approval", "universe=", "speed")
                        .anyMatch(text::contains),
                text);
        assertTrue(text.contains("\nvenue.simulator.seed=42\n"), text);
    }

    @Test
    void theTextDoesNotDependOnTheLocale() {
        Config config = new RunFiles(folder).load("version: 1").config();
        String text = ConfigText.write(config);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals(text, ConfigText.write(config));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void anythingButACompleteCanonicalTextIsRefused() {
        Config config = new RunFiles(folder).load("version: 1").config();
        Universe universe = new Universe(config.universe().instruments());
        String text = ConfigText.write(config);
        for (String damaged : List.of(
                text.replace("mode=paper\n", ""),
                text.replace("mode=paper\n", "mode=demo\n"),
                text.replace("mode=paper\n", "mode=paper\nmode=paper\n"),
                text.replace("mode=paper\n", "mode=paper\nother=1\n"),
                text.replace("mode=paper\n", "mode= paper\n"),
                text + "monitor.http_port=1\n",
                text.stripTrailing(),
                "")) {
            assertThrows(IllegalArgumentException.class, () -> ConfigText.parse(damaged, universe), damaged);
        }
    }

    @Test
    void doublesAreWrittenInTheirShortestPlainForm() {
        assertEquals("0.1", YamlNumber.format(0.1));
        assertEquals("0.30000000000000004", YamlNumber.format(0.1 + 0.2));
        assertEquals("53.447", YamlNumber.format(53.447));
        assertEquals("1000000000000", YamlNumber.format(1e12));
        assertEquals("0.002", YamlNumber.format(2e-3));
        assertEquals("0", YamlNumber.format(-0.0));
        // Double.toString writes 1.9999999999999998E23 or 2.0E23, depending on the Java.
        assertEquals("200000000000000000000000", YamlNumber.format(2e23));
    }
}
