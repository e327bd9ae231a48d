package mnvh.config;

/**
 * Rates from a traded notional on.
 *
 * <p>What counts is what the whole account traded in the {@link #WINDOW_DAYS} UTC days before the day of a fill, that
 * day not included: every fill of a day pays by the same tier, in whatever order they come.
 *
 * @param tradedNotional from which on, inclusive, in the reporting currency at 10^-8, positive
 * @param makerRate rate of fills that add liquidity, at 10^-12 of notional; negative is a rebate
 * @param takerRate rate of fills that remove liquidity, at 10^-12 of notional
 */
public record FeeTier(long tradedNotional, long makerRate, long takerRate) {
    /** UTC days that count. */
    public static final int WINDOW_DAYS = 30;
    /** UTC days before the newest that are remembered; what was traded before them counts for nothing any more. */
    public static final int KEPT_DAYS = 60;

    /** Throws {@link IllegalArgumentException} for a threshold that is not positive and a rate above 100 %. */
    public FeeTier {
        if (tradedNotional <= 0) {
            throw new IllegalArgumentException("traded notional of a tier must be positive, got " + tradedNotional);
        }
        FeeTable.requireRate("maker", makerRate);
        FeeTable.requireRate("taker", takerRate);
    }
}
