package mnvh.strategy;

import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.stats.LaneSum;
import mnvh.units.HotPath;

/**
 * Weights renormalised over the present instruments: {@code w'[i] = w[i] / sum_present w}.
 *
 * <p>Where that sum is below 0.05 the step is skipped and all weights read 0: a small one would blow the signals up, a
 * negative one would turn every signal round.
 *
 * <p>Core thread only. Allocates nothing after construction. Source: method.md section 1.
 */
@HotPath
public final class PresentWeights implements Stateful {
    /** Smallest sum of present weights with which a step trades. */
    public static final double MIN_PRESENT_SUM = 0.05;

    private final double[] weights;
    private final LaneSum sum = new LaneSum();

    public PresentWeights(int instruments) {
        this.weights = new double[instruments];
    }

    /** @return false where the step must be skipped */
    public boolean renormalise(WeightScheme scheme, CrossSection crossSection) {
        sum.clear();
        for (int i = 0; i < weights.length; i++) {
            weights[i] = crossSection.present(i) ? scheme.weight(i) : 0.0;
            sum.add(i, weights[i]);
        }
        double presentSum = sum.total();
        boolean enough = presentSum >= MIN_PRESENT_SUM;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = enough ? weights[i] / presentSum : 0.0;
        }
        return enough;
    }

    /** @return w'[i]; 0 where absent or where the step is skipped */
    public double weight(int i) {
        return weights[i];
    }

    /** @return w', one per instrument; a view that the next step overwrites, to be read only */
    public double[] weights() {
        return weights;
    }

    @Override
    public void writeTo(StateWriter writer) {
        for (double weight : weights) {
            writer.putDouble(weight);
        }
    }
}
