package mnvh.config;

/**
 * What a unit traded is expected to cost beside its fee.
 *
 * @param windowSteps window of mean half spread and mean traded notional
 * @param halfSpreadBps half spread that every instrument is taken to have, basis points of the mark; NaN for what is
 *     quoted
 * @param slippageCoefficient loss over notional, in volatilities of a step, of a trade as large as the volume of a step
 */
public record CostConfig(int windowSteps, double halfSpreadBps, double slippageCoefficient) {
    /** Half spreads as they are quoted, and no slippage. */
    public static CostConfig quoted(int windowSteps) {
        return new CostConfig(windowSteps, Double.NaN, 0);
    }
}
