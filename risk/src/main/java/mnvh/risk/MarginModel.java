package mnvh.risk;

import mnvh.config.RiskConfig;
import mnvh.units.FixedPoint;
import mnvh.units.HotPath;
import mnvh.units.Rounding;
import mnvh.universe.Universe;

/**
 * Worst-case initial margin of positions, working orders and a list, never below any subset of their fills.
 *
 * <p>Source: method 7, {@code sum_i max(IM(q + B), IM(q - A)) + stress loss of the worse side + fees and (limit - mark)
 * losses}. The worse side is read as the larger of two uniform moves of {@code stress_move_ratio}: down with every buy
 * filled and no sell, up with every sell filled and no buy. Rebates count as zero. Core thread only; allocates nothing.
 */
@HotPath
public final class MarginModel {
    private final Universe universe;
    private final long stressRatio;
    private long initial;
    private long boughtOut;
    private long soldOut;
    private long costs;

    public MarginModel(Universe universe, RiskConfig risk) {
        this.universe = universe;
        this.stressRatio = risk.stressMoveRatio() == RiskConfig.NONE ? 0 : risk.stressMoveRatio();
    }

    /** Starts a new sum. */
    public void clear() {
        initial = 0;
        boughtOut = 0;
        soldOut = 0;
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
        long rate = universe.get(i).initialMarginRate();
        initial = Math.addExact(initial, FixedPoint.multiplyRate(worse, rate, Rounding.CEILING));
        boughtOut = Math.addExact(boughtOut, bought);
        soldOut = Math.addExact(soldOut, sold);
        costs = Math.addExact(costs, cost);
    }

    /** @return margin that the worst subset of fills needs at 10^-8 */
    public long required() {
        long exposed = Math.max(0, Math.max(boughtOut, Math.negateExact(soldOut)));
        long stress = FixedPoint.multiplyRate(exposed, stressRatio, Rounding.CEILING);
        return Math.addExact(Math.addExact(initial, stress), costs);
    }

    /** @return margin rate and stress of instrument {@code i} together at 10^-12 */
    long ratePerNotional(int i) {
        return Math.addExact(universe.get(i).initialMarginRate(), stressRatio);
    }
}
