package mnvh.strategy;

import mnvh.state.StateWriter;
import mnvh.units.HotPath;

/**
 * Weights given one by one, signs allowed.
 *
 * <p>Core thread only; allocates nothing after construction; has no state.
 */
@HotPath
public final class FixedWeights implements WeightScheme {
    /** Thirds written with seven digits must pass. */
    private static final double SUM_TOLERANCE = 1e-6;

    private final double[] weights;

    /** @param weights one per instrument, finite, their sum 1 within 1e-6; the rest is scaled away */
    public FixedWeights(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        if (!(Math.abs(sum - 1) <= SUM_TOLERANCE)) {
            throw new IllegalArgumentException("fixed weights must sum to 1, got " + sum);
        }
        this.weights = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            this.weights[i] = weights[i] / sum;
        }
    }

    @Override
    public void refresh(CrossSection crossSection) {
        // Nothing follows the market.
    }

    @Override
    public double[] weights() {
        return weights;
    }

    @Override
    public void writeTo(StateWriter writer) {
        // Nothing changes after construction.
    }
}
