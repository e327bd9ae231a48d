package mnvh.config;

import java.util.ArrayList;
import java.util.List;

/** Keys of the update rule and its estimators. */
final class StrategyKeys {
    private static final WholeType WINDOW = WholeType.of(2, 1_000_000);

    private StrategyKeys() {}

    static List<ConfigKey> all() {
        List<ConfigKey> keys = new ArrayList<>(rule());
        keys.addAll(throttle());
        keys.addAll(CostKeys.all());
        keys.addAll(neutrality());
        return keys;
    }

    private static List<ConfigKey> rule() {
        return List.of(
                new ConfigKey(
                        "strategy.inventory_leash",
                        RealType.of("[0, 1]"),
                        "0.92",
                        c -> c.strategy().inventoryLeash(),
                        "Lambda of the update rule: the part of the inventory kept per step.",
                        "the paper recommends 0.80-0.98"),
                new ConfigKey(
                        "strategy.aggressiveness",
                        RealType.of("(0, 1000000000000]"),
                        "0.5",
                        c -> c.strategy().aggressiveness(),
                        "Beta of the update rule (not the market beta), in the unit of aggressiveness_unit.",
                        "gross leverage grows with it times the dispersion of a step's returns"),
                new ConfigKey(
                        "strategy.aggressiveness_unit",
                        WordType.of(AggressivenessUnit.values(), AggressivenessUnit::text),
                        "equity-multiple",
                        c -> c.strategy().aggressivenessUnit(),
                        "Whether aggressiveness counts multiples of equity or units of the reporting currency.",
                        ""),
                new ConfigKey(
                        "strategy.trade_threshold_ratio",
                        RealType.of("[0, 1]"),
                        "0.0",
                        c -> c.strategy().tradeThresholdRatio(),
                        "Narrowest no-trade band per instrument, fraction of equity.",
                        "usual: 0-0.01"),
                new ConfigKey(
                        "strategy.weights.scheme",
                        WordType.of(WeightSchemeName.values(), WeightSchemeName::text),
                        "inverse-vol",
                        c -> c.strategy().weights().scheme(),
                        "How target weights come about.",
                        ""),
                new ConfigKey(
                        "strategy.weights.fixed",
                        new SymbolNumbersType("weight", "[-10, 10]", "{BTC-PERP: 0.5, ETH-PERP: 0.5}"),
                        "{}",
                        c -> c.strategy().weights().fixed(),
                        "Weights by symbol for the scheme fixed, summing to 1; a symbol not named has weight 0.",
                        ""),
                new ConfigKey(
                        "strategy.weights.lookback_steps",
                        WINDOW,
                        "390",
                        c -> (long) c.strategy().weights().lookbackSteps(),
                        "Window of inverse-vol and shrinkage-markowitz, steps.",
                        "usual: 20 to 2000"),
                new ConfigKey(
                        "strategy.weights.refresh_steps",
                        WholeType.of(1, 1_000_000),
                        "60",
                        c -> (long) c.strategy().weights().refreshSteps(),
                        "Steps between two computations of the weights.",
                        "usual: 1 to 500"),
                new ConfigKey(
                        "strategy.weights.averaging",
                        WordType.of(Averaging.values(), Averaging::text),
                        "rolling",
                        c -> c.strategy().weights().averaging(),
                        "How the volatility of inverse-vol forgets: rolling window, or ewma with the newest step at"
                                + " 1/lookback_steps.",
                        ""),
                new ConfigKey(
                        "strategy.weights.long_only",
                        WordType.flag(),
                        "false",
                        c -> c.strategy().weights().longOnly(),
                        "Whether shrinkage-markowitz may give no weight below 0.",
                        ""),
                new ConfigKey(
                        "strategy.weights.diversity_exponent",
                        RealType.of("[0, 1]"),
                        "0.5",
                        c -> c.strategy().weights().diversityExponent(),
                        "Power of the market weights for the scheme diversity: 0 is equal, 1 the market.",
                        "usual: 0.3-0.8"),
                new ConfigKey(
                        "strategy.weights.outstanding",
                        new SymbolNumbersType(
                                "number", "(0, 1000000000000000]", "{BTC-PERP: 19900000, ETH-PERP: 120700000}"),
                        "{}",
                        c -> c.strategy().weights().outstanding(),
                        "Units outstanding by symbol, which make capitalisations of marks for the schemes"
                                + " capitalisation, diversity, entropy and quadratic; all instruments or none.",
                        "with none every instrument's capitalisation is 1 at its first mark"),
                new ConfigKey(
                        "strategy.rho.window_steps",
                        WINDOW,
                        "390",
                        c -> (long) c.strategy().rhoWindowSteps(),
                        "Window of rho, dispersion, variance ratio and edge, steps.",
                        "usual: 30 to 2000"),
                new ConfigKey(
                        "strategy.rho.variance_ratio_horizons",
                        new HorizonsType(),
                        "[]",
                        c -> c.strategy().varianceRatioHorizons(),
                        "Horizons of variance ratios that every step journals beside the throttle's own, steps; below"
                                + " window_steps.",
                        "at most 8"));
    }

