package mnvh.strategy;

import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.stats.RollingSums;
import mnvh.units.HotPath;

/**
 * What the leashed strategy would have earned per step, before costs, from the cross-autocovariances of the window.
 *
 * <pre>
 *   c[j] = - mean_k sum_i w'[i,k] d[i,k] d[i,k+j]
 *   edge = aggressiveness * sum_{j=0..J} lambda^j c[j+1]
 * </pre>
 *
 * <p>J is the first with lambda^J below 0.05, at most 64. A leash of 0 leaves c[1] alone, which for equal weights is
 * rho times XSVar, the source's eq. (3). Near lambda = 1 the sum is cut at 64 while its weights are still large: it
 * then counts what a trade earns in its first 65 steps and nothing after, so it stays finite at lambda = 1.
 *
 * <p>A lag enters the mean where both of its steps were measured. The edge reads NaN until the window of measured
 * steps is full and half of it holds each lag; long lags therefore need that many steps more.
 *
 * <p>Core thread only. Allocates nothing after construction. Source: method.md section 2.2.
 */
@HotPath
public final class EdgeEstimator implements Stateful {
    private static final double SMALLEST_POWER = 0.05;
    private static final int LONGEST_SUM = 64;

    private final RelativeReturns returns;
    private final double inventoryLeash;
    private final int lags;
    private final RollingSums sums;
    private final double[] row;

    /**
     * @param returns with a history of at least {@link #lags} steps
     * @param inventoryLeash lambda per step, 0 to 1
     * @param windowSteps window of the means, at least 1
     */
    public EdgeEstimator(RelativeReturns returns, double inventoryLeash, int windowSteps) {
        this.returns = returns;
        this.inventoryLeash = inventoryLeash;
        this.lags = lags(inventoryLeash);
        this.sums = new RollingSums(windowSteps, lags);
        this.row = new double[lags];
    }

    /** @return J + 1, the longest lag whose covariance carries weight; 1 for a leash of 0 */
    public static int lags(double inventoryLeash) {
        if (!(inventoryLeash >= 0 && inventoryLeash <= 1)) {
            throw new IllegalArgumentException("lambda must be within 0 and 1, got " + inventoryLeash);
        }
        int terms = 0;
        double power = 1.0;
        while (power >= SMALLEST_POWER && terms < LONGEST_SUM) {
            power *= inventoryLeash;
            terms++;
        }
        return power == 0 ? terms : terms + 1;
    }

    /** Takes the step that {@code returns} took last. */
    public void onStep() {
        if (!returns.measured()) {
            return;
        }
        returns.laggedProducts(row);
        sums.push(row);
    }

    /** @return c[{@code lag}], from 1 to the number of lags; NaN for NOT_READY */
    public double covariance(int lag) {
        return sums.ready(lag - 1) ? -sums.mean(lag - 1) : Double.NaN;
    }

    /**
     * @param aggressivenessMoney beta before the throttle, in the reporting currency
     * @return expected profit per step before costs, in the reporting currency; NaN for NOT_READY
     */
    public double edge(double aggressivenessMoney) {
        double power = 1.0;
        double total = 0.0;
        for (int lag = 1; lag <= lags; lag++) {
            total += power * covariance(lag);
            power *= inventoryLeash;
        }
        return aggressivenessMoney * total;
    }

    @Override
    public void writeTo(StateWriter writer) {
        sums.writeTo(writer);
    }
}
