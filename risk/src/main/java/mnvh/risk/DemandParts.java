package mnvh.risk;

import mnvh.units.FixedPoint;
import mnvh.units.HotPath;
import mnvh.units.Rounding;

/**
 * S in its parts over the orders that leave, exactly, and the exposures after them.
 *
 * <p>What neutrality and projection added is the neutrality part; of the rest, the leash has the share it had in the
 * proposal; between the unrounded trade and the order lies rounding. Core thread only; allocates nothing.
 */
@HotPath
final class DemandParts {
    private DemandParts() {}

    /** @param correction what neutrality and projection added to {@code basket.afterRisk} */
    static void measure(ExposureLimits limits, long[] correction, Basket basket) {
        for (int i = 0; i < basket.quantity.length; i++) {
            if (basket.quantity[i] == 0) {
                basket.denied += basket.verdict[i].denies() ? 1 : 0;
                continue;
            }
            long traded = basket.traded[i];
            long own = Math.subtractExact(basket.afterRisk[i], correction[i]);
            long leash = leashPart(basket, i, own);
            basket.demandLeash = Math.addExact(basket.demandLeash, leash);
            basket.demandSignal = Math.addExact(basket.demandSignal, Math.subtractExact(own, leash));
            basket.demandNeutrality = Math.addExact(basket.demandNeutrality, correction[i]);
            long rounding = Math.subtractExact(traded, basket.afterRisk[i]);
            basket.demandRounding = Math.addExact(basket.demandRounding, rounding);
            basket.demandFees = Math.addExact(basket.demandFees, basket.fee[i]);
            basket.cashDemand = Math.addExact(basket.cashDemand, Math.addExact(traded, basket.fee[i]));
            basket.turnover = Math.addExact(basket.turnover, Math.absExact(traded));
            basket.orders++;
        }
        limits.ofOrders(basket);
        Exposure after = limits.measured();
        basket.gross = after.gross;
        basket.net = after.net;
        basket.betaExposureAfter = after.beta;
        basket.marginUsed = after.margin;
    }

    /** The leash's share of what is left of a proposal; never more of it than was proposed. */
    private static long leashPart(Basket basket, int i, long own) {
        long proposed = basket.proposed[i];
        long leash = basket.leash[i];
        if (proposed == 0 || own == 0 || proposed > 0 != own > 0) {
            return 0;
        }
        return Math.absExact(own) >= Math.absExact(proposed)
                ? leash
                : FixedPoint.multiplyDivide(leash, own, proposed, Rounding.TOWARDS_ZERO);
    }
}
