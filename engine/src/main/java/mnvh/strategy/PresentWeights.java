package mnvh.strategy;

import java.util.Arrays;
import mnvh.state.StateWriter;
import mnvh.state.Stateful;
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
    private double portfolioReturn = Double.NaN;
    private boolean everyone;

    public PresentWeights(int instruments) {
        this.weights = new double[instruments];
    }

    /** @return false where the step must be skipped */
    public boolean renormalise(WeightScheme scheme, CrossSection crossSection) {
        StepArithmetic arithmetic = crossSection.arithmetic();
        double[] target = scheme.weights();
        if (!crossSection.everyonePresent()) {
            System.arraycopy(target, 0, weights, 0, weights.length);
            crossSection.clearAbsent(weights);
            target = weights;
        }
        double presentSum = arithmetic.sum(target, weights.length);
        if (!(presentSum >= MIN_PRESENT_SUM)) {
            Arrays.fill(weights, 0.0);
            portfolioReturn = Double.NaN;
            everyone = false;
            return false;
        }
        portfolioReturn =
                arithmetic.divideAndDot(target, presentSum, crossSection.stepReturns(), weights, weights.length);
        everyone = crossSection.everyonePresent() && noneIsZero();
        return true;
    }

    private boolean noneIsZero() {
        for (double weight : weights) {
            if (weight == 0) {
                return false;
            }
        }
        return true;
    }

    /** @return sum of w'[i] r[i] of the last step; NaN where it is skipped */
    public double portfolioReturn() {
        return portfolioReturn;
    }

    /** @return true where every instrument is present and weighs something */
    boolean everyone() {
        return everyone;
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
