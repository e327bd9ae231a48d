package mnvh.strategy;

import java.util.Arrays;
import mnvh.risk.RiskInputs;
import mnvh.state.StateHash;
import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.units.HotPath;

/**
 * Mean quantity traded per step over the last eight closed steps, the base of participation limits.
 *
 * <p>Eight steps without any are {@link #UNKNOWN} and not a mean of 0: a source without volumes and an instrument that
 * nobody trades tell the same.
 *
 * <p>Volume counts for the step in which it arrives. A total past 64 bits stays at the largest number, which makes the
 * limit tighter, never looser.
 *
 * <p>Core thread only. Allocates nothing after construction.
 */
@HotPath
final class RecentVolume implements Stateful {
    private static final int WINDOW_STEPS = 8;
    private static final long UNKNOWN = RiskInputs.VOLUME_UNKNOWN;

    private final int instruments;
    private final long[] open;
    private final long[] closed;
    private final StateHash history = new StateHash();
    private int steps;
    private int next;

    RecentVolume(int instruments) {
        this.instruments = instruments;
        this.open = new long[instruments];
        this.closed = new long[WINDOW_STEPS * instruments];
    }

    void add(int i, long quantity) {
        if (quantity > 0) {
            open[i] = saturated(open[i], quantity);
        }
    }

    void closeStep() {
        System.arraycopy(open, 0, closed, next * instruments, instruments);
        history.putLongs(open, 0, instruments);
        Arrays.fill(open, 0);
        next = (next + 1) % WINDOW_STEPS;
        steps = Math.min(steps + 1, WINDOW_STEPS);
    }

    /** @return quantity of the newest closed step at 1e-8; 0 before the first close */
    long last(int i) {
        return closed[(next + WINDOW_STEPS - 1) % WINDOW_STEPS * instruments + i];
    }

    /** @return quantity at 1e-8 per step, rounded down; {@link #UNKNOWN} where nothing traded */
    long mean(int i) {
        long total = 0;
        for (int step = 0; step < steps; step++) {
            total = saturated(total, closed[step * instruments + i]);
        }
        return total == 0 ? UNKNOWN : total / steps;
    }

    /** Writes {@link #mean} of every instrument. */
    void means(long[] out) {
        System.arraycopy(closed, 0, out, 0, instruments);
        for (int step = 1; step < steps; step++) {
            addSaturated(out, step * instruments);
        }
        divide(out);
    }

    private void addSaturated(long[] out, int from) {
        for (int i = 0; i < instruments; i++) {
            out[i] = saturated(out[i], closed[from + i]);
        }
    }

    private void divide(long[] out) {
        for (int i = 0; i < instruments; i++) {
            // Eight of eight but for the first steps; none of them is negative.
            long mean = steps == WINDOW_STEPS ? out[i] >> 3 : steps == 0 ? 0 : out[i] / steps;
            out[i] = out[i] == 0 ? UNKNOWN : mean;
        }
    }

    private static long saturated(long a, long b) {
        long sum = a + b;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    /** Writes the open step, and for the closed ones a digest of all that there ever was. */
    @Override
    public void writeTo(StateWriter writer) {
        writer.putInt(steps);
        writer.putInt(next);
        writer.putLong(history.value());
        for (long quantity : open) {
            writer.putLong(quantity);
        }
    }
}
