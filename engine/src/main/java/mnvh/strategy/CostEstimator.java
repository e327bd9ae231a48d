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
 *   X[i] = aggressiveness * mean_k |x[i,k]|
 *   cost = sum_i X[i] (rate[i] + impact[i] X[i])
 * </pre>
 *
 * <p>Fees and half spreads grow with aggressiveness, slippage with its square.
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
    private final double[] trade;
    private final double[] costs;
    private final RollingSums sums;

    /**
     * @param inventoryLeash lambda per step, 0 to 1
     * @param windowSteps window of the mean, at least 1
     */
    public CostEstimator(CrossSection crossSection, RelativeReturns returns, double inventoryLeash, int windowSteps) {
        this.crossSection = crossSection;
        this.returns = returns;
        this.inventoryLeash = inventoryLeash;
        this.inventory = new double[crossSection.size()];
        this.trade = new double[inventory.length];
        this.costs = new double[inventory.length];
        this.sums = new RollingSums(windowSteps, inventory.length);
    }

    /** Takes the step that {@code returns} took last; called for every step, skipped ones included. */
    public void onStep() {
        double[] stepReturn = crossSection.stepReturns();
        for (int i = 0; i < inventory.length; i++) {
            inventory[i] *= 1.0 + stepReturn[i];
        }
        if (!returns.measured()) {
            return;
        }
        double release = inventoryLeash - 1.0;
        for (int i = 0; i < inventory.length; i++) {
            trade[i] = release * inventory[i];
        }
        returns.subtractWeighted(trade);
        crossSection.clearAbsent(trade);
        for (int i = 0; i < inventory.length; i++) {
            inventory[i] += trade[i];
        }
        for (int i = 0; i < trade.length; i++) {
            trade[i] = Math.abs(trade[i]);
        }
        sums.push(trade);
    }

    /** @return mean of the proposed sum of |x| per step, in units of aggressiveness; NaN for NOT_READY */
    public double turnover() {
        for (int i = 0; i < costs.length; i++) {
            costs[i] = turnover(i);
        }
        return LaneSum.sum(costs, costs.length);
    }

    /** @return mean of the proposed |x| of one instrument per step, in units of aggressiveness; NaN for NOT_READY */
    public double turnover(int i) {
        return sums.full() ? sums.mean(i) : Double.NaN;
    }

    /**
     * An instrument without a price of its own to trade at leaves the whole not ready, but for one that is absent and
     * so not traded, or that never was.
     *
     * @param aggressivenessMoney beta before the throttle, in the reporting currency
     * @param rate fee and half spread of each instrument, over notional; NaN for NOT_READY
     * @param impact slippage of each, over notional and per unit of notional; NaN for NOT_READY
     * @return expected cost per step in the reporting currency; NaN for NOT_READY
     */
    public double cost(double aggressivenessMoney, double[] rate, double[] impact) {
        for (int i = 0; i < costs.length; i++) {
            double traded = aggressivenessMoney * turnover(i);
            double cost = traded * (rate[i] + impact[i] * traded);
            boolean idle = traded == 0 || (!crossSection.present(i) && sums.full());
            costs[i] = idle && Double.isNaN(cost) ? 0.0 : cost;
        }
        return LaneSum.sum(costs, costs.length);
    }

    @Override
    public void writeTo(StateWriter writer) {
        sums.writeTo(writer);
        for (double held : inventory) {
            writer.putDouble(held);
        }
    }
}
