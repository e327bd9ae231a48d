package mnvh.strategy;

import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.stats.LaneSum;
import mnvh.stats.RollingSums;
import mnvh.units.HotPath;

/**
 * What the leashed strategy would pay per step at a given aggressiveness.
 *
 * <p>It carries a shadow inventory of the strategy that trades every proposal in full, in units of aggressiveness:
 *
 * <pre>
 *   x[i] = (lambda - 1) y[i] (1 + r[i]) + s[i]        y[i] becomes y[i] (1 + r[i]) + x[i]
 *   cost = aggressiveness * rate * mean_k sum_i |x[i,k]|
 * </pre>
 *
 * <p>The book's own trades would not do: while the throttle is shut they are small, and a cost read from them would
 * open it again. The mean reads NaN until its window of measured steps is full. Absent instruments trade 0.
 *
 * <p>Core thread only. Allocates nothing after construction. Source: method.md section 2.2.
 */
@HotPath
public final class CostEstimator implements Stateful {
    private final CrossSection crossSection;
    private final RelativeReturns returns;
    private final double inventoryLeash;
    private final double[] inventory;
    private final RollingSums sums;
    private final double[] row = new double[1];
    private final LaneSum sum = new LaneSum();

    /**
     * @param inventoryLeash lambda per step, 0 to 1
     * @param windowSteps window of the mean, at least 1
     */
    public CostEstimator(CrossSection crossSection, RelativeReturns returns, double inventoryLeash, int windowSteps) {
        this.crossSection = crossSection;
        this.returns = returns;
        this.inventoryLeash = inventoryLeash;
        this.inventory = new double[crossSection.size()];
        this.sums = new RollingSums(windowSteps, 1);
    }

    /** Takes the step that {@code returns} took last; called for every step, skipped ones included. */
    public void onStep() {
        boolean trades = returns.measured();
        sum.clear();
        for (int i = 0; i < inventory.length; i++) {
            double held = inventory[i] * (1.0 + crossSection.stepReturn(i));
            double x = trades && crossSection.present(i)
                    ? (inventoryLeash - 1.0) * held - returns.weightedRelative(i)
                    : 0.0;
            inventory[i] = held + x;
            sum.add(i, Math.abs(x));
        }
        if (trades) {
            row[0] = sum.total();
            sums.push(row);
        }
    }

    /** @return mean of the proposed sum of |x| per step, in units of aggressiveness; NaN for NOT_READY */
    public double turnover() {
        return sums.ready(0) ? sums.mean(0) : Double.NaN;
    }

    /**
     * @param aggressivenessMoney beta before the throttle, in the reporting currency
     * @param rate cost of a unit traded: fee, half spread and slippage, as a fraction of notional
     * @return expected cost per step in the reporting currency; NaN for NOT_READY
     */
    public double cost(double aggressivenessMoney, double rate) {
        return aggressivenessMoney * rate * turnover();
    }

    @Override
    public void writeTo(StateWriter writer) {
        sums.writeTo(writer);
        for (double held : inventory) {
            writer.putDouble(held);
        }
    }
}
