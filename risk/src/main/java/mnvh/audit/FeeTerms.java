package mnvh.audit;

import java.math.BigInteger;
import mnvh.config.FeeTable;
import mnvh.config.FeeTier;
import mnvh.units.Liquidity;

/**
 * What the schedule charges: {@code min(maximum, max(minimum, rate * |paid| + perContract * |dq|))}.
 *
 * <p>The exact sum is rounded once, up. A negative rate is a rebate, and then no limit applies. The rate is that of the
 * highest tier that is reached. Immutable; any thread.
 */
final class FeeTerms {
    private static final BigInteger RATE_PER_MONEY = Exact.RATE_SCALE.divide(Exact.SCALE);

    private final FeeTable table;
    private final BigInteger perContract;
    private final BigInteger minimum;
    private final BigInteger maximum;

    FeeTerms(FeeTable table) {
        this.table = table;
        // A price per contract at 10^-8 times a quantity at 10^-8, brought to the 10^-20 of money times rate.
        this.perContract = BigInteger.valueOf(table.perContract()).multiply(RATE_PER_MONEY);
        this.minimum = BigInteger.valueOf(table.minimum());
        this.maximum = BigInteger.valueOf(table.maximum());
    }

    /**
     * @param reached what the account had traded when the fill's day began, in the reporting currency at 10^-8
     * @param paid value of the fill at 10^-8, either sign
     * @param quantity contracts at 10^-8, either sign
     * @return fee at 10^-8, positive is a cost, rebates negative
     */
    BigInteger of(Liquidity liquidity, BigInteger reached, BigInteger paid, BigInteger quantity) {
        BigInteger rate = rate(liquidity, reached);
        BigInteger exact = rate.multiply(paid.abs());
        if (perContract.signum() != 0) {
            exact = exact.add(perContract.multiply(quantity.abs()));
        }
        BigInteger fee = Exact.ceiling(exact, Exact.RATE_SCALE);
        return rate.signum() < 0 ? fee : fee.max(minimum).min(maximum);
    }

    private BigInteger rate(Liquidity liquidity, BigInteger reached) {
        boolean maker = liquidity == Liquidity.MAKER;
        long rate = maker ? table.makerRate() : table.takerRate();
        for (FeeTier tier : table.tiers()) {
            if (reached.compareTo(BigInteger.valueOf(tier.tradedNotional())) >= 0) {
                rate = maker ? tier.makerRate() : tier.takerRate();
            }
        }
        return BigInteger.valueOf(rate);
    }
}
