package mnvh.strategy;

import mnvh.state.StateHash;
import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.stats.RollingSums;
import mnvh.units.HotPath;

/**
 * Mean dispersion, and whether it trends: the variance ratios of one horizon h or several against one step.
 *
 * <pre>
 *   VR(h) = mean XSVar of overlapping h-step returns / (h * mean XSVar of one-step returns)
 * </pre>
 *
 * <p>Relative returns that wander give 1, that revert less, that trend more. The h-step return of an instrument is
 * m[k]/m[k-h] - 1 and exists where it was present in all h steps; the weights of step k are renormalised over those
 * that have one. Both means run over the same window of measured steps and read NaN until it is full, and until half
 * of it has h-step returns. A mean that is not positive, which signed weights or no dispersion can cause, leaves the
 * ratio undefined: NaN.
 *
 * <p>Core thread only. Allocates nothing after construction. Source: method.md section 2.2.
 */
@HotPath
public final class DispersionEstimator implements Stateful {
    private static final int ONE_STEP = 0;
    private static final int FIRST_HORIZON = 1;

    private final CrossSection crossSection;
    private final PresentWeights weights;
    private final RelativeReturns returns;
    private final int[] horizonSteps;
    private final int rows;
    private final int size;
    private final long[] marks;
    private final double[] markValues;
    private final double[] horizonReturn;
    private final double[] horizonWeight;
    private final RollingSums sums;
    private final double[] row;
    private final StateHash history = new StateHash();
    private int head;

    /** With one horizon. */
    public DispersionEstimator(
            CrossSection crossSection,
            PresentWeights weights,
            RelativeReturns returns,
            int horizonSteps,
            int windowSteps) {
        this(crossSection, weights, returns, new int[] {horizonSteps}, windowSteps);
    }

    /**
     * @param horizonSteps every h, at least 2, in any order, at least one
     * @param windowSteps window of all means, at least 1
     */
    public DispersionEstimator(
            CrossSection crossSection,
            PresentWeights weights,
            RelativeReturns returns,
            int[] horizonSteps,
            int windowSteps) {
        int longest = 0;
        for (int horizon : horizonSteps) {
            if (horizon < 2) {
                throw new IllegalArgumentException("the horizon must be at least 2 steps, got " + horizon);
            }
            longest = Math.max(longest, horizon);
        }
        this.crossSection = crossSection;
        this.weights = weights;
        this.returns = returns;
        this.horizonSteps = horizonSteps.clone();
        this.rows = longest + 1;
        this.row = new double[FIRST_HORIZON + horizonSteps.length];
        this.size = crossSection.size();
        this.marks = new long[Math.multiplyExact(rows, size)];
        this.markValues = new double[marks.length];
        this.horizonReturn = new double[size];
        this.horizonWeight = new double[size];
        this.sums = new RollingSums(windowSteps, row.length);
    }

    /** Takes the step that {@code returns} took last; called for every step, skipped ones included. */
    public void onStep() {
        head = head + 1 == rows ? 0 : head + 1;
        System.arraycopy(crossSection.marks(), 0, marks, head * size, size);
        System.arraycopy(crossSection.markValues(), 0, markValues, head * size, size);
        history.putLongs(marks, head * size, size);
        if (returns.measured()) {
            row[ONE_STEP] = returns.dispersion();
            for (int h = 0; h < horizonSteps.length; h++) {
                row[FIRST_HORIZON + h] = horizonDispersion(horizonSteps[h]);
            }
            sums.push(row);
        }
    }

    /** @return XSVar of the h-step returns that end now; NaN where too little weight has one */
    private double horizonDispersion(int steps) {
        int oldest = head >= steps ? head - steps : head - steps + rows;
        StepArithmetic arithmetic = crossSection.arithmetic();
        if (crossSection.exactInDoubles()) {
            arithmetic.returns(markValues, head * size, markValues, oldest * size, horizonReturn, size);
        } else {
            PriceColumn.returns(marks, head * size, marks, oldest * size, horizonReturn);
        }
        double[] weight = weights.weights();
        if (returns.wholeStreak() < steps) {
            weight = weightsOfWhole(weight, steps);
        }
        double present = arithmetic.sum(weight, size);
        if (!(present >= PresentWeights.MIN_PRESENT_SUM)) {
            return Double.NaN;
        }
        double mean = arithmetic.dot(weight, 0, horizonReturn, 0, size) / present;
        return arithmetic.weightedSquares(weight, horizonReturn, mean, size) / present;
    }

    /** Leaves weights, and returns other than 0, to those that were present in all h steps. */
    private double[] weightsOfWhole(double[] weight, int steps) {
        for (int i = 0; i < size; i++) {
            boolean whole = returns.streak(i) >= steps;
            horizonWeight[i] = whole ? weight[i] : 0.0;
            horizonReturn[i] = whole ? horizonReturn[i] : 0.0;
        }
        return horizonWeight;
    }

    /** @return mean XSVar over the window; may be negative with signed weights; NaN for NOT_READY */
    public double mean() {
        return sums.ready(ONE_STEP) ? sums.mean(ONE_STEP) : Double.NaN;
    }

    /** @return VR of the first horizon; NaN for NOT_READY or undefined */
    public double varianceRatio() {
        return varianceRatio(0);
    }

    /** @return VR of the horizon that was named at place {@code h}, from 0; NaN for NOT_READY or undefined */
    public double varianceRatio(int h) {
        int column = FIRST_HORIZON + h;
        double one = mean();
        double horizon = sums.ready(column) ? sums.mean(column) : Double.NaN;
        return one > 0 && horizon >= 0 ? horizon / (horizonSteps[h] * one) : Double.NaN;
    }

    /** Writes the windows, and for the marks a digest of all that there ever were. */
    @Override
    public void writeTo(StateWriter writer) {
        sums.writeTo(writer);
        writer.putInt(head);
        writer.putLong(history.value());
    }
}
