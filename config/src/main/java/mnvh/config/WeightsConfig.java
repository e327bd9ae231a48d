package mnvh.config;

import java.util.Map;

/**
 * Target weights.
 *
 * @param scheme how they come about
 * @param fixed weight by symbol for {@link WeightSchemeName#FIXED}, else empty
 * @param lookbackSteps window of {@link WeightSchemeName#INVERSE_VOL} and {@link WeightSchemeName#SHRINKAGE_MARKOWITZ}
 * @param refreshSteps steps between two computations
 * @param averaging how {@link WeightSchemeName#INVERSE_VOL} forgets
 * @param longOnly whether {@link WeightSchemeName#SHRINKAGE_MARKOWITZ} may give no weight below 0
 * @param diversityExponent power of the market weights for {@link WeightSchemeName#DIVERSITY}, 0 to 1
 * @param outstanding units outstanding by symbol for the schemes of the market, else empty; empty means
 *     pseudo-capitalisations, 1 at the first mark
 */
public record WeightsConfig(
        WeightSchemeName scheme,
        Map<String, Double> fixed,
        int lookbackSteps,
        int refreshSteps,
        Averaging averaging,
        boolean longOnly,
        double diversityExponent,
        Map<String, Double> outstanding) {
    public WeightsConfig {
        fixed = Map.copyOf(fixed);
        outstanding = Map.copyOf(outstanding);
    }

    /** A rolling window, any sign, and pseudo-capitalisations. */
    public WeightsConfig(WeightSchemeName scheme, Map<String, Double> fixed, int lookbackSteps, int refreshSteps) {
        this(scheme, fixed, lookbackSteps, refreshSteps, Averaging.ROLLING, false, 0.5, Map.of());
    }
}
