package mnvh.config;

import java.util.List;

/** Keys of the gate's limits. */
final class RiskKeys {
    private static final FixedType RATIO = FixedType.of(12, "(0, 1]").orNone(RiskConfig.NONE);
    private static final FixedType LEVERAGE = FixedType.of(12, "(0, 100]").orNone(RiskConfig.NONE);
    private static final FixedType AMOUNT = FixedType.of(8, "(0, 10000000000]").orNone(RiskConfig.NONE);

    private RiskKeys() {}

    static List<ConfigKey> all() {
        return List.of(
                new ConfigKey(
                        "risk.max_gross_leverage_ratio",
                        LEVERAGE,
                        "2.0",
                        c -> c.risk().maxGrossLeverageRatio(),
                        "Sum of absolute notionals over equity.",
                        "usual: 0.5-4"),
                new ConfigKey(
                        "risk.max_net_leverage_ratio",
                        LEVERAGE,
                        "0.5",
                        c -> c.risk().maxNetLeverageRatio(),
                        "Absolute net notional over equity.",
                        "usual: 0.1-1"),
                new ConfigKey(
                        "risk.max_market_beta_ratio",
                        RATIO,
                        "0.10",
                        c -> c.risk().maxMarketBetaRatio(),
                        "Absolute exposure to the market beta over equity.",
                        "usual: 0.05-0.3"),
                new ConfigKey(
                        "risk.max_margin_usage_ratio",
                        RATIO,
                        "0.60",
                        c -> c.risk().maxMarginUsageRatio(),
                        "Worst-case margin, whatever fills, over equity.",
                        "usual: 0.3-0.8"),
                new ConfigKey(
                        "risk.stress_move_ratio",
                        FixedType.of(12, "[0, 1]"),
                        "0.05",
                        c -> c.risk().stressMoveRatio(),
                        "Adverse move assumed for the worse side in the worst-case margin.",
                        "usual: 0.02-0.2"),
                new ConfigKey(
                        "risk.max_drawdown_ratio",
                        RATIO,
                        "0.10",
                        c -> c.risk().maxDrawdownRatio(),
                        "Fall from peak equity that halts trading.",
                        "usual: 0.05-0.3"),
                new ConfigKey(
                        "risk.max_daily_loss_ratio",
                        RATIO,
                        "0.05",
                        c -> c.risk().maxDailyLossRatio(),
                        "Loss of the UTC day over its first equity that halts trading.",
                        "usual: 0.01-0.1"),
                new ConfigKey(
                        "risk.max_order_notional",
                        AMOUNT,
                        "50000",
                        c -> c.risk().maxOrderNotional(),
                        "Largest order, in the reporting currency.",
                        ""),
                new ConfigKey(
                        "risk.max_position_notional",
                        AMOUNT,
                        "200000",
                        c -> c.risk().maxPositionNotional(),
                        "Largest position, working orders included, in the reporting currency.",
                        ""),
                new ConfigKey(
                        "risk.max_participation_ratio",
                        RATIO,
                        "0.05",
                        c -> c.risk().maxParticipationRatio(),
                        "Order quantity over recent volume per step.",
                        "usual: 0.01-0.1"),
                new ConfigKey(
                        "risk.max_price_deviation_bps",
                        FixedType.of(8, "(0, 10000]").orNone(RiskConfig.NONE),
                        "100",
                        c -> c.risk().maxPriceDeviationRate(),
                        "Order price against the current mark, basis points.",
                        "at least execution.collar_bps"),
                new ConfigKey(
                        "risk.max_messages_per_s",
                        WholeType.of(1, 65_536).orNone(Integer.MAX_VALUE),
                        "500",
                        c -> (long) c.risk().maxMessagesPerS(),
                        "Orders and cancels per second of event time.",
                        "the venue's own limit or less"),
                new ConfigKey(
                        "risk.max_working_orders",
                        WholeType.of(1, 1_000_000),
                        "1000",
                        c -> (long) c.risk().maxWorkingOrders(),
                        "Orders alive at once; memory is reserved for them.",
                        "a few times the number of instruments"),
                new ConfigKey(
                        "risk.max_jump_sigma",
                        RealType.of("[1, 1000]").or(ValueType.NONE, Double.POSITIVE_INFINITY),
                        "20",
                        c -> c.risk().maxJumpSigma(),
                        "Move of a mark, in its own deviations per step, beyond which it waits to be confirmed.",
                        "usual: 10-50"),
                new ConfigKey(
                        "risk.max_unexplained",
                        FixedType.of(8, "[0, 10000000000]"),
                        "0",
                        c -> c.risk().maxUnexplained(),
                        "Sum of the open differences in cash to the venue, in the reporting currency, beyond which only"
                                + " trades pass that reduce exposure; 0 for any difference.",
                        "what may stay unexplained while trading goes on"),
                new ConfigKey(
                        "risk.max_open_breaks",
                        WholeType.of(1, 256),
                        "64",
                        c -> (long) c.risk().maxOpenBreaks(),
                        "Differences in cash to the venue that can be open at once; one more halts.",
                        ""),
                new ConfigKey(
                        "risk.max_repeated_executions",
                        WholeType.of(1, 1_000_000_000).orNone(Integer.MAX_VALUE),
                        "none",
                        c -> (long) c.risk().maxRepeatedExecutions(),
                        "Lists of orders that leave before trading halts until a person says resume.",
                        "live: the lists of the hours that nobody looks"));
    }
}
