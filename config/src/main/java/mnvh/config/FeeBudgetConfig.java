package mnvh.config;

/**
 * How fees are kept within their share of gross profit.
 *
 * @param control whether the no-trade band follows the ratio
 * @param windowSteps window of the ratio, and steps in which the band walks its whole range
 * @param bandMaxRatio widest no-trade band, fraction of equity
 * @param targetMin lower end of the target for fees over gross profit
 * @param targetMax upper end of the target
 */
public record FeeBudgetConfig(
        boolean control, int windowSteps, double bandMaxRatio, double targetMin, double targetMax) {
    /** Measured against a target, and left alone. */
    public static FeeBudgetConfig uncontrolled(double targetMin, double targetMax) {
        return new FeeBudgetConfig(false, 390, 0.01, targetMin, targetMax);
    }
}
