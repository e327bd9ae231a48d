package mnvh.config;

/**
 * How orders are sent.
 *
 * @param style order style
 * @param collarRate distance of the limit from the decision price, at 10^-12; {@link RiskConfig#NONE} for none
 * @param barFill when bars fill orders, in backtests
 */
public record ExecutionConfig(ExecutionStyle style, long collarRate, BarFill barFill) {}
