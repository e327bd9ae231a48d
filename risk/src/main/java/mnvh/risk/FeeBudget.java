package mnvh.risk;

import mnvh.config.FeeBudgetConfig;
import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.units.HotPath;

/**
 * Keeps fees within their share of gross profit by the width of the no-trade band.
 *
 * <pre>
 *   ratio = fees of the last W steps / gross profit of the last W steps
 * </pre>
 *
 * <p>Above the target the band widens, below it narrows, by a W-th of its range per step: the range takes one window
 * to walk, so what is measured has time to answer. Within the target it stays, and so it does where no fee was paid.
 * Fees without a gross profit are above any target. Aggressiveness is none of its business: fees and gross profit are
 * both linear in it, so that it cannot steer their ratio.
 *
 * <p>The target is out of reach once the band has stood at one of its ends for a window and the ratio is still beyond;
 * that stays so until the ratio has left that side of the target.
 *
 * <p>Source: method 2.3. Core thread only; allocates nothing after construction.
 */
@HotPath
public final class FeeBudget implements Stateful {
    /** Whether the target can be reached, as far as is known. */
    public enum Reach {
        /** Nothing says otherwise. */
        OPEN,
        /** Fees stay above the target with the widest band. */
        ABOVE_AT_WIDEST,
        /** Fees stay below the target with the narrowest band. */
        BELOW_AT_NARROWEST
    }

    private final FeeBudgetConfig config;
    private final long narrowest;
    private final long widest;
    private final long stride;
    private final long[] fees;
    private final long[] gross;
    private int next;
    private boolean full;
    private long band;
    private double ratio = Double.NaN;
    private int stuckSteps;
    private Reach reach = Reach.OPEN;

    /** @param tradeThresholdRatio the narrowest band, fraction of equity, and the one to start with */
    public FeeBudget(FeeBudgetConfig config, double tradeThresholdRatio) {
        this.config = config;
        narrowest = Book.rate(tradeThresholdRatio);
        widest = Math.max(narrowest, Book.rate(config.bandMaxRatio()));
        stride = Math.max(1, (widest - narrowest) / config.windowSteps());
        band = narrowest;
        fees = new long[config.windowSteps()];
        gross = new long[config.windowSteps()];
    }

    /**
     * Takes a closed step.
     *
     * @param feesTotal fees less rebates since the start, reporting currency at 10^-8, positive is a cost
     * @param grossTotal profit before fees since the start, reporting currency at 10^-8
     * @return true when {@link #reach} changed
     */
    public boolean onStep(long feesTotal, long grossTotal) {
        int side = 0;
        if (full) {
            side = measure(Math.subtractExact(feesTotal, fees[next]), Math.subtractExact(grossTotal, gross[next]));
        }
        fees[next] = feesTotal;
        gross[next] = grossTotal;
        next++;
        if (next == fees.length) {
            next = 0;
            full = true;
        }
        return config.control() && steer(side);
    }

    /** @return 1 above the target, -1 below, 0 within it or where nothing is known */
    private int measure(long paid, long earned) {
        ratio = earned > 0 && paid != 0 ? paid / (double) earned : Double.NaN;
        if (earned <= 0) {
            return paid > 0 ? 1 : 0;
        }
        return ratio > config.targetMax() ? 1 : ratio < config.targetMin() ? -1 : 0;
    }

    private boolean steer(int side) {
        long end = side > 0 ? widest : narrowest;
        boolean atEnd = side != 0 && band == end;
        stuckSteps = atEnd ? Math.min(stuckSteps + 1, config.windowSteps()) : 0;
        band = Math.min(widest, Math.max(narrowest, band + side * stride));
        Reach before = reach;
        if (atEnd && stuckSteps == config.windowSteps()) {
            reach = side > 0 ? Reach.ABOVE_AT_WIDEST : Reach.BELOW_AT_NARROWEST;
        } else if (left(side)) {
            reach = Reach.OPEN;
        }
        return reach != before;
    }

    /** A window without a ratio says nothing. */
    private boolean left(int side) {
        boolean known = side != 0 || !Double.isNaN(ratio);
        return known && (reach == Reach.ABOVE_AT_WIDEST ? side <= 0 : side >= 0);
    }

    /** @return fees over gross profit of the window; NaN before it is full, without fees and without a gross profit */
    public double ratio() {
        return ratio;
    }

    /** @return the no-trade band in force, fraction of equity at 10^-12 */
    public long band() {
        return band;
    }

    /** @return whether the target can be reached */
    public Reach reach() {
        return reach;
    }

    @Override
    public void writeTo(StateWriter writer) {
        writer.putInt(next);
        writer.putInt(full ? 1 : 0);
        for (int k = 0; k < fees.length; k++) {
            writer.putLong(fees[k]);
            writer.putLong(gross[k]);
        }
        writer.putLong(band);
        writer.putDouble(ratio);
        writer.putInt(stuckSteps);
        writer.putInt(reach.ordinal());
    }
}
