package mnvh.risk;

import java.util.Arrays;
import mnvh.config.NeutralityConfig;
import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.stats.LaneSum;
import mnvh.units.HotPath;
import mnvh.universe.Universe;

/**
 * Market beta of every instrument: rolling regression of its step return on the benchmark's, shrunk towards one.
 *
 * <p>Source: method 4; Vasicek (1973): {@code bhat = (tau2 * b + se2) / (tau2 + se2)}, {@code se2} the regression's
 * estimation variance of {@code b} and {@code tau2} the mean of {@code (b - 1)^2} over the instruments with an
 * estimate. Steps in which an instrument is absent are left out of its regression. With fewer than {@link #MIN_STEPS}
 * steps it is one. Sums run along and are taken anew each time the window has turned once, so that rounding does not
 * pile up. Core thread only; allocates nothing after construction.
 */
@HotPath
public final class BetaEstimator implements Stateful {
    /** Steps in the window before an instrument's regression counts; a shorter window must be full. */
    public static final int MIN_STEPS = 20;

    /** Below this share of its raw moment, xx is rounding. */
    private static final double STILL = 1.0e-12;

    private final int size;
    private final int minSteps;
    private final RegressionSums sums;
    private final double[] xx;
    private final double[] xy;
    private final double[] raw;
    private final double[] variance;
    private final double[] deviation;
    private final double[] marketBeta;
    private int estimates;

    public BetaEstimator(Universe universe, NeutralityConfig config) {
        size = universe.size();
        // A regression with an estimation variance needs three steps.
        int window = Math.max(3, config.windowSteps());
        minSteps = Math.min(MIN_STEPS, window);
        sums = new RegressionSums(size, window);
        xx = new double[size];
        xy = new double[size];
        raw = new double[size];
        variance = new double[size];
        deviation = new double[size];
        marketBeta = new double[size];
        Arrays.fill(raw, Double.NaN);
        Arrays.fill(variance, Double.NaN);
        Arrays.fill(marketBeta, 1.0);
    }

    /**
     * Takes a closed step.
     *
     * @param present one per instrument
     * @param stepReturn simple return per instrument; read where present
     * @param benchmarkReturn the benchmark's simple return; NaN leaves the step out
     */
    public void onStep(boolean[] present, double[] stepReturn, double benchmarkReturn) {
        if (Double.isNaN(benchmarkReturn)) {
            return;
        }
        sums.push(present, stepReturn, benchmarkReturn);
        regress();
        shrink();
    }

    /** Regresses all, whether there is enough or not, in loops that the compiler makes vectors of; then takes back. */
    private void regress() {
        centre(sums.xx, sums.x, sums.x, sums.steps, xx);
        centre(sums.xy, sums.x, sums.y, sums.steps, xy);
        centre(sums.yy, sums.y, sums.y, sums.steps, variance);
        divide(xy, xx, raw);
        estimateVariance(variance, raw, xy, sums.steps, xx);
        estimates = size;
        if (!allSound()) {
            takeBackUnsound();
        }
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

    private void takeBackUnsound() {
        estimates = 0;
        for (int i = 0; i < size; i++) {
            // A benchmark that has not moved explains nothing.
            if (sums.steps[i] < minSteps || !(xx[i] > sums.xx[i] * STILL)) {
                raw[i] = Double.NaN;
                variance[i] = Double.NaN;
            } else if (!Double.isNaN(raw[i])) {
                estimates++;
            }
        }
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
    private static void estimateVariance(double[] variance, double[] raw, double[] xy, double[] steps, double[] xx) {
        for (int i = 0; i < variance.length; i++) {
            variance[i] = Math.max(0.0, variance[i] - raw[i] * xy[i]) / (steps[i] - 2.0) / xx[i];
        }
    }

    private void shrink() {
        subtractOne(raw, deviation);
        if (estimates < size) {
            clearMissing();
        }
        double spread = estimates == 0 ? 0.0 : LaneSum.dot(deviation, 0, deviation, 0, size) / estimates;
        if (estimates == size && spread > 0 && spread < Double.POSITIVE_INFINITY) {
            shrinkAll(spread, raw, variance, marketBeta);
            return;
        }
        for (int i = 0; i < size; i++) {
            double total = spread + variance[i];
            if (Double.isNaN(raw[i])) {
                marketBeta[i] = 1.0;
            } else {
                marketBeta[i] = total > 0.0 ? (spread * raw[i] + variance[i]) / total : raw[i];
            }
        }
    }

    private static void subtractOne(double[] values, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = values[i] - 1.0;
        }
    }

    private void clearMissing() {
        for (int i = 0; i < size; i++) {
            if (Double.isNaN(raw[i])) {
                deviation[i] = 0.0;
            }
        }
    }

    /** With a finite spread above 0 and no variance below, every slope is a number and every divisor positive. */
    private static void shrinkAll(double spread, double[] raw, double[] variance, double[] marketBeta) {
        for (int i = 0; i < marketBeta.length; i++) {
            marketBeta[i] = (spread * raw[i] + variance[i]) / (spread + variance[i]);
        }
    }

    /** @return the shrunk market beta; 1 while there are too few steps */
    public double marketBeta(int i) {
        return marketBeta[i];
    }

    /** @return the shrunk market betas, one per instrument; a view that the next step overwrites, to be read only */
    public double[] marketBetas() {
        return marketBeta;
    }

    /** @return the regression's own beta; NaN while there are too few steps */
    double rawBeta(int i) {
        return raw[i];
    }

    /** @return estimation variance of {@link #rawBeta}; NaN while there are too few steps */
    double variance(int i) {
        return variance[i];
    }

    @Override
    public void writeTo(StateWriter writer) {
        sums.writeWindow(writer);
        for (int i = 0; i < size; i++) {
            sums.writeSums(i, writer);
            writer.putDouble(marketBeta[i]);
        }
    }
}
