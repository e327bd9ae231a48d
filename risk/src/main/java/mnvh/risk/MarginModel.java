package mnvh.risk;

import mnvh.units.FixedPoint;
import mnvh.units.HotPath;
import mnvh.units.Rounding;

/**
 * Worst-case initial margin of positions, working orders and a list, never below any subset of their fills.
 *
 * <p>Source: method 7, {@code sum_i max(IM(q + B), IM(q - A)) + stress loss of the worse side + fees and (limit - mark)
 * losses}. {@code IM} never falls as a notional grows, tiers or not, so the larger of the two ends bounds what lies
 * between them. The worse side is read as the larger of two uniform moves of {@code stress_move_ratio}: down with every
 * buy filled and no sell, up with every sell filled and no buy. An isolated instrument is stressed alone: nothing that
 * others gain stands against its loss. Rebates count as zero.
 *
 * <p>The bound is reached, to the unit, where one subset is the worst of every part at once: when all orders that work
 * and are new are on one side of the market, at most one in each instrument, and no position is on the other; and
 * always without stress and costs. It is above every subset where orders that the largest margin does without cost
 * something, or where the side of the stress is not the side of every instrument's margin. Core thread only; allocates
 * nothing.
 */
@HotPath
public final class MarginModel {
    private final Margins margins;
    private final long stressRatio;
    private long initial;
    private long boughtOut;
    private long soldOut;
    private long alone;
    private long costs;

    public MarginModel(Margins margins, Limits risk) {
        this.margins = margins;
        this.stressRatio = risk.stressMoveRatio();
    }

    /** Starts a new sum. */
    public void clear() {
        initial = 0;
        boughtOut = 0;
        soldOut = 0;
        alone = 0;
        costs = 0;
    }

    /**
     * Adds one instrument.
     *
     * @param bought signed notional when all its buys fill, {@code q + B}
     * @param sold signed notional when all its sells fill, {@code q - A}
     * @param cost fees and limit losses of all its orders, not negative
     */
    public void add(int i, long bought, long sold, long cost) {
        long worse = Math.max(Math.absExact(bought), Math.absExact(sold));
        initial = Math.addExact(initial, margins.initial(i, worse));
        if (margins.isolated(i)) {
            alone = Math.addExact(alone, exposed(bought, sold));
        } else {
            boughtOut = Math.addExact(boughtOut, bought);
            soldOut = Math.addExact(soldOut, sold);
        }
        costs = Math.addExact(costs, cost);
    }

    /** Takes out what {@link #add} added with the same numbers. */
    void take(int i, long bought, long sold, long cost) {
        initial -= margins.initial(i, Math.max(Math.absExact(bought), Math.absExact(sold)));
        if (margins.isolated(i)) {
            alone -= exposed(bought, sold);
        } else {
            boughtOut -= bought;
            soldOut -= sold;
        }
        costs -= cost;
    }

    /** @return margin that the worst subset of fills needs at 10^-8 */
    public long required() {
        long exposed = Math.addExact(exposed(boughtOut, soldOut), alone);
        long stress = FixedPoint.multiplyRate(exposed, stressRatio, Rounding.CEILING);
        return Math.addExact(Math.addExact(initial, stress), costs);
    }

    private static long exposed(long bought, long sold) {
        return Math.max(0, Math.max(bought, Math.negateExact(sold)));
    }

    /** @return margin rate and stress of instrument {@code i} together at 10^-12; no notional needs more */
    long ratePerNotional(int i) {
        return Math.addExact(margins.worstInitialRate(i), stressRatio);
    }
}
