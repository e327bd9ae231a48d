package mnvh.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import mnvh.config.FeeConfig;
import mnvh.config.LotMethod;
import mnvh.config.LotsConfig;
import mnvh.units.Component;
import mnvh.units.FeeKind;
import mnvh.units.Liquidity;
import mnvh.units.Side;
import mnvh.universe.Currencies;
import mnvh.universe.Instrument;
import mnvh.universe.InstrumentKind;
import mnvh.universe.Universe;

/** Audit books whose numbers are decimal text; reports in USD. The ids of its fills count from 1, so do their times. */
final class AuditDesk {
    static final FeeConfig FREE = new FeeConfig(0, 0, 0, 0);
    static final FeeConfig TEN_BASIS_POINTS = new FeeConfig(0, rate("0.001"), 0, 0);
    static final LotsConfig FIFO = new LotsConfig(LotMethod.FIFO, 16, 16);
    static final long MAX_AGE_NS = 1_000;
    static final int USD = 0;
    static final int BTC = 1;

    final AuditBooks books;
    final AuditReadings readings;
    private long fills;

    /** @param instruments as of {@link #instrument} */
    AuditDesk(String initialCash, FeeConfig fees, LotsConfig lots, Instrument... instruments) {
        Universe universe = new Universe(List.of(instruments));
        Currencies currencies = Currencies.of(universe, "USD", List.of("BTC"));
        books = new AuditBooks(new AuditRules(universe, currencies, lots, fees, number(initialCash), MAX_AGE_NS));
        readings = books.readings();
    }

    static Instrument instrument(int index, InstrumentKind kind, String currency, String multiplier) {
        return new Instrument(
                index,
                "I" + index,
                kind,
                currency,
                1,
                1_000_000,
                number(multiplier),
                0,
                Long.MAX_VALUE,
                0,
                1_000_000_000_000L);
    }

    static Instrument perp(int index) {
        return instrument(index, InstrumentKind.LINEAR_PERP, "USD", "1");
    }

    static long number(String text) {
        return new BigDecimal(text).movePointRight(8).longValueExact();
    }

    static long rate(String text) {
        return new BigDecimal(text).movePointRight(12).longValueExact();
    }

    static String text(Exact number) {
        return number.signum() == 0
                ? "0"
                : new BigDecimal(number.toBigInteger(), 8).stripTrailingZeros().toPlainString();
    }

    void mark(int i, String price) {
        books.mark(i, number(price));
    }

    /** @return id of the fill, charged by the schedule */
    long buy(int i, String quantity, String price) {
        return fill(i, Side.BUY, quantity, price);
    }

    long sell(int i, String quantity, String price) {
        return fill(i, Side.SELL, quantity, price);
    }

    private long fill(int i, Side side, String quantity, String price) {
        fills++;
        books.fill(fills, i, side, number(quantity), number(price), Liquidity.TAKER, false, 0, 0, fills);
        return fills;
    }

    /** @return id of the fill, charged what the venue told */
    long buy(int i, String quantity, String price, int feeCurrency, String commission) {
        fills++;
        books.fill(
                fills,
                i,
                Side.BUY,
                number(quantity),
                number(price),
                Liquidity.TAKER,
                true,
                feeCurrency,
                number(commission),
                fills);
        return fills;
    }

    boolean lateFee(int i, long id, FeeKind kind, int currency, String fee) {
        return books.lateFee(i, id, kind, currency, number(fee));
    }

    boolean funding(int i, String rate, String price, long boundaryNs) {
        return books.funding(i, rate(rate), number(price), boundaryNs);
    }

    boolean takeRate(int currency, String price, long timestampNs) {
        return books.rate(currency, number(price), timestampNs);
    }

    /** Closes a step and checks every identity. */
    void close(long closeNs) {
        books.closeStep(closeNs);
        books.checkAll();
    }

    /** @return the open lots, oldest first: id: quantity@cost/fees */
    List<String> lots(int i) {
        List<String> texts = new ArrayList<>();
        for (AuditLot lot : readings.lots(i)) {
            texts.add(lot.id() + ": " + text(lot.quantity()) + "@" + text(lot.cost()) + "/" + text(lot.fees()));
        }
        return texts;
    }

    String realised(int i) {
        return text(readings.realised(i));
    }

    String component(Component component, int i) {
        return text(readings.component(component, i));
    }

    String reported(Component component) {
        return text(readings.component(component));
    }

    String wallet(int currency) {
        return text(readings.wallet(currency));
    }

    String equity() {
        return text(readings.equity());
    }
}
