package mnvh.audit;

import mnvh.units.Liquidity;
import mnvh.units.Side;
import mnvh.universe.Currencies;

/** What the schedule says of fills, whatever was charged for them. Changes nothing. One thread. */
public final class FeeOpinions {
    private final Blotter blotter;
    private final TradedNotional traded;
    private final AuditReadings readings;
    private final Translation[] translations;
    private final InstrumentBook[] instruments;
    private final long maxAgeNs;

    FeeOpinions(
            Blotter blotter,
            TradedNotional traded,
            AuditReadings readings,
            Translation[] translations,
            InstrumentBook[] instruments,
            long maxAgeNs) {
        this.blotter = blotter;
        this.traded = traded;
        this.readings = readings;
        this.translations = translations;
        this.instruments = instruments;
        this.maxAgeNs = maxAgeNs;
    }

    /** @return the opinion on a fill that is about to be booked; parameters as in {@link AuditBooks#fill} */
    public FeeOpinion of(
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
            boolean tellable = difference.signum() == 0 || fresh(feeCurrency, timestampNs);
            return new FeeOpinion(scheduled, tellable ? told(feeCurrency, difference) : null);
        }
        boolean tellable = fresh(feeCurrency, timestampNs) && fresh(book.currency(), timestampNs);
        return new FeeOpinion(
                scheduled, tellable ? told(feeCurrency, charged).subtract(told(book.currency(), scheduled)) : null);
    }

    /** @return traded notional that chooses the tiers of the newest day, in the reporting currency at 10^-8 */
    public Exact reached() {
        return traded.reached();
    }

    /** @return true for the reporting currency, and for one whose rate is known and not old */
    boolean fresh(int currency, long nowNs) {
        return currency == Currencies.REPORTING || translations[currency].fresh(nowNs, maxAgeNs);
    }

    private Exact told(int currency, Exact amount) {
        return Exact.halfEven(amount, readings.rate(currency), Exact.SCALE);
    }
}
