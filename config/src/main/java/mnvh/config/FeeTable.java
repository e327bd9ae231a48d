package mnvh.config;

import java.util.List;
import mnvh.units.FixedPoint;

/**
 * What a fill costs: {@code min(maximum, max(minimum, rate * notional + perContract * quantity))}.
 *
 * @param makerRate rate of fills that add liquidity, at 10^-12 of notional; negative is a rebate
 * @param takerRate rate of fills that remove liquidity, at 10^-12 of notional
 * @param perContract charge per contract, at 10^-8
 * @param minimum smallest fee of a fill, at 10^-8; not applied to rebates
 * @param maximum largest fee of a fill, at 10^-8, not below the minimum; {@link #NO_MAXIMUM} for none
 * @param tiers what the two rates become with the traded notional, thresholds rising; empty for none
 */
public record FeeTable(
        long makerRate, long takerRate, long perContract, long minimum, long maximum, List<FeeTier> tiers) {
    /** However large a fill is, its fee is not cut. */
    public static final long NO_MAXIMUM = Long.MAX_VALUE;

    /**
     * Throws {@link IllegalArgumentException} for rates above 100 %, negative charges, a maximum below the minimum and
     * thresholds that do not rise.
     */
    public FeeTable {
        tiers = List.copyOf(tiers);
        requireRate("maker", makerRate);
        requireRate("taker", takerRate);
        if (perContract < 0 || minimum < 0 || maximum < minimum) {
            throw new IllegalArgumentException(
                    "fees: per contract " + perContract + ", minimum " + minimum + ", maximum " + maximum);
        }
        for (int t = 1; t < tiers.size(); t++) {
            if (tiers.get(t).tradedNotional() <= tiers.get(t - 1).tradedNotional()) {
                throw new IllegalArgumentException("thresholds of tiers must rise, got "
                        + tiers.get(t).tradedNotional() + " after "
                        + tiers.get(t - 1).tradedNotional());
            }
        }
    }

    static void requireRate(String what, long rate) {
        if (rate < -FixedPoint.RATE_SCALE || rate > FixedPoint.RATE_SCALE) {
            throw new IllegalArgumentException(what + " rate above 100 %: " + rate);
        }
    }
}
