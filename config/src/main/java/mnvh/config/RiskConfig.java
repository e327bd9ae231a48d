package mnvh.config;

/**
 * Every limit of the gate. Ratios are at 10^-12, amounts at 10^-8; {@link #NONE} switches a limit off.
 *
 * @param maxGrossLeverageRatio sum of absolute notionals over equity
 * @param maxNetLeverageRatio absolute net notional over equity
 * @param maxMarketBetaRatio absolute beta exposure over equity
 * @param maxMarginUsageRatio worst-case margin over equity
 * @param stressMoveRatio adverse move assumed for the worse side in worst-case margin
 * @param maxDrawdownRatio fall from peak equity that halts
 * @param maxDailyLossRatio loss of the UTC day over its first equity that halts
 * @param maxOrderNotional largest order
 * @param maxPositionNotional largest position, working orders included
 * @param maxParticipationRatio order quantity over recent volume
 * @param maxPriceDeviationRate order price against the current mark
 * @param maxMessagesPerS orders and cancels per second of event time; {@link Integer#MAX_VALUE} for none
 * @param maxWorkingOrders orders alive at once
 * @param maxJumpSigma largest move of a mark in its own standard deviations; infinite for none
 * @param maxUnexplained differences in cash to the venue, as absolute amounts in the reporting currency, beyond which
 *     only trades pass that reduce exposure; 0 for any
 * @param maxOpenBreaks differences in cash that can be open at once
 * @param maxRepeatedExecutions lists of orders that leave before a person has to say that they may go on; {@link
 *     Integer#MAX_VALUE} for none
 */
public record RiskConfig(
        long maxGrossLeverageRatio,
        long maxNetLeverageRatio,
        long maxMarketBetaRatio,
        long maxMarginUsageRatio,
        long stressMoveRatio,
        long maxDrawdownRatio,
        long maxDailyLossRatio,
        long maxOrderNotional,
        long maxPositionNotional,
        long maxParticipationRatio,
        long maxPriceDeviationRate,
        int maxMessagesPerS,
        int maxWorkingOrders,
        double maxJumpSigma,
        long maxUnexplained,
        int maxOpenBreaks,
        int maxRepeatedExecutions) {
    /** A limit that never binds. */
    public static final long NONE = Long.MAX_VALUE;

    private static final int OPEN_BREAKS = 64;

    /** As the longer one, where any difference to the venue reduces and lists leave without a person's word. */
    public RiskConfig(
            long maxGrossLeverageRatio,
            long maxNetLeverageRatio,
            long maxMarketBetaRatio,
            long maxMarginUsageRatio,
            long stressMoveRatio,
            long maxDrawdownRatio,
            long maxDailyLossRatio,
            long maxOrderNotional,
            long maxPositionNotional,
            long maxParticipationRatio,
            long maxPriceDeviationRate,
            int maxMessagesPerS,
            int maxWorkingOrders,
            double maxJumpSigma) {
        this(
                maxGrossLeverageRatio,
                maxNetLeverageRatio,
                maxMarketBetaRatio,
                maxMarginUsageRatio,
                stressMoveRatio,
                maxDrawdownRatio,
                maxDailyLossRatio,
                maxOrderNotional,
                maxPositionNotional,
                maxParticipationRatio,
                maxPriceDeviationRate,
                maxMessagesPerS,
                maxWorkingOrders,
                maxJumpSigma,
                0,
                OPEN_BREAKS,
                Integer.MAX_VALUE);
    }
}
