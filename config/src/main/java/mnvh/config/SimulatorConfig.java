package mnvh.config;

/**
 * The simulated venue: its books and its synthetic market.
 *
 * @param seed seed of every random draw
 * @param regime behaviour of idiosyncratic returns
 * @param reversion fraction of an idiosyncratic displacement undone per step, 0 to 1
 * @param factorVolatility standard deviation of the common return per step
 * @param idiosyncraticVolatility standard deviation of an idiosyncratic return per step
 * @param spreadRate full spread around the fair price, at 10^-12
 * @param depthLevels price levels on each side
 * @param levelNotional value resting on each level, at 10^-8
 * @param quotesPerStep price updates per instrument and step
 * @param latencyNs simulated time from an order's arrival to its report
 * @param rejectRatio fraction of orders rejected at random
 * @param fundingIntervalNs time between funding events of perpetuals; 0 for none
 * @param fundingVolatility standard deviation of a synthetic funding rate
 * @param speed simulated seconds per second
 */
public record SimulatorConfig(
        long seed,
        Regime regime,
        double reversion,
        double factorVolatility,
        double idiosyncraticVolatility,
        long spreadRate,
        int depthLevels,
        long levelNotional,
        int quotesPerStep,
        long latencyNs,
        double rejectRatio,
        long fundingIntervalNs,
        double fundingVolatility,
        double speed) {}
