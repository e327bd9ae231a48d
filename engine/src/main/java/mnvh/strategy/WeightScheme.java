package mnvh.strategy;

import java.util.Map;
import mnvh.config.WeightsConfig;
import mnvh.state.Stateful;
import mnvh.universe.Universe;

/** Target weights over the whole universe, before absences; their sum is 1, signs are allowed. */
public interface WeightScheme extends Stateful {
    /** Sees a closed step; called for every step, the scheme decides when it computes anew. */
    void refresh(CrossSection crossSection);

    /**
     * @return one per instrument, all 0 while a scheme has too few steps, so that nothing trades; a view that the next
     *     refresh overwrites, to be read only
     */
    double[] weights();

    /** @return weight of an instrument */
    default double weight(int i) {
        return weights()[i];
    }

    /** @return the scheme that a configuration names; a symbol without a fixed weight has weight 0 */
    static WeightScheme of(Universe universe, WeightsConfig config) {
        switch (config.scheme()) {
            case EQUAL:
                return new EqualWeights(universe.size());
            case FIXED:
                return new FixedWeights(byIndex(universe, config.fixed()));
            case INVERSE_VOL:
                return new InverseVolatilityWeights(
                        universe.size(), config.lookbackSteps(), config.refreshSteps(), config.averaging());
            case SHRINKAGE_MARKOWITZ:
                return new ShrinkageMarkowitzWeights(
                        universe.size(), config.lookbackSteps(), config.refreshSteps(), config.longOnly());
            default:
                throw new IllegalArgumentException("no weight scheme for " + config.scheme());
        }
    }

    private static double[] byIndex(Universe universe, Map<String, Double> bySymbol) {
        double[] weights = new double[universe.size()];
        bySymbol.forEach((symbol, weight) -> {
            int index = universe.indexOf(symbol);
            if (index == Universe.UNKNOWN) {
                throw new IllegalArgumentException("fixed weight for '" + symbol + "', which is not in the universe");
            }
            weights[index] = weight;
        });
        return weights;
    }
}
