package mnvh.strategy;

import mnvh.risk.Basket;
import mnvh.units.FixedPoint;
import mnvh.units.HotPath;
import mnvh.units.Rounding;
import mnvh.universe.Universe;

/**
 * The update rule: pull inventory in, and lean against what moved away from the portfolio.
 *
 * <pre>
 *   s[i]  = w'[i] (R - r[i])                                     sums to 0 over the present instruments
 *   x*[i] = (lambda - 1) notional(i, a[i]) + aggressiveness s[i]
 * </pre>
 *
 * <p>The source's q* = lambda q + beta (w/p)(R - r) gives its beta the dimension of a price times a quantity; here
 * aggressiveness is money, the proposal is money, and the mark that closed the return values both inventory and trade.
 * a is what is held plus what works at the venue: a leash on the held part alone would make two interleaved
 * inventories out of one while orders are in flight.
 *
 * <p>Core thread only. Allocates nothing after construction. Source: method.md section 2.
 */
@HotPath
public final class MnvhController {
    private final Universe universe;
    private final RelativeReturns returns;
    private final long releaseRate;

    /** @param inventoryLeash lambda per step, 0 to 1 */
    public MnvhController(Universe universe, double inventoryLeash, RelativeReturns returns) {
        if (!(inventoryLeash >= 0 && inventoryLeash <= 1)) {
            throw new IllegalArgumentException("lambda must be within 0 and 1, got " + inventoryLeash);
        }
        this.universe = universe;
        this.returns = returns;
        this.releaseRate = (long) Math.rint((1.0 - inventoryLeash) * FixedPoint.RATE_SCALE);
    }

    /**
     * Fills the basket with the proposal for the closed step; all zeros where the step was skipped.
     *
     * @param inventory one per instrument, held plus working quantity at 1e-8, signed
     * @param aggressivenessMoney beta after the throttle in the reporting currency, finite, not negative
     * @param out cleared, then notional, signal and leash as signed money at 1e-8, 0 for absent instruments; what does
     *     not fit 64 bits throws {@link ArithmeticException}
     */
    public void propose(
            CrossSection crossSection,
            PresentWeights weights,
            long[] inventory,
            double aggressivenessMoney,
            Basket out) {
        if (!(aggressivenessMoney >= 0)) {
            throw new IllegalStateException("aggressiveness must not be negative, got " + aggressivenessMoney);
        }
        out.clear();
        if (!returns.measured()) {
            return;
        }
        for (int i = 0; i < inventory.length; i++) {
            if (crossSection.present(i)) {
                long held = universe.get(i).notional(inventory[i], crossSection.mark(i));
                // The release rate is exact at 1e-12, so that lambda = 0 sells all of it and lambda = 1 nothing.
                long leash = -FixedPoint.multiplyRate(held, releaseRate, Rounding.HALF_EVEN);
                double s = -weights.weight(i) * returns.relative(i);
                long signal = FixedPoint.fromDouble(aggressivenessMoney * s, Rounding.HALF_EVEN);
                out.leash[i] = leash;
                out.signal[i] = signal;
                out.notional[i] = Math.addExact(leash, signal);
            }
        }
    }
}
