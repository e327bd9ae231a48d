package mnvh.audit;

import java.util.ArrayList;
import java.util.List;
import mnvh.config.FeeTable;
import mnvh.config.FeeTier;
import mnvh.units.FixedPoint;
import mnvh.units.Liquidity;

/**
 * What the schedule charges: {@code min(maximum, max(minimum, rate * |paid| + perContract * |dq|))}.
 *
 * <p>The exact sum is rounded once, up. A negative rate is a rebate, and then no limit applies. The rate is the newest
 * amendment of before the fill, else that of the highest tier that is reached. One thread.
 */
final class FeeTerms {
    private static final Exact RATE_PER_MONEY = Exact.of(FixedPoint.RATE_SCALE / FixedPoint.SCALE);

    private final FeeTable table;
    private final Exact perContract;
    private final Exact minimum;
    private final Exact maximum;
    private final List<Amendment> amendments = new ArrayList<>();

    /** Another rate for fills stamped later than a time. */
    private record Amendment(Liquidity liquidity, long rate, long afterNs) {}

    FeeTerms(FeeTable table) {
        this.table = table;
        // A price per contract at 10^-8 times a quantity at 10^-8, brought to the 10^-20 of money times rate.
        this.perContract = Exact.of(table.perContract()).multiply(RATE_PER_MONEY);
        this.minimum = Exact.of(table.minimum());
        this.maximum = Exact.of(table.maximum());
    }

    /**
     * @param reached what the account had traded when the fill's day began, in the reporting currency at 10^-8
     * @param paid value of the fill at 10^-8, either sign
     * @param quantity contracts at 10^-8, either sign
     * @param timestampNs of the fill
     * @return fee at 10^-8, positive is a cost, rebates negative
     */
    Exact of(Liquidity liquidity, Exact reached, Exact paid, Exact quantity, long timestampNs) {
        Exact rate = rate(liquidity, reached, timestampNs);
        Exact fee = perContract.signum() == 0
                ? Exact.ceiling(rate, paid.abs(), Exact.RATE_SCALE)
                : Exact.ceiling(
                        rate.multiply(paid.abs()).add(perContract.multiply(quantity.abs())),
                        Exact.ONE,
                        Exact.RATE_SCALE);
        return rate.signum() < 0 ? fee : fee.max(minimum).min(maximum);
    }

    /** Puts another rate in the place of all tiers for fills stamped later than {@code afterNs}. */
    void amend(Liquidity liquidity, long rate, long afterNs) {
        amendments.add(new Amendment(liquidity, rate, afterNs));
    }

    /** @return rate of a fill at 10^-12; negative is a rebate */
    Exact rate(Liquidity liquidity, Exact reached, long timestampNs) {
        boolean maker = liquidity == Liquidity.MAKER;
        long rate = maker ? table.makerRate() : table.takerRate();
        for (FeeTier tier : table.tiers()) {
            if (reached.compareTo(Exact.of(tier.tradedNotional())) >= 0) {
                rate = maker ? tier.makerRate() : tier.takerRate();
            }
        }
        for (Amendment amendment : amendments) {
            if (amendment.liquidity() == liquidity && timestampNs > amendment.afterNs()) {
                rate = amendment.rate();
            }
        }
        return Exact.of(rate);
    }
}
