package mnvh.strategy;

import mnvh.config.Averaging;
import mnvh.state.StateWriter;
import mnvh.stats.EwmaVolatility;
import mnvh.stats.LaneSum;
import mnvh.stats.RollingVolatility;
import mnvh.stats.Volatility;
import mnvh.units.HotPath;

/**
 * Weights {@code (1/sd_i) / sum_j (1/sd_j)}, the standard deviation with n - 1 over a window of step returns, or the
 * root of their exponentially weighted mean square.
 *
 * <p>An instrument needs half as many returns as the window is long, at least two; until then, and while its deviation
 * is 0, its weight is 0. All weights are 0 until the first instrument is ready, and are then computed anew every
 * {@code refreshSteps}.
 *
 * <p>Core thread only. Allocates nothing after construction.
 */
@HotPath
public final class InverseVolatilityWeights implements WeightScheme {
    private final RefreshCadence cadence;
    private final Volatility volatility;
    private final double[] weights;

    /** By a rolling window. */
    public InverseVolatilityWeights(int instruments, int lookbackSteps, int refreshSteps) {
        this(instruments, lookbackSteps, refreshSteps, Averaging.ROLLING);
    }

    /**
     * @param lookbackSteps window, at least 2; where the past fades the newest return weighs one over it
     * @param refreshSteps steps between two computations, at least 1
     */
    public InverseVolatilityWeights(int instruments, int lookbackSteps, int refreshSteps, Averaging averaging) {
        this.cadence = new RefreshCadence(refreshSteps);
        int minimumCount = Math.max(2, (lookbackSteps + 1) / 2);
        this.volatility = averaging == Averaging.EWMA
                ? new EwmaVolatility(instruments, lookbackSteps, minimumCount)
                : new RollingVolatility(instruments, lookbackSteps, minimumCount);
        this.weights = new double[instruments];
    }

    @Override
    public void refresh(CrossSection crossSection) {
        volatility.onStep(crossSection.present(), crossSection.stepReturns());
        if (cadence.onStep()) {
            compute();
        }
    }

    private void compute() {
        for (int i = 0; i < weights.length; i++) {
            double deviation = volatility.value(i);
            weights[i] = deviation > 0 ? 1.0 / deviation : 0.0;
        }
        double total = LaneSum.sum(weights, weights.length);
        cadence.computed(total > 0);
        if (total > 0) {
            for (int i = 0; i < weights.length; i++) {
                weights[i] /= total;
            }
        }
    }

    @Override
    public double[] weights() {
        return weights;
    }

    @Override
    public void writeTo(StateWriter writer) {
        volatility.writeTo(writer);
        cadence.writeTo(writer);
        for (double weight : weights) {
            writer.putDouble(weight);
        }
    }
}
