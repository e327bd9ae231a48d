package mnvh.config;

/**
 * What lowers aggressiveness, factor by factor.
 *
 * @param rho whether the reversion factor acts
 * @param trend whether the trend-dominance factor acts
 * @param drawdown whether the drawdown factor acts
 * @param edge whether the edge-against-cost factor acts
 * @param rhoZ standard errors taken off rho before it counts
 * @param rhoFull rho at which the factor reaches one
 * @param trendHorizonSteps horizon h of the variance ratio
 * @param varianceRatioFull ratio up to which the factor is one
 * @param varianceRatioMax ratio from which the factor is zero
 * @param drawdownSoftRatio drawdown from which the factor falls; NaN for half of the drawdown limit
 * @param edgeCostMultiple how many times its cost the edge must be
 * @param warmup value of a factor whose estimator is not ready, 0 to 1
 */
public record ThrottleConfig(
        boolean rho,
        boolean trend,
        boolean drawdown,
        boolean edge,
        double rhoZ,
        double rhoFull,
        int trendHorizonSteps,
        double varianceRatioFull,
        double varianceRatioMax,
        double drawdownSoftRatio,
        double edgeCostMultiple,
        double warmup) {}
