package mnvh.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mnvh.config.AggressivenessUnit;
import mnvh.config.BarFill;
import mnvh.config.Config;
import mnvh.config.DropCopyConfig;
import mnvh.config.Durability;
import mnvh.config.ExecutionConfig;
import mnvh.config.ExecutionStyle;
import mnvh.config.FeeBudgetConfig;
import mnvh.config.FeeConfig;
import mnvh.config.FinancingMode;
import mnvh.config.JournalConfig;
import mnvh.config.LotMethod;
import mnvh.config.LotsConfig;
import mnvh.config.MarkSource;
import mnvh.config.Mode;
import mnvh.config.MonitorConfig;
import mnvh.config.NeutralityConfig;
import mnvh.config.NeutralityMode;
import mnvh.config.Regime;
import mnvh.config.RiskConfig;
import mnvh.config.SelfFinancingConfig;
import mnvh.config.SimulatorConfig;
import mnvh.config.StepConfig;
import mnvh.config.StrategyConfig;
import mnvh.config.ThrottleConfig;
import mnvh.config.UniverseConfig;
import mnvh.config.VenueConfig;
import mnvh.config.WeightSchemeName;
import mnvh.config.WeightsConfig;
import mnvh.units.FixedPoint;
import mnvh.universe.Instrument;
import mnvh.universe.InstrumentKind;
import mnvh.universe.Universe;

/** Configurations built in code, for tests that must not read files: one-second steps, no limits unless named. */
final class TestRun {
    static final long SECOND_NS = 1_000_000_000L;

    private TestRun() {}

    static Universe universe(int size) {
        List<Instrument> instruments = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            instruments.add(new Instrument(
                    i,
                    "SYM" + i,
                    InstrumentKind.LINEAR_PERP,
                    "USD",
                    1_000_000,
                    100_000,
                    FixedPoint.SCALE,
                    0,
                    Long.MAX_VALUE / 4,
                    0,
                    FixedPoint.RATE_SCALE / 10));
        }
        return new Universe(instruments);
    }

    /** Every estimator at work: inverse volatility, driver neutrality. */
    static Config config(Universe universe, RiskConfig risk, boolean throttled) {
        return config(
                universe,
                risk,
                strategy(
                        0.9,
                        20,
                        new WeightsConfig(WeightSchemeName.INVERSE_VOL, Map.of(), 20, 10),
                        NeutralityMode.DRIVER,
                        throttled));
    }

    /** The update rule alone: equal weights, no throttle, no neutrality. */
    static Config literal(Universe universe, RiskConfig risk, double leash, double aggressiveness) {
        return config(
                universe,
                risk,
                strategy(
                        leash,
                        aggressiveness,
                        new WeightsConfig(WeightSchemeName.EQUAL, Map.of(), 20, 10),
                        NeutralityMode.NONE,
                        false));
    }

    /** The same run with a fee budget of its own. */
    static Config withFeeBudget(Config run, FeeBudgetConfig budget) {
        StrategyConfig s = run.strategy();
        return config(
                new Universe(run.universe().instruments()),
                run.risk(),
                new StrategyConfig(
                        s.inventoryLeash(),
                        s.aggressiveness(),
                        s.aggressivenessUnit(),
                        s.tradeThresholdRatio(),
                        s.weights(),
                        s.rhoWindowSteps(),
                        s.varianceRatioHorizons(),
                        s.throttle(),
                        s.neutrality(),
                        s.cost(),
                        budget));
    }

    /** The same run with variance ratios of its own. */
    static Config withHorizons(Config run, Integer... horizons) {
        StrategyConfig s = run.strategy();
        return config(
                new Universe(run.universe().instruments()),
                run.risk(),
                new StrategyConfig(
                        s.inventoryLeash(),
                        s.aggressiveness(),
                        s.aggressivenessUnit(),
                        s.tradeThresholdRatio(),
                        s.weights(),
                        s.rhoWindowSteps(),
                        List.of(horizons),
                        s.throttle(),
                        s.neutrality(),
                        s.cost(),
                        s.feeBudget()));
    }

    private static StrategyConfig strategy(
            double leash, double aggressiveness, WeightsConfig weights, NeutralityMode neutrality, boolean throttled) {
        return new StrategyConfig(
                leash,
                aggressiveness,
                AggressivenessUnit.EQUITY_MULTIPLE,
                0,
                weights,
                20,
                new ThrottleConfig(throttled, throttled, throttled, throttled, 1, 0.02, 5, 1, 1.5, Double.NaN, 1, 0),
                new NeutralityConfig(neutrality, "universe", 0.05, 0.1, 0.5, 30),
                0.2,
                0.4);
    }

    /** The same run with a drop copy. */
    static Config withDropCopy(Config run, int withinSteps) {
        VenueConfig venue = run.venue();
        return run.withDropCopy(new DropCopyConfig("COPY", venue.targetCompId(), venue.host(), 0, withinSteps));
    }

    /** The same run with other fees. */
    static Config withFees(Config run, FeeConfig fees) {
        return new Config(
                run.version(),
                run.mode(),
                run.universe(),
                run.initialCash(),
                run.currency(),
                run.step(),
                run.strategy(),
                run.selfFinancing(),
                fees,
                run.execution(),
                run.lots(),
                run.risk(),
                run.journal(),
                run.venue(),
                run.monitor());
    }

    private static Config config(Universe universe, RiskConfig risk, StrategyConfig strategy) {
        return new Config(
                1,
                Mode.BACKTEST,
                new UniverseConfig(universe.instruments(), null),
                1_000_000 * FixedPoint.SCALE,
                "USD",
                new StepConfig(SECOND_NS, 2 * SECOND_NS, 0, 0.5, MarkSource.MID),
                strategy,
                new SelfFinancingConfig(FinancingMode.FUNDED, SelfFinancingConfig.NO_FLOOR),
                new FeeConfig(100_000_000, 450_000_000, 0, 0),
                new ExecutionConfig(ExecutionStyle.IOC, 2_000_000_000L, BarFill.SAME_CLOSE),
                new LotsConfig(LotMethod.FIFO, 64, 128),
                risk,
                new JournalConfig(Path.of("run"), Durability.PROCESS),
                new VenueConfig("test", "FIX.4.4", "US", "THEM", "127.0.0.1", 0, 30, null, null, simulator()),
                new MonitorConfig(0, "127.0.0.1", Path.of("KILL")));
    }

    static RiskConfig unlimited() {
        long none = RiskConfig.NONE;
        return new RiskConfig(
                none,
                none,
                none,
                none,
                50_000_000_000L,
                none,
                none,
                none,
                none,
                none,
                none,
                Integer.MAX_VALUE,
                1000,
                Double.POSITIVE_INFINITY);
    }

    /** No limit but on what is unexplained. */
    static RiskConfig unexplained(long most, int openBreaks) {
        long none = RiskConfig.NONE;
        return new RiskConfig(
                none,
                none,
                none,
                none,
                50_000_000_000L,
                none,
                none,
                none,
                none,
                none,
                none,
                Integer.MAX_VALUE,
                1000,
                Double.POSITIVE_INFINITY,
                most,
                openBreaks,
                Integer.MAX_VALUE);
    }

    private static SimulatorConfig simulator() {
        return new SimulatorConfig(
                1, Regime.REVERT, 0.3, 0.001, 0.003, 200_000_000, 5, 100_000 * FixedPoint.SCALE, 4, 0, 0, 0, 0, 1);
    }
}
