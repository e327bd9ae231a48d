package mnvh.audit;

import java.math.BigInteger;
import java.util.List;
import mnvh.config.FeeConfig;
import mnvh.units.Component;
import mnvh.units.FeeKind;
import mnvh.units.Liquidity;
import mnvh.units.Side;

/** Writes down fills as they enter the books: what was paid, what is charged, and which row pays it. One thread. */
final class Blotter {
    private final FeeTerms schedule;
    private final CurrencyBook[] currencies;

    Blotter(FeeConfig fees, CurrencyBook[] currencies) {
        this.schedule = new FeeTerms(fees);
        this.currencies = currencies;
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
        BigInteger signed = BigInteger.valueOf(side == Side.BUY ? quantity : -quantity);
        BigInteger paid = book.valuation().value(signed, BigInteger.valueOf(price));
        BigInteger fee = reported ? BigInteger.valueOf(commission) : schedule.of(liquidity, paid, signed);
        Charge charge = charge(book, FeeKind.TRADING, reported ? feeCurrency : book.currency(), fee);
        return new BookedFill(id, signed, paid, List.of(charge), timestampNs);
    }

    /**
     * A charge on a fill. The instrument's row pays in its settlement currency, the general row in any other.
     *
     * @param fee at 10^-8, positive is a cost; a negative one is a rebate, whatever its kind
     */
    Charge charge(InstrumentBook book, FeeKind kind, int currency, BigInteger fee) {
        boolean ofLot = currency == book.currency();
        Row row = ofLot ? book.row() : currencies[currency].general();
        return new Charge(row, fee.signum() < 0 ? Component.REBATE : kind.component(), fee, ofLot);
    }
}
