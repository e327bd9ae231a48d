package mnvh.config;

/**
 * What a fill costs: {@code min(maximum, max(minimum, rate * notional + perContract * quantity))}.
 *
 * @param makerRate rate of fills that add liquidity, at 10^-12 of notional; negative is a rebate
 * @param takerRate rate of fills that remove liquidity, at 10^-12 of notional
 * @param perContract charge per contract, at 10^-8
 * @param minimum smallest fee of a fill, at 10^-8; not applied to rebates
 * @param maximum largest fee of a fill, at 10^-8, not below the minimum; {@link #NO_MAXIMUM} for none
 */
public record FeeConfig(long makerRate, long takerRate, long perContract, long minimum, long maximum) {
    /** However large a fill is, its fee is not cut. */
    public static final long NO_MAXIMUM = Long.MAX_VALUE;

    /** A schedule without a largest fee. */
    public FeeConfig(long makerRate, long takerRate, long perContract, long minimum) {
        this(makerRate, takerRate, perContract, minimum, NO_MAXIMUM);
    }
}
