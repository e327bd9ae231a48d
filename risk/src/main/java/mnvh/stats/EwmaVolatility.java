package mnvh.stats;

import mnvh.state.StateWriter;
import mnvh.units.HotPath;

/**
 * Root of the exponentially weighted mean square of each instrument's returns, about zero.
 *
 * <p>The first observations are averaged evenly until the decay's own weight is larger, so there is no start-up bias.
 * Where an instrument has no return its volatility stays. Single-threaded. Allocates nothing after construction.
 */
@HotPath
public final class EwmaVolatility implements Volatility {
    private final double gain;
    private final int minimumCount;
    /** Returns after which only the decay's own weight counts. */
    private final int settledCount;

    private final double[] meanSquare;
    private final int[] count;
    private int settled;

    /**
     * @param instruments how many series
     * @param lengthSteps the newest return enters with weight 1/{@code lengthSteps}, at least 1
     * @param minimumCount returns needed before a value is given, at least 1
     */
    public EwmaVolatility(int instruments, int lengthSteps, int minimumCount) {
        if (lengthSteps < 1 || minimumCount < 1) {
            throw new IllegalArgumentException("length " + lengthSteps + " and minimum " + minimumCount);
        }
        this.gain = 1.0 / lengthSteps;
        this.minimumCount = minimumCount;
        this.settledCount = Math.max(lengthSteps, minimumCount);
        this.meanSquare = new double[instruments];
        this.count = new int[instruments];
    }

    @Override
    public void onStep(boolean[] present, double[] stepReturn) {
        for (int i = 0; i < count.length; i++) {
            if (present[i]) {
                take(i, stepReturn[i]);
            }
        }
    }

    /** The same for a step in which every instrument is present. */
    public void onWholeStep(double[] stepReturn) {
        if (settled == count.length) {
            decay(meanSquare, stepReturn, gain);
        } else {
            for (int i = 0; i < count.length; i++) {
                take(i, stepReturn[i]);
            }
        }
    }

    private void take(int i, double stepReturn) {
        double weight = gain;
        if (count[i] < settledCount) {
            count[i]++;
            weight = Math.max(gain, 1.0 / count[i]);
            settled += count[i] == settledCount ? 1 : 0;
        }
        meanSquare[i] += weight * (stepReturn * stepReturn - meanSquare[i]);
    }

    /** A loop without a branch, which the compiler makes vectors of. */
    private static void decay(double[] meanSquare, double[] stepReturn, double gain) {
        for (int i = 0; i < meanSquare.length; i++) {
            meanSquare[i] += gain * (stepReturn[i] * stepReturn[i] - meanSquare[i]);
        }
    }

    @Override
    public double value(int instrument) {
        return count[instrument] < minimumCount ? Double.NaN : Math.sqrt(meanSquare[instrument]);
    }

    @Override
    public void writeTo(StateWriter writer) {
        for (int i = 0; i < count.length; i++) {
            writer.putInt(count[i]);
            writer.putDouble(meanSquare[i]);
        }
    }
}
