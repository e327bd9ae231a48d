package mnvh.strategy;

import java.util.Arrays;
import mnvh.state.StateWriter;
import mnvh.units.HotPath;

/** Weight 1/n each. Core thread only; has no state. */
@HotPath
public final class EqualWeights implements WeightScheme {
    private final double[] weights;

    public EqualWeights(int instruments) {
        this.weights = new double[instruments];
        Arrays.fill(weights, 1.0 / instruments);
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
