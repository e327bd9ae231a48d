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
                return new FixedWeights(byIndex(universe, config.fixed(), "fixed weight"));
            case INVERSE_VOL:
                return new InverseVolatilityWeights(
                        universe.size(), config.lookbackSteps(), config.refreshSteps(), config.averaging());
            case SHRINKAGE_MARKOWITZ:
                return new ShrinkageMarkowitzWeights(
                        universe.size(), config.lookbackSteps(), config.refreshSteps(), config.longOnly());
            case CAPITALISATION:
            case DIVERSITY:
            case ENTROPY:
            case QUADRATIC:
                return new MarketWeights(
                        config.scheme(),
                        config.diversityExponent(),
                        outstanding(universe, config),
                        config.refreshSteps());
            default:
                throw new IllegalArgumentException("no weight scheme for " + config.scheme());
        }
    }

    /** Units of everybody, or NaN for all where none are given. */
    private static double[] outstanding(Universe universe, WeightsConfig config) {
        double[] units = byIndex(universe, config.outstanding(), "units outstanding");
        for (int i = 0; i < units.length; i++) {
            if (config.outstanding().isEmpty()) {
                units[i] = Double.NaN;
            } else if (units[i] == 0) {
                throw new IllegalArgumentException(
                        "no units outstanding of '" + universe.get(i).symbol() + "'");
            }
        }
        return units;
    }

    private static double[] byIndex(Universe universe, Map<String, Double> bySymbol, String noun) {
        double[] numbers = new double[universe.size()];
        bySymbol.forEach((symbol, number) -> {
            int index = universe.indexOf(symbol);
            if (index == Universe.UNKNOWN) {
                throw new IllegalArgumentException(noun + " for '" + symbol + "', which is not in the universe");
            }
            numbers[index] = number;
        });
        return numbers;
    }
}
