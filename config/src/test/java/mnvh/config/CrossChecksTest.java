package mnvh.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CrossChecksTest {
    @TempDir
    Path folder;

    private RunFiles files;

    @BeforeEach
    void open() {
        files = new RunFiles(folder);
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void keysThatContradictEachOtherAreRefused(String set, String expected) {
        String report = files.report("version: 1", set);
        String key = set.substring(0, set.indexOf('='));
        assertEquals("--set " + key + ": error: " + expected, report.substring(0, report.indexOf('\n')));
        assertTrue(report.endsWith("\n1 error. Nothing was started."), report);
    }

    @Test
    void projectionMayGoWithTheDriver() {
        assertEquals(
                FinancingMode.PROJECTION,
                files.load("self_financing: {mode: projection}")
                        .config()
                        .selfFinancing()
                        .mode());
    }

    @Test
    void fault44_fixedWeightsMustNameInstrumentsAndSumToOne() {
        String report = files.report("strategy: {weights: {scheme: fixed, fixed: {BTC-PERP: 0.5, ETH: 0.4}}}");
        assertTrue(report.contains("no instrument 'ETH' in the universe"), report);
        assertTrue(report.contains("strategy.weights.fixed must sum to 1, got 0.9\n"), report);
        assertTrue(report.endsWith("2 errors. Nothing was started."), report);
    }

    @Test
    void whatTheSchemeDoesNotReadIsWarnedOf() {
        String text = "--set %1$s: warning: %1$s is not used by the scheme %2$s";
        assertEquals(
                List.of(String.format(text, "strategy.weights.long_only", "inverse-vol")),
                warnings("strategy.weights.long_only=true"));
        assertEquals(
                List.of(String.format(text, "strategy.weights.averaging", "shrinkage-markowitz")),
                warnings("strategy.weights.averaging=ewma", "strategy.weights.scheme=shrinkage-markowitz"));
        assertEquals(List.of(), warnings("strategy.weights.averaging=ewma"));
        assertEquals(
                List.of(), warnings("strategy.weights.long_only=true", "strategy.weights.scheme=shrinkage-markowitz"));
    }

    @Test
    void bandOfTheFeeBudgetHoldsItsNarrowest() {
        String report = files.report("version: 1", "strategy.trade_threshold_ratio=0.02");
        assertTrue(
                report.startsWith("--set strategy.trade_threshold_ratio: error: strategy.trade_threshold_ratio must"
                        + " not be above strategy.fee_budget.band_max_ratio, got 0.02 and 0.01\n"),
                report);
        assertEquals(List.of(), warnings("strategy.trade_threshold_ratio=0.02", "strategy.fee_budget.control=false"));
    }

    @Test
    void quotedSpreadsOnBarsAreWarnedOf() {
        String text = "--set strategy.throttle.edge: warning: strategy.throttle.edge never opens on bars while"
                + " strategy.cost.half_spread_bps is quoted\n"
                + "  bars have no quotes; give the half spread, or set strategy.throttle.edge: false";
        assertEquals(List.of(text), warnings("mode=backtest", "strategy.throttle.edge=true"));
        assertEquals(List.of(), warnings("mode=backtest", "strategy.cost.half_spread_bps=0"));
        assertEquals(List.of(), warnings("mode=backtest", "strategy.throttle.edge=false"));
        assertEquals(List.of(), warnings("mode=paper", "strategy.throttle.edge=true"));
    }

    @Test
    void horizonsRiseAndAreWholeNumbers() {
        for (String horizons : new String[] {"[5, 5]", "[1]", "[2, 2.5]", "3", "[2, 3, 4, 5, 6, 7, 8, 9, 10]"}) {
            String report = files.report("strategy: {rho: {variance_ratio_horizons: " + horizons + "}}");
            assertTrue(
                    report.startsWith("run.yaml:1:43: error: strategy.rho.variance_ratio_horizons must be at most 8"
                            + " whole"
                            + " numbers within [2, 1000], rising, got "),
                    report);
        }
        assertEquals(
                List.of(2, 7),
                files.load("strategy: {rho: {variance_ratio_horizons: [2, 7]}}")
                        .config()
                        .strategy()
                        .varianceRatioHorizons());
    }

    @Test
    void unitsOutstandingNameAllInstrumentsOrNone() {
        String report = files.report("strategy: {weights: {scheme: entropy, outstanding: {BTC-PERP: 3, ETH: 4}}}");
        assertTrue(report.contains("run.yaml:1:"), report);
        assertTrue(report.contains("no instrument 'ETH' in the universe"), report);
        assertTrue(report.contains("strategy.weights.outstanding lacks ETH-PERP"), report);
        assertTrue(report.endsWith("2 errors. Nothing was started."), report);
        report = files.report("strategy: {weights: {scheme: entropy, outstanding: {BTC-PERP: 0, ETH-PERP: 4}}}");
        assertTrue(report.contains("the number of BTC-PERP is 0"), report);
        assertEquals(
                List.of("--set strategy.weights.scheme: warning: strategy.weights.scheme quadratic runs on"
                        + " pseudo-capitalisations, each 1 at its first mark\n  strategy.weights.outstanding"
                        + " gives real ones"),
                warnings("strategy.weights.scheme=quadratic"));
        LoadedConfig loaded = files.load("strategy: {weights: {scheme: diversity, diversity_exponent: 0.3,"
                + " outstanding: {BTC-PERP: 3, ETH-PERP: 4.5}}}");
        assertEquals(List.of(), loaded.warnings());
        assertEquals(
                new WeightsConfig(
                        WeightSchemeName.DIVERSITY,
                        Map.of(),
                        390,
                        60,
                        Averaging.ROLLING,
                        false,
                        0.3,
                        Map.of("BTC-PERP", 3.0, "ETH-PERP", 4.5)),
                loaded.config().strategy().weights());
    }

    private List<String> warnings(String... sets) {
        return files.load("version: 1", sets).warnings();
    }

    @ParameterizedTest
    @MethodSource("universes")
    void aUniverseThatCannotBeTradedIsRefused(String universe, String expected) {
        files.write("universes/sim-40.yaml", universe);
        String report = files.report("version: 1");
        assertTrue(report.contains(": error: " + expected), report);
        assertTrue(report.startsWith("universes/sim-40.yaml:1:"), report);
    }

    private static Stream<Arguments> contradictions() {
        return RunFiles.pairs("""
                step.close_delay_ms=60000
                    step.close_delay_ms must be below step.interval_s, got 60000 and 60
                strategy.throttle.vr_full=1.5
                    strategy.throttle.vr_full must be below strategy.throttle.vr_max, got 1.5 and 1.5
                strategy.rho.window_steps=5
                    strategy.throttle.trend_horizon_steps must be below strategy.rho.window_steps, got 5 and 5
                strategy.rho.variance_ratio_horizons=[2, 390]
                    strategy.rho.variance_ratio_horizons must be below strategy.rho.window_steps, got 390 and 390
                strategy.throttle.dd_soft_ratio=0.1
                    strategy.throttle.dd_soft_ratio must be below risk.max_drawdown_ratio, got 0.1 and 0.1
                risk.max_drawdown_ratio=none
                    strategy.throttle.drawdown is true but risk.max_drawdown_ratio is none
                self_financing.mode=scalar
                    self_financing.mode scalar undoes strategy.neutrality.mode driver, scaling after it
                self_financing.mode=excess-side
                    self_financing.mode excess-side undoes strategy.neutrality.mode driver, scaling after it
                self_financing.cash_floor=1000000.01
                    self_financing.cash_floor must not be above initial_cash, got 1000000.01 and 1000000
                execution.collar_bps=101
                    execution.collar_bps must not be above risk.max_price_deviation_bps, got 101 and 100
                strategy.weights.scheme=fixed
                    strategy.weights.fixed must sum to 1, got 0
                strategy.neutrality.benchmark=BTC-PREP
                    strategy.neutrality.benchmark: no instrument 'BTC-PREP' in the universe; did you mean 'BTC-PERP'?
                """);
    }

    private static Stream<Arguments> universes() {
        return RunFiles.pairs("""
                instruments: []
                    a universe needs instruments: or template:
                template: {kind: spot, tick: 1}
                    an instrument needs size_increment
                template: {kind: spot, tick: 1, size_increment: 1, currency: EUR}
                    currency of * must be the run's currency USD, got EUR
                template: {kind: spot, tick: 1, size_increment: 1, symbol: X}
                    unknown key 'symbol'; did you mean
                template: {kind: spot, tick: 1, size_increment: 0.001, multiplier: 0.000001}
                    *: size_increment times multiplier must be a multiple of 1e-8 of the underlying
                template: {kind: spot, tick: 1, size_increment: 1, min_quantity: 3, max_quantity: 2}
                    min_quantity of * must not be above its max_quantity
                {defaults: {kind: spot, tick: 1, size_increment: 1}, instruments: [{symbol: A}, {symbol: A}]}
                    symbol 'A' stands twice
                instruments: [{symbol: A B, kind: spot, tick: 1, size_increment: 1}]
                    symbol must be 1 to 32 characters without blanks, got 'A B'
                instruments: [{symbol: A, kind: spot, tick: 0, size_increment: 1}]
                    tick must be within [0.00000001, 10000000], got 0
                """);
    }
}
