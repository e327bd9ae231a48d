package mnvh.risk;

import mnvh.config.RiskConfig;
import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.units.HotPath;
import mnvh.units.Term;

/**
 * The limits in force: those of the configuration, until a journaled record changes one.
 *
 * <p>The only place that holds them; everything that judges reads here anew in every run, so that a change holds from
 * the next list on. {@link RiskConfig#NONE} is a limit that never binds. Core thread only; allocates nothing after
 * construction.
 */
@HotPath
public final class Limits implements Stateful {
    private final long[] value = new long[Term.MARGIN_FACTOR.ordinal()];
    private final long stressMoveRatio;
    private final int reserved;

    /** @param config what holds at the start; its {@code max_working_orders} is what memory is reserved for */
    public Limits(RiskConfig config) {
        stressMoveRatio = config.stressMoveRatio();
        reserved = config.maxWorkingOrders();
        set(Term.MAX_GROSS_LEVERAGE_RATIO, config.maxGrossLeverageRatio());
        set(Term.MAX_NET_LEVERAGE_RATIO, config.maxNetLeverageRatio());
        set(Term.MAX_MARKET_BETA_RATIO, config.maxMarketBetaRatio());
        set(Term.MAX_MARGIN_USAGE_RATIO, config.maxMarginUsageRatio());
        set(Term.MAX_DRAWDOWN_RATIO, config.maxDrawdownRatio());
        set(Term.MAX_DAILY_LOSS_RATIO, config.maxDailyLossRatio());
        set(Term.MAX_ORDER_NOTIONAL, config.maxOrderNotional());
        set(Term.MAX_POSITION_NOTIONAL, config.maxPositionNotional());
        set(Term.MAX_PARTICIPATION_RATIO, config.maxParticipationRatio());
        set(Term.MAX_PRICE_DEVIATION_BPS, config.maxPriceDeviationRate());
        set(Term.MAX_MESSAGES_PER_S, orNone(config.maxMessagesPerS()));
        set(Term.MAX_WORKING_ORDERS, config.maxWorkingOrders());
        set(Term.MAX_REPEATED_EXECUTIONS, orNone(config.maxRepeatedExecutions()));
    }

    /**
     * Changes one limit from now on.
     *
     * @param to as the configuration holds it, {@link RiskConfig#NONE} for none
     * @return false where it cannot be that, and nothing changed: out of range, or more orders than there is memory for
     */
    public boolean change(Term limit, long to) {
        boolean room = limit != Term.MAX_WORKING_ORDERS || to <= reserved;
        if (!limit.limit() || !room || !limit.holds(to)) {
            return false;
        }
        set(limit, to);
        return true;
    }

    private static long orNone(int count) {
        return count == Integer.MAX_VALUE ? RiskConfig.NONE : count;
    }

    private void set(Term limit, long to) {
        value[limit.ordinal()] = to;
    }

    /** @return what is in force of a limit */
    public long of(Term limit) {
        return value[limit.ordinal()];
    }

    /** @return sum of absolute notionals over equity at 10^-12 */
    long maxGrossLeverageRatio() {
        return of(Term.MAX_GROSS_LEVERAGE_RATIO);
    }

    /** @return absolute net notional over equity at 10^-12 */
    long maxNetLeverageRatio() {
        return of(Term.MAX_NET_LEVERAGE_RATIO);
    }

    /** @return absolute beta exposure over equity at 10^-12 */
    long maxMarketBetaRatio() {
        return of(Term.MAX_MARKET_BETA_RATIO);
    }

    /** @return worst-case margin over equity at 10^-12 */
    long maxMarginUsageRatio() {
        return of(Term.MAX_MARGIN_USAGE_RATIO);
    }

    /** @return adverse move assumed for the worse side in worst-case margin at 10^-12; 0 for none */
    long stressMoveRatio() {
        return stressMoveRatio == RiskConfig.NONE ? 0 : stressMoveRatio;
    }

    /** @return fall from peak equity that halts at 10^-12 */
    long maxDrawdownRatio() {
        return of(Term.MAX_DRAWDOWN_RATIO);
    }

    /** @return loss of the UTC day over its first equity that halts at 10^-12 */
    long maxDailyLossRatio() {
        return of(Term.MAX_DAILY_LOSS_RATIO);
    }

    /** @return largest order at 10^-8 */
    long maxOrderNotional() {
        return of(Term.MAX_ORDER_NOTIONAL);
    }

    /** @return largest position, working orders included, at 10^-8 */
    long maxPositionNotional() {
        return of(Term.MAX_POSITION_NOTIONAL);
    }

    /** @return order quantity over recent volume at 10^-12 */
    public long maxParticipationRatio() {
        return of(Term.MAX_PARTICIPATION_RATIO);
    }

    /** @return order price against the current mark at 10^-12 */
    long maxPriceDeviationRate() {
        return of(Term.MAX_PRICE_DEVIATION_BPS);
    }

    /** @return orders and cancels per second of event time */
    long maxMessagesPerS() {
        return of(Term.MAX_MESSAGES_PER_S);
    }

    /** @return orders alive at once */
    long maxWorkingOrders() {
        return of(Term.MAX_WORKING_ORDERS);
    }

    /** @return lists of orders that may leave without a person's word */
    public long maxRepeatedExecutions() {
        return of(Term.MAX_REPEATED_EXECUTIONS);
    }

    @Override
    public void writeTo(StateWriter writer) {
        writer.putLongs(value, value.length);
    }
}
