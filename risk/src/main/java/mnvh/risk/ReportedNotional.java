package mnvh.risk;

import mnvh.ledger.Ledger;
import mnvh.units.FixedPoint;
import mnvh.units.HotPath;
import mnvh.units.Rounding;
import mnvh.universe.Currencies;
import mnvh.universe.Universe;

/**
 * Signed notionals in the reporting currency, whatever an instrument settles in.
 *
 * <p>Linear {@code m * mult * q}, inverse {@code face * q / m} in the coin; another currency than the reporting one is
 * converted at the index price in force, half-even. Positive for what gains as the mark rises, inverse contracts
 * included. Core thread only; allocates nothing after construction.
 */
@HotPath
public final class ReportedNotional {
    private final Universe universe;
    private final Ledger ledger;
    private final boolean[] foreign;

    public ReportedNotional(Universe universe, Ledger ledger) {
        this.universe = universe;
        this.ledger = ledger;
        this.foreign = new boolean[universe.size()];
        for (int i = 0; i < foreign.length; i++) {
            foreign[i] =
                    universe.get(i).kind().inverse() || ledger.currencies().ofInstrument(i) != Currencies.REPORTING;
        }
    }

    /** @return true for what is inverse or settles in another currency: the gate lets no order in it pass */
    public boolean foreign(int i) {
        return foreign[i];
    }

    /** @return true when a notional of that instrument can be told: its currency has an index price */
    public boolean known(int i) {
        return !foreign[i] || ledger.translation().price(ledger.currencies().ofInstrument(i)) != 0;
    }

    /** @return signed notional of a quantity at a mark at 10^-8; only where it is {@link #known} */
    public long of(int i, long quantity, long mark) {
        long notional = universe.get(i).notional(quantity, mark);
        if (!foreign[i]) {
            return notional;
        }
        long price = ledger.translation().price(ledger.currencies().ofInstrument(i));
        return FixedPoint.multiply(notional, price, Rounding.HALF_EVEN);
    }
}
