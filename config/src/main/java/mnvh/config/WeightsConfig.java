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
 */
public record WeightsConfig(
        WeightSchemeName scheme,
        Map<String, Double> fixed,
        int lookbackSteps,
        int refreshSteps,
        Averaging averaging,
        boolean longOnly) {
    public WeightsConfig {
        fixed = Map.copyOf(fixed);
    }

    /** A rolling window, and any sign. */
    public WeightsConfig(WeightSchemeName scheme, Map<String, Double> fixed, int lookbackSteps, int refreshSteps) {
        this(scheme, fixed, lookbackSteps, refreshSteps, Averaging.ROLLING, false);
    }
}
