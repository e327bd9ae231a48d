package mnvh.risk;

import java.util.Arrays;
import mnvh.state.StateWriter;
import mnvh.stats.LaneSum;
import mnvh.units.HotPath;

/**
 * Moments of every instrument's return and a benchmark's over a window of steps: what a regression is made of.
 *
 * <p>A sum follows the window by adding what enters and subtracting what leaves. A second one only adds; when the
 * window has turned once it holds exactly the window and takes over, so that rounding does not pile up. A step in which
 * an instrument is absent is left out of its sums. Core thread only; allocates nothing after construction.
 */
@HotPath
final class RegressionSums {
    private final int size;
    private final int window;
    private final double[] benchmark;
    /** One row per step, one after the other; NaN where an instrument was absent. */
    private final double[] returns;

    private final boolean[] rowWhole;
    private final boolean[] everyone;
    /** How many returns there are, in the window and since it last turned; small integers. */
    final double[] steps;

    final double[] x;
    final double[] y;
    final double[] xx;
    final double[] xy;
    final double[] yy;
    private final double[] freshX;
    private final double[] freshY;
    private final double[] freshXx;
    private final double[] freshXy;
    private final double[] freshYy;
    private int cursor;

    RegressionSums(int size, int window) {
        this.size = size;
        this.window = window;
        benchmark = new double[window];
        returns = new double[Math.multiplyExact(size, window)];
        rowWhole = new boolean[window];
        everyone = new boolean[size];
        steps = new double[size];
        x = new double[size];
        y = new double[size];
        xx = new double[size];
        xy = new double[size];
        yy = new double[size];
        freshX = new double[size];
        freshY = new double[size];
        freshXx = new double[size];
        freshXy = new double[size];
        freshYy = new double[size];
        Arrays.fill(everyone, true);
        Arrays.fill(returns, Double.NaN);
    }

    /**
     * Takes a closed step.
     *
     * @param stepReturn one per instrument, read where present; NaN counts as absent
     * @param entering the benchmark's return, not NaN
     */
    void push(boolean[] present, double[] stepReturn, double entering) {
        int row = cursor * size;
        double leaving = benchmark[cursor];
        boolean whole = whole(present, stepReturn);
        if (whole && rowWhole[cursor]) {
            turnAll(row, leaving, stepReturn, entering);
        } else {
            turnEach(row, leaving, present, stepReturn, entering);
        }
        rowWhole[cursor] = whole;
        benchmark[cursor] = entering;
        cursor = cursor + 1 == window ? 0 : cursor + 1;
        if (cursor == 0) {
            renew(x, freshX);
            renew(y, freshY);
            renew(xx, freshXx);
            renew(xy, freshXy);
            renew(yy, freshYy);
        }
    }

    /** A sum with a NaN in it is NaN: one pass without a branch. */
    private boolean whole(boolean[] present, double[] stepReturn) {
        return Arrays.equals(present, everyone) && !Double.isNaN(LaneSum.sum(stepReturn, size));
    }

    private void turnAll(int row, double leaving, double[] stepReturn, double entering) {
        turn(x, freshX, leaving, entering);
        turn(xx, freshXx, leaving * leaving, entering * entering);
        turn(y, freshY, returns, row, stepReturn);
        turnProduct(xy, freshXy, leaving, returns, row, entering, stepReturn);
        turnSquare(yy, freshYy, returns, row, stepReturn);
        System.arraycopy(stepReturn, 0, returns, row, size);
    }

    // One pair of sums a loop and no branch: the compiler makes vectors of these.

    private static void turn(double[] sum, double[] fresh, double leaving, double entering) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] = (sum[i] - leaving) + entering;
            fresh[i] += entering;
        }
    }

    private static void turn(double[] sum, double[] fresh, double[] left, int row, double[] entered) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] = (sum[i] - left[row + i]) + entered[i];
            fresh[i] += entered[i];
        }
    }

    private static void turnProduct(
            double[] sum, double[] fresh, double leaving, double[] left, int row, double entering, double[] entered) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] = (sum[i] - leaving * left[row + i]) + entering * entered[i];
            fresh[i] += entering * entered[i];
        }
    }

    private static void turnSquare(double[] sum, double[] fresh, double[] left, int row, double[] entered) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] = (sum[i] - left[row + i] * left[row + i]) + entered[i] * entered[i];
            fresh[i] += entered[i] * entered[i];
        }
    }

    private void turnEach(int row, double leaving, boolean[] present, double[] stepReturn, double entering) {
        for (int i = 0; i < size; i++) {
            double left = returns[row + i];
            if (!Double.isNaN(left)) {
                steps[i]--;
                x[i] -= leaving;
                y[i] -= left;
                xx[i] -= leaving * leaving;
                xy[i] -= leaving * left;
                yy[i] -= left * left;
            }
            double entered = present[i] ? stepReturn[i] : Double.NaN;
            returns[row + i] = entered;
            if (!Double.isNaN(entered)) {
                steps[i]++;
                x[i] += entering;
                y[i] += entered;
                xx[i] += entering * entering;
                xy[i] += entering * entered;
                yy[i] += entered * entered;
                freshX[i] += entering;
                freshY[i] += entered;
                freshXx[i] += entering * entering;
                freshXy[i] += entering * entered;
                freshYy[i] += entered * entered;
            }
        }
    }

    private static void renew(double[] sum, double[] fresh) {
        System.arraycopy(fresh, 0, sum, 0, sum.length);
        Arrays.fill(fresh, 0.0);
    }

    /** Writes the window, instrument by instrument. */
    void writeWindow(StateWriter writer) {
        writer.putInt(cursor);
        for (double value : benchmark) {
            writer.putDouble(value);
        }
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < window; k++) {
                writer.putDouble(returns[k * size + i]);
            }
        }
    }

    /** Writes an instrument's sums. */
    void writeSums(int i, StateWriter writer) {
        writer.putInt((int) steps[i]);
        writer.putDouble(x[i]);
        writer.putDouble(y[i]);
        writer.putDouble(xx[i]);
        writer.putDouble(xy[i]);
        writer.putDouble(yy[i]);
    }
}
