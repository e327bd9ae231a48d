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

    private final int size;
    private final int window;
    private final int minSteps;
    private final double[] benchmark;
    /** One window per instrument, one after the other; NaN where it was absent. */
    private final double[] returns;

    private final int[] count;
    private final double[] sumX;
    private final double[] sumY;
    private final double[] sumXx;
    private final double[] sumXy;
    private final double[] sumYy;
    private final double[] raw;
    private final double[] variance;
    private final double[] marketBeta;
    private final LaneSum sum = new LaneSum();
    private int cursor;

    public BetaEstimator(Universe universe, NeutralityConfig config) {
        size = universe.size();
        // A regression with an estimation variance needs three steps.
        window = Math.max(3, config.windowSteps());
        minSteps = Math.min(MIN_STEPS, window);
        benchmark = new double[window];
        returns = new double[size * window];
        count = new int[size];
        sumX = new double[size];
        sumY = new double[size];
        sumXx = new double[size];
        sumXy = new double[size];
        sumYy = new double[size];
        raw = new double[size];
        variance = new double[size];
        marketBeta = new double[size];
        Arrays.fill(returns, Double.NaN);
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
        for (int i = 0; i < size; i++) {
            int at = i * window + cursor;
            if (!Double.isNaN(returns[at])) {
                count(i, benchmark[cursor], returns[at], -1);
            }
            returns[at] = present[i] ? stepReturn[i] : Double.NaN;
            if (!Double.isNaN(returns[at])) {
                count(i, benchmarkReturn, returns[at], 1);
            }
        }
        benchmark[cursor] = benchmarkReturn;
        cursor = cursor + 1 == window ? 0 : cursor + 1;
        if (cursor == 0) {
            recount();
        }
        for (int i = 0; i < size; i++) {
            regress(i);
        }
        shrink();
    }

    private void count(int i, double x, double y, int sign) {
        count[i] += sign;
        sumX[i] += sign * x;
        sumY[i] += sign * y;
        sumXx[i] += sign * (x * x);
        sumXy[i] += sign * (x * y);
        sumYy[i] += sign * (y * y);
    }

    private void recount() {
        for (int i = 0; i < size; i++) {
            count[i] = 0;
            sumX[i] = 0.0;
            sumY[i] = 0.0;
            sumXx[i] = 0.0;
            sumXy[i] = 0.0;
            sumYy[i] = 0.0;
            for (int k = 0; k < window; k++) {
                double y = returns[i * window + k];
                if (!Double.isNaN(y)) {
                    count(i, benchmark[k], y, 1);
                }
            }
        }
    }

    private void regress(int i) {
        raw[i] = Double.NaN;
        variance[i] = Double.NaN;
        int n = count[i];
        if (n < minSteps) {
            return;
        }
        double xx = sumXx[i] - sumX[i] * sumX[i] / n;
        double xy = sumXy[i] - sumX[i] * sumY[i] / n;
        double yy = sumYy[i] - sumY[i] * sumY[i] / n;
        // A benchmark that has not moved explains nothing; below 1e-12 of its raw moment xx is rounding.
        if (!(xx > sumXx[i] * 1.0e-12)) {
            return;
        }
        raw[i] = xy / xx;
        variance[i] = Math.max(0.0, yy - raw[i] * xy) / (n - 2) / xx;
    }

    private void shrink() {
        sum.clear();
        int estimates = 0;
        for (int i = 0; i < size; i++) {
            if (!Double.isNaN(raw[i])) {
                double deviation = raw[i] - 1.0;
                sum.add(i, deviation * deviation);
                estimates++;
            }
        }
        double spread = estimates == 0 ? 0.0 : sum.total() / estimates;
        for (int i = 0; i < size; i++) {
            double total = spread + variance[i];
            if (Double.isNaN(raw[i])) {
                marketBeta[i] = 1.0;
            } else {
                marketBeta[i] = total > 0.0 ? (spread * raw[i] + variance[i]) / total : raw[i];
            }
        }
    }

    /** @return the shrunk market beta; 1 while there are too few steps */
    public double marketBeta(int i) {
        return marketBeta[i];
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
        writer.putInt(cursor);
        for (double value : benchmark) {
            writer.putDouble(value);
        }
        for (double value : returns) {
            writer.putDouble(value);
        }
        for (int i = 0; i < size; i++) {
            writer.putInt(count[i]);
            writer.putDouble(sumX[i]);
            writer.putDouble(sumY[i]);
            writer.putDouble(sumXx[i]);
            writer.putDouble(sumXy[i]);
            writer.putDouble(sumYy[i]);
            writer.putDouble(marketBeta[i]);
        }
    }
}
