package mnvh.risk;

import mnvh.state.StateWriter;
import mnvh.units.HotPath;

/**
 * The regression with exponentially decaying weights, each instrument's own over the steps in which it was present.
 *
 * <pre>
 *   u[j]  weights, sum 1: the newest 1/length, each older one 1 - 1/length of the next; even ones at first
 *   slope = sxy / sxx       sxy = sum u (x - sum u x)(y - sum u y), sxx alike
 *   se2   = (syy - slope sxy) / (1 / sum u^2 - 2) / sxx
 * </pre>
 *
 * <p>{@code 1 / sum u^2} is the number of steps that as many even weights would stand for; with even weights se2 is
 * that of plain least squares. The first {@code length} steps are weighted evenly until the decay's own weight is
 * larger, so there is no start-up bias. Moments are about the running means, so nothing cancels. Core thread only;
 * allocates nothing after construction.
 */
@HotPath
final class EwmaRegression implements MarketRegression {
    private final int length;
    private final int minSteps;
    private final int[] steps;
    private final double[] squaredWeights;
    private final double[] x;
    private final double[] y;
    private final double[] xx;
    private final double[] xy;
    private final double[] yy;

    /** @param length the newest step weighs one over it, at least 3 */
    EwmaRegression(int size, int length, int minSteps) {
        this.length = length;
        this.minSteps = minSteps;
        steps = new int[size];
        squaredWeights = new double[size];
        x = new double[size];
        y = new double[size];
        xx = new double[size];
        xy = new double[size];
        yy = new double[size];
    }

    @Override
    public void push(boolean[] present, double[] stepReturn, double benchmarkReturn) {
        for (int i = 0; i < steps.length; i++) {
            if (present[i] && !Double.isNaN(stepReturn[i])) {
                take(i, benchmarkReturn, stepReturn[i]);
            }
        }
    }

    private void take(int i, double entering, double entered) {
        if (steps[i] < length) {
            steps[i]++;
        }
        double gain = 1.0 / steps[i];
        double rest = 1.0 - gain;
        double dx = entering - x[i];
        double dy = entered - y[i];
        x[i] += gain * dx;
        y[i] += gain * dy;
        xx[i] = rest * (xx[i] + gain * dx * dx);
        xy[i] = rest * (xy[i] + gain * dx * dy);
        yy[i] = rest * (yy[i] + gain * dy * dy);
        squaredWeights[i] = rest * rest * squaredWeights[i] + gain * gain;
    }

    @Override
    public int regress(double[] slope, double[] variance) {
        int estimates = 0;
        for (int i = 0; i < steps.length; i++) {
            if (steps[i] < minSteps || !(xx[i] > (xx[i] + x[i] * x[i]) * STILL)) {
                slope[i] = Double.NaN;
                variance[i] = Double.NaN;
                continue;
            }
            slope[i] = xy[i] / xx[i];
            variance[i] = Math.max(0.0, yy[i] - slope[i] * xy[i]) / (1.0 / squaredWeights[i] - 2.0) / xx[i];
            estimates++;
        }
        return estimates;
    }

    /** Nothing but the moments is kept. */
    @Override
    public void writePast(StateWriter writer) {
        writer.putInt(length);
    }

    @Override
    public void writeMoments(int i, StateWriter writer) {
        writer.putInt(steps[i]);
        writer.putDouble(squaredWeights[i]);
        writer.putDouble(x[i]);
        writer.putDouble(y[i]);
        writer.putDouble(xx[i]);
        writer.putDouble(xy[i]);
        writer.putDouble(yy[i]);
    }
}
