package mnvh.config;

import java.util.List;

/** Keys of what trading is expected to cost, and of what it may. */
final class CostKeys {
    private static final WholeType WINDOW = WholeType.of(2, 1_000_000);

    private CostKeys() {}

    static List<ConfigKey> all() {
        return List.of(
                new ConfigKey(
                        "strategy.cost.window_steps",
                        WINDOW,
                        "390",
                        c -> (long) c.strategy().cost().windowSteps(),
                        "Window of each instrument's mean half spread and mean traded notional, steps.",
                        "usual: 30 to 2000"),
                new ConfigKey(
                        "strategy.cost.half_spread_bps",
                        RealType.of("[0, 1000]").or("quoted", Double.NaN),
                        "quoted",
                        c -> c.strategy().cost().halfSpreadBps(),
                        "Half spread that the expected cost counts, basis points of the mark: what is quoted, or a"
                                + " number where nothing is, as on bars.",
                        "quoted without quotes is never ready; a locked book, as a bar's close is published, has none"),
                new ConfigKey(
                        "strategy.cost.slippage_coefficient",
                        RealType.of("[0, 100]"),
                        "0",
                        c -> c.strategy().cost().slippageCoefficient(),
                        "Expected slippage of a trade, in volatilities of a step, per participation in the volume of"
                                + " a step.",
                        "usual: 0.1-1; above 0 the cost is ready only where volumes are known"),
                new ConfigKey(
                        "strategy.fee_budget.control",
                        WordType.flag(),
                        "true",
                        c -> c.strategy().feeBudget().control(),
                        "Whether the no-trade band follows the ratio of fees over gross profit towards its target.",
                        ""),
                new ConfigKey(
                        "strategy.fee_budget.window_steps",
                        WINDOW,
                        "390",
                        c -> (long) c.strategy().feeBudget().windowSteps(),
                        "Window of the ratio of fees over gross profit, and steps in which the band walks its whole"
                                + " range.",
                        "usual: 30 to 2000"),
                new ConfigKey(
                        "strategy.fee_budget.band_max_ratio",
                        RealType.of("[0, 1]"),
                        "0.01",
                        c -> c.strategy().feeBudget().bandMaxRatio(),
                        "Widest no-trade band that the fee budget may set, fraction of equity; the narrowest is"
                                + " trade_threshold_ratio.",
                        "usual: 0.001-0.02"),
                new ConfigKey(
                        "strategy.target_fee_to_gross_ratio",
                        new RatioBandType(),
                        "[0.2, 0.4]",
                        c -> List.of(
                                c.strategy().feeBudget().targetMin(),
                                c.strategy().feeBudget().targetMax()),
                        "Target for fees over gross profit.",
                        "the paper asks for [0.20, 0.40]"));
    }
}
