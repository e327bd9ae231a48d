package mnvh.strategy;

import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.stats.RollingSums;
import mnvh.units.HotPath;

/**
 * rho: how much of a relative return the next step takes back.
 *
 * <pre>
 *   rho = - sum_k p[k] / sum_k s[k]      p[k] = sum_i d[i,k] d[i,k-1]      s[k] = sum_i d[i,k-1]^2
 *   se  = sqrt( K/(K-1) sum_k (p[k] + rho s[k])^2 ) / sum_k s[k]
 * </pre>
 *
 * <p>Pooled over instruments, no intercept. The standard error is that of a ratio of per-step sums: instruments of one
 * step move together, so the K steps are the clusters. Both read NaN until the window holds K pairs of neighbouring
 * measured steps, and while no instrument has any dispersion.
 *
 * <p>Core thread only. Allocates nothing after construction. Source: method.md section 2.2.
 */
@HotPath
public final class ReversionEstimator implements Stateful {
    private static final int PRODUCT = 0;
    private static final int SQUARE = 1;
    private static final int PRODUCT_PRODUCT = 2;
    private static final int PRODUCT_SQUARE = 3;
    private static final int SQUARE_SQUARE = 4;

    private final RelativeReturns returns;
    private final int windowSteps;
    private final RollingSums sums;
    private final double[] row = new double[5];

    /** @param windowSteps K, at least 2 */
    public ReversionEstimator(RelativeReturns returns, int windowSteps) {
        if (windowSteps < 2) {
            throw new IllegalArgumentException("rho needs a window of at least 2 steps, got " + windowSteps);
        }
        this.returns = returns;
        this.windowSteps = windowSteps;
        this.sums = new RollingSums(windowSteps, row.length);
    }

    /** Takes the step that {@code returns} took last; one without a measured neighbour leaves the window as it is. */
    public void onStep() {
        double product = returns.pairProduct();
        double square = returns.pairSquare();
        if (Double.isNaN(product)) {
            return;
        }
        row[PRODUCT] = product;
        row[SQUARE] = square;
        row[PRODUCT_PRODUCT] = product * product;
        row[PRODUCT_SQUARE] = product * square;
        row[SQUARE_SQUARE] = square * square;
        sums.push(row);
    }

    /** @return rho unclipped, negative where relative returns continue; NaN for NOT_READY */
    public double value() {
        return sums.full() && sums.sum(SQUARE) > 0 ? -sums.sum(PRODUCT) / sums.sum(SQUARE) : Double.NaN;
    }

    /** @return rho within 0 and 1, for control: what continues is not to be leaned against; NaN for NOT_READY */
    public double clipped() {
        double rho = value();
        return rho < 0 ? 0.0 : rho > 1 ? 1.0 : rho;
    }

    /** @return standard error of {@link #value}, clustered by step; NaN for NOT_READY */
    public double standardError() {
        double rho = value();
        double residual =
                sums.sum(PRODUCT_PRODUCT) + 2 * rho * sums.sum(PRODUCT_SQUARE) + rho * rho * sums.sum(SQUARE_SQUARE);
        // Rounding may leave a perfect fit slightly below zero.
        double sum = residual < 0 ? 0.0 : residual;
        return Math.sqrt(sum * windowSteps / (windowSteps - 1)) / sums.sum(SQUARE);
    }

    @Override
    public void writeTo(StateWriter writer) {
        sums.writeTo(writer);
    }
}
