package mnvh.config;

import java.util.List;

/**
 * The update rule and its estimators.
 *
 * @param inventoryLeash lambda per step, 0 to 1
 * @param aggressiveness beta of the update rule, positive, in {@code aggressivenessUnit}
 * @param aggressivenessUnit multiples of equity or reporting currency
 * @param tradeThresholdRatio no-trade band per instrument, fraction of equity
 * @param weights target weights
 * @param rhoWindowSteps window of rho, dispersion, variance ratio and edge
 * @param varianceRatioHorizons horizons of the variance ratios journaled beside the throttle's own, in steps, rising
 * @param throttle what lowers aggressiveness
 * @param neutrality beta neutrality
 * @param cost what trading is expected to cost
 * @param feeBudget how fees are kept within their share of gross profit
 */
public record StrategyConfig(
        double inventoryLeash,
        double aggressiveness,
        AggressivenessUnit aggressivenessUnit,
        double tradeThresholdRatio,
        WeightsConfig weights,
        int rhoWindowSteps,
        List<Integer> varianceRatioHorizons,
        ThrottleConfig throttle,
        NeutralityConfig neutrality,
        CostConfig cost,
        FeeBudgetConfig feeBudget) {
    public StrategyConfig {
        varianceRatioHorizons = List.copyOf(varianceRatioHorizons);
    }

    /** No variance ratio but the throttle's own, half spreads as quoted, no slippage, no fee control. */
    public StrategyConfig(
            double inventoryLeash,
            double aggressiveness,
            AggressivenessUnit aggressivenessUnit,
            double tradeThresholdRatio,
            WeightsConfig weights,
            int rhoWindowSteps,
            ThrottleConfig throttle,
            NeutralityConfig neutrality,
            double targetFeeToGrossMin,
            double targetFeeToGrossMax) {
        this(
                inventoryLeash,
                aggressiveness,
                aggressivenessUnit,
                tradeThresholdRatio,
                weights,
                rhoWindowSteps,
                List.of(),
                throttle,
                neutrality,
                CostConfig.quoted(rhoWindowSteps),
                FeeBudgetConfig.uncontrolled(targetFeeToGrossMin, targetFeeToGrossMax));
    }
}
