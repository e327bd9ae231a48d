package mnvh.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mnvh.universe.Instrument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedConfigTest {
    private static final Path FOLDER = Path.of(System.getProperty("mnvh.root", ".."), "config");

    private static LoadedConfig load(String name) {
        return ConfigLoader.load(FOLDER.resolve(name), List.of(), Map.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "paper.yaml",
                "perp-backtest.yaml",
                "perp-recorded.yaml",
                "literal-backtest.yaml",
                "strict-backtest.yaml"
            })
    void everyShippedFileLoadsWithoutAWarning(String name) {
        LoadedConfig loaded = load(name);
        assertEquals(List.of(), loaded.warnings());
        assertTrue(Files.exists(Path.of(loaded.venueFile())));
    }

    @Test
    void noShippedRunIsLeftUntested() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertEquals(
                    List.of(
                            "literal-backtest.yaml",
                            "paper.yaml",
                            "perp-backtest.yaml",
                            "perp-recorded.yaml",
                            "strict-backtest.yaml"),
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".yaml"))
                            .sorted()
                            .toList());
        }
    }

    @Test
    void paperNamesEveryKeyAndKeepsEveryProtectiveDefault() {
        LoadedConfig loaded = load("paper.yaml");
        loaded.settings().forEach((path, setting) -> {
            if (!path.equals("strategy.weights.fixed") && !path.startsWith("venue.")) {
                assertTrue(setting.origin().contains("paper.yaml:"), path);
            }
            if (path.startsWith("risk.") || path.startsWith("strategy.throttle.")) {
                ConfigKey key = ConfigKeys.get(path);
                assertEquals(defaultText(key), setting.text(), path);
            }
        });
        assertEquals(40, loaded.config().universe().instruments().size());
        assertEquals(1_000_000_000L, loaded.config().step().intervalNs());
        assertEquals(30, loaded.config().strategy().rhoWindowSteps());
    }

    @Test
    void defaultsToldInCommentsAreTheDefaults() throws IOException {
        for (String name : List.of("paper.yaml", "venues/simulator.yaml")) {
            String section = "";
            String inner = "";
            for (String line : Files.readAllLines(FOLDER.resolve(name))) {
                int told = line.indexOf("default ");
                String head = line.split("#", 2)[0].stripTrailing();
                if (head.isBlank()) {
                    continue;
                }
                String key = head.strip().split(":", 2)[0];
                int indent = head.length() - head.stripLeading().length();
                section = indent == 0 ? key : section;
                inner = indent == 2 ? key : inner;
                if (told < 0) {
                    continue;
                }
                String path = indent == 0 ? key : indent == 2 ? section + "." + key : section + "." + inner + "." + key;
                ConfigKey known = ConfigKeys.get(name.startsWith("venues") ? "venue." + path : path);
                String text = line.substring(told + "default ".length()).strip();
                String value = text.startsWith("[") ? text : text.split("[:,]", 2)[0];
                assertEquals(defaultText(known), canonical(known, value), known.path());
            }
        }
    }

    @Test
    void theStudiesHaveNoLimitThatCouldActButTheNumberOfWorkingOrders() {
        for (String name : List.of("literal-backtest.yaml", "strict-backtest.yaml")) {
            Config config = load(name).config();
            long none = RiskConfig.NONE;
            assertEquals(
                    new RiskConfig(
                            none,
                            none,
                            none,
                            none,
                            0,
                            none,
                            none,
                            none,
                            none,
                            none,
                            none,
                            Integer.MAX_VALUE,
                            100_000,
                            Double.POSITIVE_INFINITY),
                    config.risk());
            assertEquals(new FeeConfig(0, 0, 0, 0).general(), config.fees().general());
            assertEquals(Map.of(), config.fees().instruments());
            assertEquals(SelfFinancingConfig.NO_FLOOR, config.selfFinancing().cashFloor());
            assertEquals(
                    name.startsWith("literal") ? FinancingMode.FUNDED : FinancingMode.EXCESS_SIDE,
                    config.selfFinancing().mode());
            assertEquals(0.8, config.strategy().inventoryLeash());
            assertEquals(53.447, config.strategy().aggressiveness());
            Instrument template = config.universe().template();
            assertNotNull(template);
            assertEquals(1, template.tickSize());
            assertEquals(1, template.sizeIncrement());
            assertEquals(0, template.minNotional());
        }
    }

    private static String defaultText(ConfigKey key) {
        return canonical(key, key.fallback());
    }

    private static String canonical(ConfigKey key, String value) {
        ConfigNode node = YamlText.readValue(value, Place.of("test"), new Problems());
        assertNotNull(node, value);
        try {
            return key.type().format(key.type().parse(node));
        } catch (Refusal refusal) {
            throw new AssertionError(key.path() + " " + value, refusal);
        }
    }
}
