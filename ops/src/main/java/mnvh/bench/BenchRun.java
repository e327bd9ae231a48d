package mnvh.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mnvh.config.AggressivenessUnit;
import mnvh.config.BarFill;
import mnvh.config.Config;
import mnvh.config.CostConfig;
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

/**
 * What every benchmark runs on: perpetuals near 100, one-second steps, every estimator and factor at work.
 *
 * <p>The same on every machine; reads no file.
 */
public final class BenchRun {
    /** Length of a step. */
    public static final long STEP_NS = 1_000_000_000L;

    private static final long UNIT = FixedPoint.SCALE;
    private static final int MOST_WORKING = 4096;

    private BenchRun() {}

    /** @return {@code size} perpetuals with a tick of 0.01 and a size increment of 0.001 */
    public static Universe universe(int size) {
        List<Instrument> instruments = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            instruments.add(new Instrument(
                    i,
                    "SYM" + i,
                    InstrumentKind.LINEAR_PERP,
                    "USD",
                    1_000_000,
                    100_000,
                    UNIT,
                    0,
                    Long.MAX_VALUE / 4,
                    0,
                    FixedPoint.RATE_SCALE / 10));
        }
        return new Universe(instruments);
    }

    /**
     * Inverse-volatility weights, all four throttle factors, driver neutrality, funded baskets.
     *
     * @param limits true for every limit of the shipped paper configuration (the message rate is raised to what so
     *     many instruments need), false for none
     */
    public static Config config(Universe universe, boolean limits) {
        return config(universe, limits, MarkSource.MID);
    }

    /** @return the same on bars, which have closes and neither quotes nor volume that a limit could be held against */
    public static Config barConfig(Universe universe) {
        return config(universe, false, MarkSource.LAST);
    }

    /** @return the update rule alone, without limits: every step has an order of every instrument that moved */
    public static Config literal(Universe universe) {
        return config(universe, false, MarkSource.MID, literal());
    }

    private static Config config(Universe universe, boolean limits, MarkSource marks) {
        CostConfig cost = marks == MarkSource.MID ? CostConfig.quoted(30) : new CostConfig(30, 0, 0);
        return config(universe, limits, marks, strategy(cost));
    }

    private static Config config(Universe universe, boolean limits, MarkSource marks, StrategyConfig strategy) {
        return new Config(
                1,
                Mode.BACKTEST,
                new UniverseConfig(universe.instruments(), null),
                1_000_000 * UNIT,
                "USD",
                new StepConfig(STEP_NS, 3 * STEP_NS / 2, 0, 0.8, marks),
                strategy,
                new SelfFinancingConfig(FinancingMode.FUNDED, limits ? 0 : SelfFinancingConfig.NO_FLOOR),
                new FeeConfig(100_000_000, 450_000_000, 0, 0),
                new ExecutionConfig(ExecutionStyle.IOC, 2_000_000_000L, BarFill.SAME_CLOSE),
                new LotsConfig(LotMethod.FIFO, 256, 128),
                limits ? limited() : unlimited(),
                new JournalConfig(Path.of("run"), Durability.PROCESS),
                new VenueConfig("bench", "FIX.4.4", "US", "THEM", "127.0.0.1", 0, 30, null, null, simulator()),
                new MonitorConfig(0, "127.0.0.1", Path.of("KILL")));
    }

    /** Bars have no quotes, and so their cost is that of the fee alone. */
    private static StrategyConfig strategy(CostConfig cost) {
        return new StrategyConfig(
                0.85,
                150,
                AggressivenessUnit.EQUITY_MULTIPLE,
                0,
                new WeightsConfig(WeightSchemeName.INVERSE_VOL, Map.of(), 12, 6),
                30,
                List.of(),
                new ThrottleConfig(true, true, true, true, 1, 0.02, 5, 1, 1.5, Double.NaN, 1, 0),
                new NeutralityConfig(NeutralityMode.DRIVER, "universe", 0.05, 0.1, 0.5, 30),
                cost,
                FeeBudgetConfig.uncontrolled(0.2, 0.4));
    }

    private static StrategyConfig literal() {
        return new StrategyConfig(
                0.85,
                150,
                AggressivenessUnit.EQUITY_MULTIPLE,
                0,
                new WeightsConfig(WeightSchemeName.EQUAL, Map.of(), 12, 6),
                30,
                List.of(),
                new ThrottleConfig(false, false, false, false, 1, 0.02, 5, 1, 1.5, Double.NaN, 1, 0),
                new NeutralityConfig(NeutralityMode.NONE, "universe", 0.05, 0.1, 0.5, 30),
                CostConfig.quoted(30),
                FeeBudgetConfig.uncontrolled(0.2, 0.4));
    }

    private static RiskConfig limited() {
        long rate = FixedPoint.RATE_SCALE;
        return new RiskConfig(
                2 * rate,
                rate / 2,
                rate / 10,
                rate * 6 / 10,
                rate / 20,
                rate / 10,
                rate / 20,
                50_000 * UNIT,
                200_000 * UNIT,
                rate / 20,
                rate / 100,
                2 * MOST_WORKING,
                MOST_WORKING,
                20);
    }

    private static RiskConfig unlimited() {
        long none = RiskConfig.NONE;
        return new RiskConfig(
                none,
                none,
                none,
                none,
                FixedPoint.RATE_SCALE / 20,
                none,
                none,
                none,
                none,
                none,
                none,
                Integer.MAX_VALUE,
                MOST_WORKING,
                Double.POSITIVE_INFINITY);
    }

    private static SimulatorConfig simulator() {
        return new SimulatorConfig(
                1, Regime.REVERT, 0.3, 0.001, 0.003, 200_000_000, 5, 100_000 * UNIT, 4, 0, 0, 0, 0, 1);
    }
}
