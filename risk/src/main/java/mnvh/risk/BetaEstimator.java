package mnvh.risk;

import java.util.Arrays;
import mnvh.config.Averaging;
import mnvh.config.NeutralityConfig;
import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.stats.LaneSum;
import mnvh.units.HotPath;
import mnvh.universe.Universe;

/**
 * Market beta of every instrument: regression of its step return on the benchmark's, rolling or exponentially weighted,
 * shrunk towards one.
 *
 * <p>Source: method 4; Vasicek (1973): {@code bhat = (tau2 * b + se2) / (tau2 + se2)}, {@code se2} the regression's
 * estimation variance of {@code b} and {@code tau2} the mean of {@code (b - 1)^2} over the instruments with an
 * estimate. Steps in which an instrument is absent are left out of its regression. With fewer than {@link #MIN_STEPS}
 * steps there is no regression, {@code se2} has no bound, and what is drawn towards one is one: the estimate of who
 * knows nothing of the instrument. Core thread only; allocates nothing after construction.
 */
@HotPath
public final class BetaEstimator implements Stateful {
    /** Steps in the window before an instrument's regression counts; a shorter window must be full. */
    public static final int MIN_STEPS = 20;

    private final int size;
    private final MarketRegression regression;
    private final double[] raw;
    private final double[] variance;
    private final double[] deviation;
    private final double[] marketBeta;
    private int estimates;

    public BetaEstimator(Universe universe, NeutralityConfig config) {
        size = universe.size();
        // A regression with an estimation variance needs three steps.
        int window = Math.max(3, config.windowSteps());
        int minSteps = Math.min(MIN_STEPS, window);
        regression = config.averaging() == Averaging.EWMA
                ? new EwmaRegression(size, window, minSteps)
                : new RollingRegression(size, window, minSteps);
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
        regression.push(present, stepReturn, benchmarkReturn);
        estimates = regression.regress(raw, variance);
        shrink();
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
        regression.writePast(writer);
        for (int i = 0; i < size; i++) {
            regression.writeMoments(i, writer);
            writer.putDouble(marketBeta[i]);
        }
    }
}
