package mnvh.audit;

import java.math.BigInteger;
import mnvh.config.FeeConfig;
import mnvh.units.Liquidity;

/**
 * What the schedule charges: {@code min(maximum, max(minimum, rate * |paid| + perContract * |dq|))}.
 *
 * <p>The exact sum is rounded once, up. A negative rate is a rebate, and then no limit applies. Immutable; any
 * thread.
 */
final class FeeTerms {
    private static final BigInteger RATE_PER_MONEY = Exact.RATE_SCALE.divide(Exact.SCALE);

    private final BigInteger makerRate;
    private final BigInteger takerRate;
    private final BigInteger perContract;
    private final BigInteger minimum;
    private final BigInteger maximum;

    FeeTerms(FeeConfig fees) {
        this.makerRate = BigInteger.valueOf(fees.makerRate());
        this.takerRate = BigInteger.valueOf(fees.takerRate());
        // A price per contract at 10^-8 times a quantity at 10^-8, brought to the 10^-20 of money times rate.
        this.perContract = BigInteger.valueOf(fees.perContract()).multiply(RATE_PER_MONEY);
        this.minimum = BigInteger.valueOf(fees.minimum());
        this.maximum = BigInteger.valueOf(fees.maximum());
    }

    /**
     * @param paid value of the fill at 10^-8, either sign
     * @param quantity contracts at 10^-8, either sign
     * @return fee at 10^-8, positive is a cost, rebates negative
     */
    BigInteger of(Liquidity liquidity, BigInteger paid, BigInteger quantity) {
        BigInteger rate = liquidity == Liquidity.MAKER ? makerRate : takerRate;
        BigInteger exact = rate.multiply(paid.abs());
        if (perContract.signum() != 0) {
            exact = exact.add(perContract.multiply(quantity.abs()));
        }
        BigInteger fee = Exact.ceiling(exact, Exact.RATE_SCALE);
        return rate.signum() < 0 ? fee : fee.max(minimum).min(maximum);
    }
}
