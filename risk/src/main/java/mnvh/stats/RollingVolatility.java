package mnvh.stats;

import mnvh.state.StateWriter;
import mnvh.units.HotPath;

/**
 * Standard deviation of each instrument's returns over a window of steps, with n - 1.
 *
 * <p>Single-threaded. Allocates nothing after construction.
 */
@HotPath
public final class RollingVolatility implements Volatility {
    /** What rounding may leave of a constant series after returns of up to 1 have left the window. */
    private static final double VARIANCE_RESIDUE = 1e-15;

    private final int instruments;
    private final int minimumCount;
    private final RollingSums window;
    private final double[] row;

    /**
     * @param instruments how many series
     * @param windowSteps length of the window
     * @param minimumCount returns that must stand in the window, at least 2
     */
    public RollingVolatility(int instruments, int windowSteps, int minimumCount) {
        if (minimumCount < 2 || minimumCount > windowSteps) {
            throw new IllegalArgumentException(
                    "a standard deviation over " + windowSteps + " steps cannot need " + minimumCount);
        }
        this.instruments = instruments;
        this.minimumCount = minimumCount;
        this.window = new RollingSums(windowSteps, 2 * instruments);
        this.row = new double[2 * instruments];
    }

    @Override
    public void onStep(boolean[] present, double[] stepReturn) {
        for (int i = 0; i < instruments; i++) {
            double value = present[i] ? stepReturn[i] : Double.NaN;
            row[i] = value;
            row[instruments + i] = value * value;
        }
        window.push(row);
    }

    /** @return standard deviation per step; 0 below 3e-8, as for a constant series; NaN for too few returns */
    @Override
    public double value(int instrument) {
        int count = window.count(instrument);
        if (count < minimumCount) {
            return Double.NaN;
        }
        double sum = window.sum(instrument);
        double variance = (window.sum(instruments + instrument) - sum * sum / count) / (count - 1);
        return variance <= VARIANCE_RESIDUE ? 0.0 : Math.sqrt(variance);
    }

    @Override
    public void writeTo(StateWriter writer) {
        window.writeTo(writer);
    }
}
