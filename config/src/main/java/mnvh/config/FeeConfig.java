package mnvh.config;

/**
 * What a fill costs: {@code max(minimum, rate * notional + perContract * quantity)}.
 *
 * @param makerRate rate of fills that add liquidity, at 10^-12 of notional; negative is a rebate
 * @param takerRate rate of fills that remove liquidity, at 10^-12 of notional
 * @param perContract charge per contract, at 10^-8
 * @param minimum smallest fee of a fill, at 10^-8; not applied to rebates
 */
public record FeeConfig(long makerRate, long takerRate, long perContract, long minimum) {}
