package mnvh.config;

/**
 * The update rule and its estimators.
 *
 * @param inventoryLeash lambda per step, 0 to 1
 * @param aggressiveness beta of the update rule, positive, in {@code aggressivenessUnit}
 * @param aggressivenessUnit multiples of equity or reporting currency
 * @param tradeThresholdRatio no-trade band per instrument, fraction of equity
 * @param weights target weights
 * @param rhoWindowSteps window of rho, dispersion, variance ratio and edge
 * @param throttle what lowers aggressiveness
 * @param neutrality beta neutrality
 * @param targetFeeToGrossMin lower end of the fee budget's band
 * @param targetFeeToGrossMax upper end of the fee budget's band
 */
public record StrategyConfig(
        double inventoryLeash,
        double aggressiveness,
        AggressivenessUnit aggressivenessUnit,
        double tradeThresholdRatio,
        WeightsConfig weights,
        int rhoWindowSteps,
        ThrottleConfig throttle,
        NeutralityConfig neutrality,
        double targetFeeToGrossMin,
        double targetFeeToGrossMax) {}
