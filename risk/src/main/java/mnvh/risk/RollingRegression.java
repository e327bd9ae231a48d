package mnvh.risk;

import mnvh.state.StateWriter;
import mnvh.units.HotPath;

/**
 * The regression over a window of steps; steps in which an instrument is absent are left out of its own.
 *
 * <p>Sums run along and are taken anew each time the window has turned once, so that rounding does not pile up. Core
 * thread only; allocates nothing after construction.
 */
@HotPath
final class RollingRegression implements MarketRegression {
    private final int size;
    private final int minSteps;
    private final RegressionSums sums;
    private final double[] xx;
    private final double[] xy;

    RollingRegression(int size, int window, int minSteps) {
        this.size = size;
        this.minSteps = minSteps;
        sums = new RegressionSums(size, window);
        xx = new double[size];
        xy = new double[size];
    }

    @Override
    public void push(boolean[] present, double[] stepReturn, double benchmarkReturn) {
        sums.push(present, stepReturn, benchmarkReturn);
    }

    /** Regresses all, whether there is enough or not, in loops that the compiler makes vectors of; then takes back. */
    @Override
    public int regress(double[] slope, double[] variance) {
        centre(sums.xx, sums.x, sums.x, sums.steps, xx);
        centre(sums.xy, sums.x, sums.y, sums.steps, xy);
        centre(sums.yy, sums.y, sums.y, sums.steps, variance);
        divide(xy, xx, slope);
        estimateVariance(variance, slope, xy, sums.steps, xx);
        return allSound() ? size : takeBackUnsound(slope, variance);
    }

    private boolean allSound() {
        double[] steps = sums.steps;
        double[] moment = sums.xx;
        for (int i = 0; i < size; i++) {
            if (!(steps[i] >= minSteps && xx[i] > moment[i] * STILL)) {
                return false;
            }
        }
        return true;
    }

    private int takeBackUnsound(double[] slope, double[] variance) {
        int estimates = 0;
        for (int i = 0; i < size; i++) {
            // A benchmark that has not moved explains nothing.
            if (sums.steps[i] < minSteps || !(xx[i] > sums.xx[i] * STILL)) {
                slope[i] = Double.NaN;
                variance[i] = Double.NaN;
            } else if (!Double.isNaN(slope[i])) {
                estimates++;
            }
        }
        return estimates;
    }

    private static void centre(double[] moment, double[] a, double[] b, double[] steps, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = moment[i] - a[i] * b[i] / steps[i];
        }
    }

    private static void divide(double[] a, double[] b, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = a[i] / b[i];
        }
    }

    /** @param variance in: yy; out: the slope's estimation variance, not below 0 */
    private static void estimateVariance(double[] variance, double[] slope, double[] xy, double[] steps, double[] xx) {
        for (int i = 0; i < variance.length; i++) {
            variance[i] = Math.max(0.0, variance[i] - slope[i] * xy[i]) / (steps[i] - 2.0) / xx[i];
        }
    }

    @Override
    public void writePast(StateWriter writer) {
        sums.writeWindow(writer);
    }

    @Override
    public void writeMoments(int i, StateWriter writer) {
        sums.writeSums(i, writer);
    }
}
