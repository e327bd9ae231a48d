package mnvh.stats;

import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.units.HotPath;

/**
 * Root of the exponentially weighted mean square of each instrument's returns, about zero.
 *
 * <p>The first observations are averaged evenly until the decay's own weight is larger, so there is no start-up bias.
 * Single-threaded. Allocates nothing after construction.
 */
@HotPath
public final class EwmaVolatility implements Stateful {
    private final int lengthSteps;
    private final double gain;
    private final int minimumCount;
    private final double[] meanSquare;
    private final int[] count;

    /**
     * @param instruments how many series
     * @param lengthSteps the newest return enters with weight 1/{@code lengthSteps}, at least 1
     * @param minimumCount returns needed before a value is given, at least 1
     */
    public EwmaVolatility(int instruments, int lengthSteps, int minimumCount) {
        if (lengthSteps < 1 || minimumCount < 1) {
            throw new IllegalArgumentException("length " + lengthSteps + " and minimum " + minimumCount);
        }
        this.lengthSteps = lengthSteps;
        this.gain = 1.0 / lengthSteps;
        this.minimumCount = minimumCount;
        this.meanSquare = new double[instruments];
        this.count = new int[instruments];
    }

    /**
     * Takes one step.
     *
     * @param present whether the instrument has a return; where it has none its volatility stays
     * @param stepReturn one per instrument, simple return of the closed step
     */
    public void onStep(boolean[] present, double[] stepReturn) {
        for (int i = 0; i < count.length; i++) {
            if (present[i]) {
                double weight = gain;
                if (count[i] < lengthSteps || count[i] < minimumCount) {
                    count[i]++;
                    weight = Math.max(gain, 1.0 / count[i]);
                }
                meanSquare[i] += weight * (stepReturn[i] * stepReturn[i] - meanSquare[i]);
            }
        }
    }

    /** @return volatility per step, NaN while returns are too few */
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
