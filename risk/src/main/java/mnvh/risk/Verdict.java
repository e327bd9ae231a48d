package mnvh.risk;

/**
 * What became of a trade or of a whole basket, and which check bound it. Ordinals are journaled.
 *
 * <p>{@code DENIED} is ours: the order never leaves. A {@code CUT} trade leaves smaller than proposed.
 */
public enum Verdict {
    ADMITTED("every check passed"),
    NO_TRADE("nothing was proposed"),
    BELOW_BAND("the trade is smaller than the no-trade band"),
    BELOW_MINIMUM("the trade is smaller than the venue's minimum quantity, minimum notional or size increment"),
    CUT_ORDER_NOTIONAL("cut so that what it opens stays within max_order_notional, or to the venue's largest quantity"),
    CUT_POSITION("cut so that position and working orders stay within max_position_notional"),
    CUT_PARTICIPATION("cut so that what it opens stays within max_participation_ratio of recent volume"),
    CUT_REDUCING("cut to what brings the position nearer to zero: the state is REDUCING or a limit is exceeded"),
    CUT_FINANCING("scaled to the cash that is there"),
    CUT_GROSS("scaled to max_gross_leverage_ratio"),
    CUT_NET("scaled to max_net_leverage_ratio"),
    CUT_MARKET_BETA("scaled to max_market_beta_ratio"),
    CUT_MARGIN("scaled to max_margin_usage_ratio in the worst case"),
    DENIED_STATE("trading is halted, or reducing and the trade does not reduce"),
    DENIED_DATA("the instrument has no fresh price in this step"),
    DENIED_INSTRUMENT(
            "the venue does not trade the instrument, the size breaks its rules, or it is inverse or foreign"),
    DENIED_FINANCING("cash would fall below its floor, or the strict cash demand is not met"),
    DENIED_ORDER_NOTIONAL("what the order opens exceeds max_order_notional"),
    DENIED_POSITION("position and working orders would exceed max_position_notional"),
    DENIED_PARTICIPATION("what the order opens exceeds max_participation_ratio of recent volume"),
    DENIED_GROSS("gross exposure would exceed max_gross_leverage_ratio"),
    DENIED_NET("net exposure would exceed max_net_leverage_ratio"),
    DENIED_MARKET_BETA("beta exposure would exceed max_market_beta_ratio"),
    DENIED_MARGIN("worst-case margin would exceed max_margin_usage_ratio"),
    DENIED_BANKRUPT("equity is not positive"),
    DENIED_DRAWDOWN("the fall from peak equity reached max_drawdown_ratio"),
    DENIED_DAILY_LOSS("the loss of the UTC day reached max_daily_loss_ratio"),
    DENIED_PRICE("the limit price is further from the mark than max_price_deviation_bps, off tick or not positive"),
    DENIED_COLLAR("the limit price is outside the collar"),
    DENIED_MESSAGE_RATE("the orders would exceed max_messages_per_s"),
    DENIED_ORDER_TO_FILL("too few of the orders of the last minute filled"),
    DENIED_WORKING_ORDERS("the orders would exceed max_working_orders"),
    DENIED_DUPLICATE("the same intent was admitted before"),
    DENIED_SELF_MATCH("the order could meet another of ours that still works"),
    NO_SCALAR_ROOT("no uniform factor in (0, 1] makes the cash demand zero"),
    NO_ONE_SIDED_ROOT("no factor in (0, 1] on the larger side makes the cash demand zero"),
    NO_PROJECTION("no list within the clips has a cash demand of zero"),
    NOT_CONVERGED("the stages still contradict each other after the last round");

    private final String sentence;

    Verdict(String sentence) {
        this.sentence = sentence;
    }

    /** @return why, in one sentence without a full stop */
    public String sentence() {
        return sentence;
    }

    /** @return true when the numbers of the check count something, and are not decimals at 10^-8 */
    public boolean counts() {
        return this == DENIED_MESSAGE_RATE
                || this == DENIED_ORDER_TO_FILL
                || this == DENIED_WORKING_ORDERS
                || this == NOT_CONVERGED;
    }

    /** @return true when the trade or basket does not leave because a check refused it */
    public boolean denies() {
        return ordinal() >= DENIED_STATE.ordinal();
    }

    /** @return true when the trade leaves smaller than proposed */
    public boolean cuts() {
        return ordinal() >= CUT_ORDER_NOTIONAL.ordinal() && ordinal() <= CUT_MARGIN.ordinal();
    }
}
