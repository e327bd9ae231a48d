package mnvh.strategy;

import java.util.Arrays;
import mnvh.state.StateHash;
import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.units.HotPath;

/**
 * Portfolio return, relative returns and dispersion of each step, with as much of the past as the estimators need.
 *
 * <pre>
 *   R[k]     = sum_present w'[i] r[i]
 *   d[i,k]   = r[i] - R[k]
 *   XSVar[k] = sum_present w'[i] d[i,k]^2        not a variance where weights are signed: it may be negative
 * </pre>
 *
 * <p>d exists for the present instruments whose weight is not 0 and is +0.0 elsewhere, so that an instrument absent in
 * either of two steps adds nothing to a sum over both. A difference within the rounding error of R is 0: equal returns
 * have no dispersion. A skipped step has no d at all, and no pair of steps reaches across it as neighbours.
 *
 * <p>Core thread only. Allocates nothing after construction. Source: method.md sections 2 and 2.2.
 */
@HotPath
public final class RelativeReturns implements Stateful {
    private final CrossSection crossSection;
    private final PresentWeights weights;
    private final StepArithmetic arithmetic;
    private final int size;
    private final int rows;
    private final double[] relative;
    private final double[] weighted;
    private final boolean[] rowMeasured;
    private final int[] streak;
    private final int[] pastFrom;
    private final double[] pastOfPairs;
    private final StateHash history = new StateHash();
    private int head;
    /** For how many measured steps in a row every instrument has had a d. */
    private int wholeStreak;

    private double portfolioReturn = Double.NaN;
    private double dispersion = Double.NaN;

    /** @param historySteps longest lag that will be asked for, at least 1 */
    public RelativeReturns(CrossSection crossSection, PresentWeights weights, int historySteps) {
        if (historySteps < 1) {
            throw new IllegalArgumentException("history must hold at least one step, got " + historySteps);
        }
        this.crossSection = crossSection;
        this.weights = weights;
        this.arithmetic = crossSection.arithmetic();
        this.size = crossSection.size();
        this.rows = historySteps + 1;
        this.relative = new double[Math.multiplyExact(rows, size)];
        this.weighted = new double[rows * size];
        this.rowMeasured = new boolean[rows];
        this.streak = new int[size];
        this.pastOfPairs = new double[size];
        this.pastFrom = new int[historySteps];
    }

    /**
     * Takes the closed step; called once for every step, before the estimators.
     *
     * @param measured false for a skipped step: no quorum, or too small a sum of present weights
     */
    public void onStep(boolean measured) {
        head = head + 1 == rows ? 0 : head + 1;
        rowMeasured[head] = measured;
        int base = head * size;
        if (measured) {
            measure(base);
        } else {
            Arrays.fill(relative, base, base + size, 0.0);
            Arrays.fill(weighted, base, base + size, 0.0);
            Arrays.fill(streak, 0);
            wholeStreak = 0;
            portfolioReturn = Double.NaN;
            dispersion = Double.NaN;
        }
        history.putDoubles(relative, base, size);
    }

    private void measure(int base) {
        double[] weight = weights.weights();
        portfolioReturn = weights.portfolioReturn();
        dispersion = arithmetic.relative(
                weight, crossSection.stepReturns(), portfolioReturn, relative, weighted, base, size);
        if (weights.everyone()) {
            wholeStreak++;
            lengthen(streak);
            return;
        }
        wholeStreak = 0;
        // A weight of 0 is also that of an instrument that is absent; its terms in the sum were zeros.
        for (int i = 0; i < size; i++) {
            if (weight[i] == 0) {
                relative[base + i] = 0.0;
                weighted[base + i] = 0.0;
                streak[i] = 0;
            } else {
                streak[i]++;
            }
        }
    }

    private static void lengthen(int[] streak) {
        for (int i = 0; i < streak.length; i++) {
            streak[i]++;
        }
    }

    /** @return false where the last step was skipped */
    public boolean measured() {
        return rowMeasured[head];
    }

    /** @return R of the last step; NaN where it was skipped */
    public double portfolioReturn() {
        return portfolioReturn;
    }

    /** @return XSVar of the last step; NaN where it was skipped */
    public double dispersion() {
        return dispersion;
    }

    /** @return d[i] of the last step; 0 where it does not exist */
    public double relative(int i) {
        return relative[head * size + i];
    }

    /** @return w'[i] d[i] of the last step, minus the signal; 0 where it does not exist */
    public double weightedRelative(int i) {
        return weighted[head * size + i];
    }

    /** Subtracts w'[i] d[i] of the last step from each value. */
    void subtractWeighted(double[] from) {
        int base = head * size;
        for (int i = 0; i < size; i++) {
            from[i] -= weighted[base + i];
        }
    }

    /** @return for how many measured steps in a row, the last one included, the instrument has had a d */
    public int streak(int i) {
        return streak[i];
    }

    /** @return for how many measured steps in a row, the last one included, every instrument has had a d */
    int wholeStreak() {
        return wholeStreak;
    }

    /** Fills {@code out[j]} with {@link #laggedProduct} of lag j + 1, for as many lags as it is long. */
    void laggedProducts(double[] out) {
        int lags = out.length;
        for (int j = 0; j < lags; j++) {
            pastFrom[j] = past(j + 1) * size;
        }
        arithmetic.dots(weighted, pastFrom, relative, head * size, size, out, lags);
        for (int j = 0; j < lags; j++) {
            if (!rowMeasured[head] || !rowMeasured[past(j + 1)]) {
                out[j] = Double.NaN;
            }
        }
    }

    /** @return {@code sum_i w'[i,k-lag] d[i,k-lag] d[i,k]}; NaN where either step was not measured */
    public double laggedProduct(int lag) {
        int past = past(lag);
        return rowMeasured[head] && rowMeasured[past]
                ? arithmetic.dot(weighted, past * size, relative, head * size, size)
                : Double.NaN;
    }

    /** @return {@code sum_i d[i,k] d[i,k-1]} over instruments with both; NaN where either step was not measured */
    public double pairProduct() {
        int past = past(1);
        return rowMeasured[head] && rowMeasured[past]
                ? arithmetic.dot(relative, past * size, relative, head * size, size)
                : Double.NaN;
    }

    /** @return {@code sum_i d[i,k-1]^2} over instruments with a d in both steps; NaN where either was not measured */
    public double pairSquare() {
        int past = past(1);
        if (!rowMeasured[head] || !rowMeasured[past]) {
            return Double.NaN;
        }
        int from = past * size;
        if (wholeStreak > 1) {
            return arithmetic.dot(relative, from, relative, from, size);
        }
        for (int i = 0; i < size; i++) {
            pastOfPairs[i] = streak[i] > 1 ? relative[from + i] : 0.0;
        }
        return arithmetic.dot(pastOfPairs, 0, pastOfPairs, 0, size);
    }

    private int past(int lag) {
        if (lag < 1 || lag >= rows) {
            throw new IllegalArgumentException("lag " + lag + " is not within 1 and " + (rows - 1));
        }
        return head >= lag ? head - lag : head - lag + rows;
    }

    /** Writes the last step, and for the past a digest of every d that there ever was. */
    @Override
    public void writeTo(StateWriter writer) {
        writer.putInt(head);
        writer.putLong(history.value());
        writer.putDouble(portfolioReturn);
        writer.putDouble(dispersion);
        for (int i = 0; i < size; i++) {
            writer.putInt(streak[i]);
            writer.putDouble(weighted[head * size + i]);
        }
    }
}