    private static List<ConfigKey> throttle() {
        return List.of(
                new ConfigKey(
                        "strategy.throttle.rho",
                        WordType.flag(),
                        "true",
                        c -> c.strategy().throttle().rho(),
                        "Whether aggressiveness falls when relative moves do not revert.",
                        ""),
                new ConfigKey(
                        "strategy.throttle.trend",
                        WordType.flag(),
                        "true",
                        c -> c.strategy().throttle().trend(),
                        "Whether aggressiveness falls when dispersion trends.",
                        ""),
                new ConfigKey(
                        "strategy.throttle.drawdown",
                        WordType.flag(),
                        "true",
                        c -> c.strategy().throttle().drawdown(),
                        "Whether aggressiveness falls with the drawdown.",
                        ""),
                new ConfigKey(
                        "strategy.throttle.edge",
                        WordType.flag(),
                        "true",
                        c -> c.strategy().throttle().edge(),
                        "Whether trading stops while the expected edge does not pay its cost.",
                        ""),
                new ConfigKey(
                        "strategy.throttle.rho_z",
                        RealType.of("[0, 10]"),
                        "1",
                        c -> c.strategy().throttle().rhoZ(),
                        "Standard errors taken off rho before it counts.",
                        "usual: 0-2"),
                new ConfigKey(
                        "strategy.throttle.rho_full",
                        RealType.of("(0, 1]"),
                        "0.02",
                        c -> c.strategy().throttle().rhoFull(),
                        "Rho at which its factor reaches 1.",
                        "usual: 0.01-0.1"),
                new ConfigKey(
                        "strategy.throttle.trend_horizon_steps",
                        WholeType.of(2, 1000),
                        "5",
                        c -> (long) c.strategy().throttle().trendHorizonSteps(),
                        "Horizon of the variance ratio, steps; below rho.window_steps.",
                        "usual: 2 to 20"),
                new ConfigKey(
                        "strategy.throttle.vr_full",
                        RealType.of("(0, 100]"),
                        "1",
                        c -> c.strategy().throttle().varianceRatioFull(),
                        "Variance ratio up to which its factor is 1; below vr_max.",
                        "usual: 0.8-1.2"),
                new ConfigKey(
                        "strategy.throttle.vr_max",
                        RealType.of("(0, 100]"),
                        "1.5",
                        c -> c.strategy().throttle().varianceRatioMax(),
                        "Variance ratio from which its factor is 0.",
                        "usual: 1.2-2"),
                new ConfigKey(
                        "strategy.throttle.dd_soft_ratio",
                        RealType.of("[0, 1)").or("half", Double.NaN),
                        "half",
                        c -> c.strategy().throttle().drawdownSoftRatio(),
                        "Drawdown from which its factor falls, over peak equity; half of the limit, or a number.",
                        "below risk.max_drawdown_ratio"),
                new ConfigKey(
                        "strategy.throttle.edge_cost_multiple",
                        RealType.of("[0, 100]"),
                        "1.0",
                        c -> c.strategy().throttle().edgeCostMultiple(),
                        "How many times its cost the expected edge must be.",
                        "usual: 1-3"),
                new ConfigKey(
                        "strategy.throttle.warmup",
                        RealType.of("[0, 1]"),
                        "0.0",
                        c -> c.strategy().throttle().warmup(),
                        "Value of a factor whose estimator is not ready.",
                        "0 trades nothing blind"));
    }

    private static List<ConfigKey> neutrality() {
        return List.of(
                new ConfigKey(
                        "strategy.neutrality.mode",
                        WordType.of(NeutralityMode.values(), NeutralityMode::text),
                        "driver",
                        c -> c.strategy().neutrality().mode(),
                        "How the exposure to the market beta is kept near zero.",
                        ""),
                new ConfigKey(
                        "strategy.neutrality.benchmark",
                        TextType.name(32),
                        "universe",
                        c -> c.strategy().neutrality().benchmark(),
                        "What market beta is measured against: universe, or a symbol.",
                        ""),
                new ConfigKey(
                        "strategy.neutrality.band_ratio",
                        RealType.of("[0, 10]"),
                        "0.05",
                        c -> c.strategy().neutrality().bandRatio(),
                        "Beta exposure over equity within which nothing is corrected.",
                        "usual: 0-0.1"),
                new ConfigKey(
                        "strategy.neutrality.min_beta_dispersion",
                        RealType.of("[0, 10]"),
                        "0.1",
                        c -> c.strategy().neutrality().minBetaDispersion(),
                        "Standard deviation of market betas below which the beta condition is dropped.",
                        "usual: 0.05-0.3"),
                new ConfigKey(
                        "strategy.neutrality.max_correction_ratio",
                        RealType.of("(0, 100]"),
                        "0.5",
                        c -> c.strategy().neutrality().maxCorrectionRatio(),
                        "Largest correction of a step, sum of absolute notionals over equity.",
                        "usual: 0.1-1"),
                new ConfigKey(
                        "strategy.neutrality.window_steps",
                        WholeType.of(3, 1_000_000),
                        "390",
                        c -> (long) c.strategy().neutrality().windowSteps(),
                        "Window of the market beta's regression, steps; its length where averaging is ewma.",
                        "usual: 30 to 2000"),
                new ConfigKey(
                        "strategy.neutrality.averaging",
                        WordType.of(Averaging.values(), Averaging::text),
                        "rolling",
                        c -> c.strategy().neutrality().averaging(),
                        "How the market beta's regression forgets: rolling window, or ewma with the newest step at"
                                + " 1/window_steps.",
                        ""),
                new ConfigKey(
                        "strategy.neutrality.hedge",
                        new SymbolNumbersType("share", "(0, 1]", "{BTC-PERP: 0.7, ETH-PERP: 0.3}"),
                        "{}",
                        c -> c.strategy().neutrality().hedge(),
                        "Share of the exposure that each hedge instrument takes for the mode hedge, summing to 1.",
                        "summing to 1"));
    }
}
