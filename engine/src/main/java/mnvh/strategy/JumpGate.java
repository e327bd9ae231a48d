package mnvh.strategy;

import java.util.Arrays;
import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.units.HotPath;

/**
 * Quarantines a price that moved too far to be believed at once.
 *
 * <p>Too far: more than {@code maxJumpSigma} of the instrument's own volatility per step times the root of the steps
 * since its mark. The price is refused and remembered. A price of a later step that lies within the same distance of
 * the remembered one confirms it and is taken; one that lies near the old mark ends the quarantine; any other replaces
 * what is remembered. Until then the instrument is absent, for its old mark may no longer be its price. While
 * volatility is NaN or 0 there is nothing to measure by and every price passes.
 *
 * <p>Core thread only. Allocates nothing after construction.
 */
@HotPath
final class JumpGate implements Stateful {
    private final double maxJumpSigma;
    private final long intervalNs;
    private final long[] quarantinedNs;
    private final long[] quarantinedPrice;
    private int quarantinedCount;

    JumpGate(int instruments, long intervalNs, double maxJumpSigma) {
        this.maxJumpSigma = maxJumpSigma;
        this.intervalNs = intervalNs;
        this.quarantinedNs = new long[instruments];
        this.quarantinedPrice = new long[instruments];
        Arrays.fill(quarantinedNs, PriceColumn.NEVER);
    }

    /**
     * @param lastCloseNs close of the last step; what was quarantined before it may be confirmed after it
     * @param marks the marks of the last closed step
     * @param volatility standard deviation of step returns
     * @return true where the price may be taken
     */
    boolean passes(int i, long timestampNs, long price, long lastCloseNs, PriceColumn marks, double volatility) {
        if (!marks.has(i) || !(volatility > 0)) {
            release(i);
            return true;
        }
        long ageNs = timestampNs - marks.timestampNs[i];
        double steps = ageNs <= intervalNs ? 1.0 : ageNs / (double) intervalNs;
        double limit = maxJumpSigma * volatility * Math.sqrt(steps);
        boolean near = distance(price, marks.price[i]) <= limit;
        boolean confirmed = quarantinedNs[i] != PriceColumn.NEVER
                && quarantinedNs[i] <= lastCloseNs
                && timestampNs > lastCloseNs
                && distance(price, quarantinedPrice[i]) <= limit;
        if (near || confirmed) {
            release(i);
            return true;
        }
        quarantinedCount += quarantinedNs[i] == PriceColumn.NEVER ? 1 : 0;
        quarantinedNs[i] = timestampNs;
        quarantinedPrice[i] = price;
        return false;
    }

    private void release(int i) {
        if (quarantinedNs[i] != PriceColumn.NEVER) {
            quarantinedNs[i] = PriceColumn.NEVER;
            quarantinedCount--;
        }
    }

    /** @return true where no price at all awaits confirmation */
    boolean empty() {
        return quarantinedCount == 0;
    }

    /** @return true where a price stamped at or before {@code closeNs} awaits confirmation */
    boolean quarantined(int i, long closeNs) {
        return quarantinedNs[i] != PriceColumn.NEVER && quarantinedNs[i] <= closeNs;
    }

    private static double distance(long price, long from) {
        return Math.abs((price - from) / (double) from);
    }

    @Override
    public void writeTo(StateWriter writer) {
        for (int i = 0; i < quarantinedNs.length; i++) {
            writer.putLong(quarantinedNs[i]);
            if (quarantinedNs[i] != PriceColumn.NEVER) {
                writer.putLong(quarantinedPrice[i]);
            }
        }
    }
}
