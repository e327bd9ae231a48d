package mnvh.strategy;

import mnvh.state.StateWriter;
import mnvh.units.HotPath;

/** Weight 1/n each. Core thread only; has no state. */
@HotPath
public final class EqualWeights implements WeightScheme {
    private final double weight;

    public EqualWeights(int instruments) {
        this.weight = 1.0 / instruments;
    }

    @Override
    public void refresh(CrossSection crossSection) {
        // Nothing follows the market.
    }

    @Override
    public double weight(int i) {
        return weight;
    }

    @Override
    public void writeTo(StateWriter writer) {
        // Nothing changes after construction.
    }
}
