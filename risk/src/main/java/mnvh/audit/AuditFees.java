package mnvh.audit;

import mnvh.units.Liquidity;
import mnvh.units.Side;

/**
 * The venue's schedule of fees as the audit's books go by it, and what it says of fills, whatever was charged for them.
 *
 * <p>Books nothing. One thread.
 */
public final class AuditFees {
    private final Blotter blotter;
    private final TradedNotional traded;
    private final AuditReadings readings;
    private final InstrumentBook[] instruments;
    private long newestNs = Long.MIN_VALUE;

    AuditFees(Blotter blotter, TradedNotional traded, AuditReadings readings, InstrumentBook[] instruments) {
        this.blotter = blotter;
        this.traded = traded;
        this.readings = readings;
        this.instruments = instruments;
    }

    /** An event of that time comes next from the venue, of whatever kind: fees are those of its day. */
    public void at(long timestampNs) {
        newestNs = Math.max(newestNs, timestampNs);
        traded.at(timestampNs);
    }

    /**
     * The venue charges another rate for fills that are stamped later than its newest event so far.
     *
     * @param rate at 10^-12, negative is a rebate
     */
    public void amend(int instrument, Liquidity liquidity, long rate) {
        instruments[instrument].terms().amend(liquidity, rate, newestNs);
    }

    /** @return rate that the schedule has for a fill now, at 10^-12 */
    public Exact rate(int instrument, Liquidity liquidity) {
        return instruments[instrument].terms().rate(liquidity, traded.reached(), Long.MAX_VALUE);
    }

    /** @return the opinion on a fill that is about to be booked; parameters as in {@link AuditBooks#fill} */
    public FeeOpinion opinion(
            int instrument,
            Side side,
            long quantity,
            long price,
            Liquidity liquidity,
            boolean reported,
            int feeCurrency,
            long commission,
            long timestampNs) {
        InstrumentBook book = instruments[instrument];
        Exact signed = Exact.of(side == Side.BUY ? quantity : -quantity);
        Exact paid = book.valuation().value(signed, Exact.of(price));
        Exact scheduled = blotter.scheduled(book, liquidity, signed, paid, timestampNs);
        if (!reported) {
            return new FeeOpinion(scheduled, Exact.ZERO);
        }
        Exact charged = Exact.of(commission);
        if (feeCurrency == book.currency()) {
            Exact difference = charged.subtract(scheduled);
            boolean tellable = difference.signum() == 0 || readings.fresh(feeCurrency, timestampNs);
            return new FeeOpinion(scheduled, tellable ? told(feeCurrency, difference) : null);
        }
        boolean tellable = readings.fresh(feeCurrency, timestampNs) && readings.fresh(book.currency(), timestampNs);
        return new FeeOpinion(
                scheduled, tellable ? told(feeCurrency, charged).subtract(told(book.currency(), scheduled)) : null);
    }

    /** @return traded notional that chooses the tiers of the newest day, in the reporting currency at 10^-8 */
    public Exact reached() {
        return traded.reached();
    }

    private Exact told(int currency, Exact amount) {
        return Exact.halfEven(amount, readings.rate(currency), Exact.SCALE);
    }
}
