package mnvh.config;

import java.util.Map;

/**
 * Target weights.
 *
 * @param scheme how they come about
 * @param fixed weight by symbol for {@link WeightSchemeName#FIXED}, else empty
 * @param lookbackSteps window of {@link WeightSchemeName#INVERSE_VOL}
 * @param refreshSteps steps between two computations
 */
public record WeightsConfig(WeightSchemeName scheme, Map<String, Double> fixed, int lookbackSteps, int refreshSteps) {
    public WeightsConfig {
        fixed = Map.copyOf(fixed);
    }
}
