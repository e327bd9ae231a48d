package mnvh.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import mnvh.universe.Instrument;
import mnvh.universe.InstrumentKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigLoaderTest {
    @TempDir
    Path folder;

    private RunFiles files;

    @BeforeEach
    void open() {
        files = new RunFiles(folder);
    }

    @Test
    void defaultsAreThoseOfTheDocumentation() {
        Config config = files.load("version: 1").config();
        assertEquals(1, config.version());
        assertEquals(Mode.PAPER, config.mode());
        assertEquals(100_000_000_000_000L, config.initialCash());
        assertEquals("USD", config.currency());
        assertEquals(new StepConfig(60_000_000_000L, 1_500_000_000L, 50_000_000L, 0.8, MarkSource.MID), config.step());
        assertEquals(
                new StrategyConfig(
                        0.92,
                        0.5,
                        AggressivenessUnit.EQUITY_MULTIPLE,
                        0.0,
                        new WeightsConfig(WeightSchemeName.INVERSE_VOL, Map.of(), 390, 60),
                        390,
                        List.of(),
                        new ThrottleConfig(true, true, true, true, 1.0, 0.02, 5, 1.0, 1.5, Double.NaN, 1.0, 0.0),
                        new NeutralityConfig(NeutralityMode.DRIVER, "universe", 0.05, 0.1, 0.5, 390),
                        new CostConfig(390, Double.NaN, 0),
                        new FeeBudgetConfig(true, 390, 0.01, 0.2, 0.4)),
                config.strategy());
        assertEquals(new SelfFinancingConfig(FinancingMode.FUNDED, 0), config.selfFinancing());
        assertEquals(
                new FeeConfig(100_000_000L, 450_000_000L, 0, 0).general(),
                config.fees().general());
        assertEquals(Map.of(), config.fees().instruments());
        assertEquals(1_000_000L, config.fees().maxDifference());
        assertEquals(new ExecutionConfig(ExecutionStyle.IOC, 2_000_000_000L, BarFill.NEXT_CLOSE), config.execution());
        assertEquals(new LotsConfig(LotMethod.FIFO, 256, 128), config.lots());
        assertEquals(
                new RiskConfig(
                        2_000_000_000_000L,
                        500_000_000_000L,
                        100_000_000_000L,
                        600_000_000_000L,
                        50_000_000_000L,
                        100_000_000_000L,
                        50_000_000_000L,
                        5_000_000_000_000L,
                        20_000_000_000_000L,
                        50_000_000_000L,
                        10_000_000_000L,
                        500,
                        1000,
                        20.0),
                config.risk());
        assertEquals(new JournalConfig(Path.of("run/journal"), Durability.PROCESS), config.journal());
        assertEquals(new MonitorConfig(8080, "127.0.0.1", Path.of("KILL")), config.monitor());
        assertEquals(
                new VenueConfig(
                        "simulator",
                        "FIX.4.4",
                        "MNVH",
                        "SIMULATOR",
                        "127.0.0.1",
                        0,
                        30,
                        null,
                        null,
                        new SimulatorConfig(
                                42,
                                Regime.REVERT,
                                0.3,
                                0.001,
                                0.003,
                                200_000_000L,
                                5,
                                10_000_000_000_000L,
                                4,
                                5_000_000L,
                                0,
                                28_800_000_000_000L,
                                0.0001,
                                1)),
                config.venue());
    }

    @Test
    void flagBeatsEnvironmentBeatsFileBeatsDefault() {
        Path file = files.write("run.yaml", "strategy: {aggressiveness: 2}\nstep:\n  interval_s: 2\n");
        Map<String, String> environment = Map.of(
                "MNVH_STRATEGY__AGGRESSIVENESS", "3",
                "MNVH_STRATEGY__INVENTORY_LEASH", "0.5",
                "MNVH_HOME", "/somewhere",
                "PATH", "/bin");
        LoadedConfig loaded = ConfigLoader.load(
                file, List.of("strategy.inventory_leash=0.1", "strategy.inventory_leash=0.25"), environment);
        assertEquals(0.25, loaded.config().strategy().inventoryLeash());
        assertEquals(3.0, loaded.config().strategy().aggressiveness());
        assertEquals(2_000_000_000L, loaded.config().step().intervalNs());
        assertEquals(60, loaded.config().strategy().weights().refreshSteps());
        assertEquals("--set strategy.inventory_leash", origin(loaded, "strategy.inventory_leash"));
        assertEquals("environment MNVH_STRATEGY__AGGRESSIVENESS", origin(loaded, "strategy.aggressiveness"));
        assertEquals(file + ":3", origin(loaded, "step.interval_s"));
        assertEquals("default", origin(loaded, "strategy.weights.refresh_steps"));
        assertEquals(ConfigKeys.all().size(), loaded.settings().size());
    }

    @Test
    void aVariableThatNamesNoKeyIsAnError() {
        Path file = files.write("run.yaml", "version: 1");
        ConfigException refused = assertThrows(
                ConfigException.class,
                () -> ConfigLoader.load(file, List.of(), Map.of("MNVH_RISK__MAX_DRAWDOWN_RATOI", "0.1")));
        assertTrue(
                String.valueOf(refused.getMessage())
                        .startsWith("environment MNVH_RISK__MAX_DRAWDOWN_RATOI: error: unknown key"
                                + " 'risk.max_drawdown_ratoi'; did you mean 'max_drawdown_ratio'?"),
                refused.getMessage());
    }

    @Test
    void flagsReachIntoTheVenueAndReplaceFilesAndSections() {
        files.write("venues/simulator.yaml", "name: sim\nsimulator: {seed: 1, speed: 2}\n");
        files.write("other/one.yaml", "template: {kind: equity, tick: 0.01, size_increment: 1}");
        LoadedConfig loaded = files.load(
                "version: 1",
                "venue.simulator.seed=7",
                "universe=other/one.yaml",
                "strategy.weights={scheme: equal, refresh_steps: 1}");
        assertEquals("sim", loaded.config().venue().name());
        assertEquals(7, loaded.config().venue().simulator().seed());
        assertEquals(2.0, loaded.config().venue().simulator().speed());
        assertEquals(
                WeightSchemeName.EQUAL, loaded.config().strategy().weights().scheme());
        assertEquals(1, loaded.config().strategy().weights().refreshSteps());
        Instrument template = loaded.config().universe().template();
        assertEquals(
                new Instrument(
                        0,
                        "*",
                        InstrumentKind.EQUITY,
                        "USD",
                        1_000_000L,
                        100_000_000L,
                        100_000_000L,
                        0,
                        Long.MAX_VALUE,
                        0,
                        1_000_000_000_000L),
                template);
    }

    @Test
    void decimalsAreReadFromTheirTextExactly() {
        Config config = files.load("""
                        initial_cash: 9007199254.74099301       # beyond what a double holds
                        fees: { taker_bps: 0.00000001, maker_bps: -0.5, minimum: "1e-8" }
                        risk:
                          max_gross_leverage_ratio: 1.000000000001
                          max_net_leverage_ratio: none
                          max_messages_per_s: none
                          max_jump_sigma: none
                        self_financing: { cash_floor: none }
                        execution: { collar_bps: none }
                        step: { interval_s: 0.25, close_delay_ms: 0.000001 }
                        """).config();
        assertEquals(900_719_925_474_099_301L, config.initialCash());
        assertEquals(1, config.fees().general().takerRate());
        assertEquals(-50_000_000L, config.fees().general().makerRate());
        assertEquals(1, config.fees().general().minimum());
        assertEquals(1_000_000_000_001L, config.risk().maxGrossLeverageRatio());
        assertEquals(RiskConfig.NONE, config.risk().maxNetLeverageRatio());
        assertEquals(Integer.MAX_VALUE, config.risk().maxMessagesPerS());
        assertEquals(Double.POSITIVE_INFINITY, config.risk().maxJumpSigma());
        assertEquals(SelfFinancingConfig.NO_FLOOR, config.selfFinancing().cashFloor());
        assertEquals(RiskConfig.NONE, config.execution().collarRate());
        assertEquals(250_000_000L, config.step().intervalNs());
        assertEquals(1, config.step().closeDelayNs());
    }

    @Test
    void scalarsFollowYamlCore() {
        Config config = files.load("""
                        currency: NOK
                        strategy: { aggressiveness: 1e3, throttle: { rho: FALSE }, rho: { window_steps: 0x10 } }
                        """, "universe=" + files.write("u.yaml", RunFiles.TWO_PERPS))
                .config();
        assertEquals("NOK", config.currency());
        assertEquals(1000.0, config.strategy().aggressiveness());
        assertEquals(false, config.strategy().throttle().rho());
        assertEquals(16, config.strategy().rhoWindowSteps());
    }

    @Test
    void listedInstrumentsKeepTheirOrderAndTakeTheDefaults() {
        UniverseConfig universe = files.load("version: 1").config().universe();
        assertNull(universe.template());
        assertEquals(
                List.of("BTC-PERP", "ETH-PERP"),
                universe.instruments().stream().map(Instrument::symbol).toList());
        assertEquals(100_000_000_000L, universe.instruments().get(1).initialMarginRate());
        assertEquals(1, universe.instruments().get(1).index());
    }

    @Test
    void anEmptyFileIsAWarning() {
        assertEquals(
                List.of(folder.resolve("run.yaml") + ":1:1: warning: the file is empty; every key has its default\n"
                        + "    1 | # nothing\n      | ^"),
                files.load("# nothing").warnings());
    }

    private static String origin(LoadedConfig loaded, String path) {
        LoadedConfig.Setting setting = loaded.settings().get(path);
        return setting == null ? "" : setting.origin();
    }
}
