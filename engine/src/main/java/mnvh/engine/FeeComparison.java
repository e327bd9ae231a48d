package mnvh.engine;

import mnvh.event.FillEvent;
import mnvh.event.FillSection;
import mnvh.event.Notice;
import mnvh.ledger.FeeSchedule;
import mnvh.ledger.Ledger;
import mnvh.units.FixedPoint;
import mnvh.units.HotPath;
import mnvh.units.Rounding;
import mnvh.universe.Currencies;
import mnvh.universe.Universe;

/**
 * Holds what a venue says it charged for a fill against what the schedule says; the venue's number is what is booked.
 *
 * <p>Money of two currencies is compared in the reporting one, at index prices in force, each amount rounded half-even.
 * Core thread only; allocates nothing after construction.
 */
@HotPath
final class FeeComparison {
    private final Universe universe;
    private final FeeSchedule fees;
    private final Ledger ledger;
    private final long bound;
    private boolean reported;
    private boolean known;
    private int currency;
    private long scheduled;
    private long difference;

    /** @param bound difference beyond which a notice tells, reporting currency at 10^-8 */
    FeeComparison(Universe universe, FeeSchedule fees, Ledger ledger, long bound) {
        this.universe = universe;
        this.fees = fees;
        this.ledger = ledger;
        this.bound = bound;
    }

    /** Takes a fill before it is booked; a number beyond 64 bits throws {@link ArithmeticException}. */
    void take(FillEvent fill, long timestampNs) {
        int i = fill.instrument();
        int settled = ledger.currencies().ofInstrument(i);
        reported = fill.hasCommission() != 0;
        known = true;
        difference = 0;
        scheduled = 0;
        currency = reported ? fill.commissionCurrency() : settled;
        if (!reported) {
            return;
        }
        long value = universe.get(i).value(fill.side().sign() * fill.quantity(), fill.price());
        scheduled = fees.feeOf(i, fill.liquidity(), Math.absExact(value), fill.quantity(), timestampNs);
        if (currency == settled) {
            long apart = Math.subtractExact(fill.commission(), scheduled);
            known = apart == 0 || fresh(settled, timestampNs);
            difference = known ? told(settled, apart) : 0;
        } else {
            known = fresh(currency, timestampNs) && fresh(settled, timestampNs);
            difference = known ? Math.subtractExact(told(currency, fill.commission()), told(settled, scheduled)) : 0;
        }
    }

    private boolean fresh(int c, long nowNs) {
        return ledger.translation().fresh(c, nowNs);
    }

    private long told(int c, long amount) {
        return c == Currencies.REPORTING
                ? amount
                : FixedPoint.multiply(amount, ledger.translation().price(c), Rounding.HALF_EVEN);
    }

    /** Writes what the last fill taken was charged, beside the schedule. */
    void write(FillSection section, long charged) {
        section.fee(charged)
                .feeReported((byte) (reported ? 1 : 0))
                .feeCurrency((byte) currency)
                .scheduledFee(reported ? scheduled : charged)
                .feeDifference(difference);
    }

    /** Tells where the venue charged something else than the schedule by more than the bound. */
    void tell(EngineState engine, int instrument) {
        if (!known) {
            engine.alarm(Notice.FEE_DIFFERENCE_UNKNOWN, instrument, scheduled, currency);
        } else if (difference > bound || difference < -bound) {
            engine.alarm(Notice.FEE_DIFFERENCE, instrument, difference, bound);
        }
    }
}
