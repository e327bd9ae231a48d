package mnvh.study;

import mnvh.venue.Generator;

/**
 * A market whose rho is known at every step: instruments share a factor, and what sets one apart in a step is undone by
 * rho in the next.
 *
 * <pre>
 *   log move[i,k] = f[k] + e[i,k]      e[i,k] = -rho e[i,k-1] + sqrt(1 - rho^2) sigma z[i,k]
 * </pre>
 *
 * <p>The variance of e is sigma^2 whatever rho is, so that a switch of rho changes nothing else: it is the regime that
 * is detected, not a volatility. Below 0 relative moves go on. One thread.
 */
final class KnownMarket {
    private static final double FIRST_PRICE = 100;
    private static final double FACTOR_VOLATILITY = 0.01;
    private static final double RELATIVE_VOLATILITY = 0.01;

    private final Generator random;
    private final double[] logPrice;
    private final double[] move;

    KnownMarket(long seed, int instruments) {
        this.random = new Generator(seed, Generator.STUDY);
        this.logPrice = new double[instruments];
        this.move = new double[instruments];
        for (int i = 0; i < instruments; i++) {
            move[i] = RELATIVE_VOLATILITY * random.normal();
        }
    }

    /** Moves every price by one step. @param rho of the step, within -1 and 1 */
    void step(double rho, double[] prices) {
        double factor = FACTOR_VOLATILITY * random.normal();
        double fresh = Math.sqrt(1 - rho * rho) * RELATIVE_VOLATILITY;
        for (int i = 0; i < prices.length; i++) {
            move[i] = -rho * move[i] + fresh * random.normal();
            logPrice[i] += factor + move[i];
            prices[i] = FIRST_PRICE * StrictMath.exp(logPrice[i]);
        }
    }
}
