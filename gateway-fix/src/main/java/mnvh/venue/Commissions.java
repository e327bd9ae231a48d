package mnvh.venue;

import mnvh.config.FeeConfig;
import mnvh.ledger.FeeSchedule;
import mnvh.units.Liquidity;
import mnvh.units.Side;
import mnvh.universe.Currencies;
import mnvh.universe.Universe;

/**
 * What a simulated venue charges its client: the run's fee schedule, kept by the venue's own count of what was traded.
 *
 * <p>One thread; allocates nothing after construction.
 */
public final class Commissions {
    private final Universe universe;
    private final FeeSchedule fees;

    /** @param currencies traded notional counts in the reporting one */
    public Commissions(Universe universe, Currencies currencies, FeeConfig fees) {
        this.universe = universe;
        this.fees = new FeeSchedule(universe, currencies, fees);
    }

    /** @return Commission(12) of a fill in {@link #currency} at 10^-8, rebates negative; counts what was traded */
    public long charge(
            int instrument, Side side, Liquidity liquidity, long lastQuantity, long lastPrice, long timestampNs) {
        long value = universe.get(instrument).value(side.sign() * lastQuantity, lastPrice);
        fees.at(timestampNs);
        long commission = fees.feeOf(instrument, liquidity, Math.absExact(value), lastQuantity, timestampNs);
        fees.traded(instrument, value, timestampNs);
        return commission;
    }

    /** @return CommCurrency(479): what the instrument settles in */
    public String currency(int instrument) {
        return universe.get(instrument).currency();
    }
}
