package mnvh.strategy;

import java.util.Arrays;
import mnvh.state.StateWriter;
import mnvh.stats.MinimumVariance;
import mnvh.stats.ShrinkageCovariance;
import mnvh.units.HotPath;

/**
 * Weights of least variance, {@code C^-1 1 / (1' C^-1 1)}, on the covariance shrunk towards a scaled identity; where
 * asked no weight is below 0.
 *
 * <p>An instrument needs returns in half of the window, at least two, that vary; until then its weight is 0. All
 * weights are 0 until the first instrument is ready, and are then computed anew every {@code refreshSteps}. Where a
 * matrix has no inverse the weights stay as they are.
 *
 * <p>Core thread only. Allocates nothing after construction. Source: method.md section 2.1.
 */
@HotPath
public final class ShrinkageMarkowitzWeights implements WeightScheme {
    private final RefreshCadence cadence;
    private final boolean longOnly;
    private final ShrinkageCovariance covariance;
    private final MinimumVariance solver;
    private final double[] solution;
    private final double[] weights;

    /**
     * @param lookbackSteps window, at least 2
     * @param refreshSteps steps between two computations, at least 1
     * @param longOnly whether no weight may be below 0
     */
    public ShrinkageMarkowitzWeights(int instruments, int lookbackSteps, int refreshSteps, boolean longOnly) {
        this.cadence = new RefreshCadence(refreshSteps);
        this.longOnly = longOnly;
        this.covariance = new ShrinkageCovariance(instruments, lookbackSteps);
        this.solver = new MinimumVariance(instruments);
        this.solution = new double[instruments];
        this.weights = new double[instruments];
    }

    @Override
    public void refresh(CrossSection crossSection) {
        covariance.onStep(crossSection.present(), crossSection.stepReturns());
        if (cadence.onStep()) {
            compute();
        }
    }

    private void compute() {
        int members = covariance.estimate();
        if (members == 0 || !solver.solve(covariance.matrix(), members, longOnly, solution)) {
            return;
        }
        Arrays.fill(weights, 0.0);
        for (int a = 0; a < members; a++) {
            weights[covariance.member(a)] = solution[a];
        }
        cadence.computed(true);
    }

    @Override
    public double[] weights() {
        return weights;
    }

    @Override
    public void writeTo(StateWriter writer) {
        covariance.writeTo(writer);
        cadence.writeTo(writer);
        for (double weight : weights) {
            writer.putDouble(weight);
        }
    }
}
