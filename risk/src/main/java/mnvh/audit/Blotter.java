package mnvh.audit;

import java.util.List;
import mnvh.units.Component;
import mnvh.units.FeeKind;
import mnvh.units.Liquidity;
import mnvh.units.Side;

/** Writes down fills as they enter the books: what was paid, what is charged, and which row pays it. One thread. */
final class Blotter {
    private final CurrencyBook[] currencies;
    private final TradedNotional traded;

    Blotter(CurrencyBook[] currencies, TradedNotional traded) {
        this.currencies = currencies;
        this.traded = traded;
    }

    /** @return what the schedule charges for a fill: a signed quantity, and its value at its price */
    Exact scheduled(InstrumentBook book, Liquidity liquidity, Exact quantity, Exact paid, long timestampNs) {
        return book.terms().of(liquidity, traded.reached(timestampNs), paid, quantity, timestampNs);
    }

    /** Counts a fill for the tiers of later days. */
    void count(InstrumentBook book, BookedFill fill) {
        traded.count(book.currency(), fill.paid().abs(), fill.timestampNs());
    }

    /** Takes a fill out of the count. */
    void discount(InstrumentBook book, BookedFill fill) {
        traded.count(book.currency(), fill.paid().abs().negate(), fill.timestampNs());
    }

    /** @return the fill that {@link AuditBooks#fill} describes; nothing is posted */
    BookedFill fill(
            InstrumentBook book,
            long id,
            Side side,
            long quantity,
            long price,
            Liquidity liquidity,
            boolean reported,
            int feeCurrency,
            long commission,
            long timestampNs) {
        Exact signed = Exact.of(side == Side.BUY ? quantity : -quantity);
        Exact paid = book.valuation().value(signed, Exact.of(price));
        Exact fee = reported ? Exact.of(commission) : scheduled(book, liquidity, signed, paid, timestampNs);
        Charge charge = charge(book, FeeKind.TRADING, reported ? feeCurrency : book.currency(), fee);
        return new BookedFill(id, signed, paid, List.of(charge), timestampNs);
    }

    /**
     * A charge on a fill. The instrument's row pays in its settlement currency, the general row in any other.
     *
     * @param fee at 10^-8, positive is a cost; a negative one is a rebate, whatever its kind
     */
    Charge charge(InstrumentBook book, FeeKind kind, int currency, Exact fee) {
        boolean ofLot = currency == book.currency();
        Row row = ofLot ? book.row() : currencies[currency].general();
        return new Charge(row, fee.signum() < 0 ? Component.REBATE : kind.component(), fee, ofLot);
    }
}
