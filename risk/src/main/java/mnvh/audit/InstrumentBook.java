package mnvh.audit;

import mnvh.config.FeeTable;
import mnvh.config.LotsConfig;
import mnvh.units.Component;
import mnvh.universe.Instrument;

/**
 * What is held of one instrument: position, mark, what was paid for it, its lots and its components.
 *
 * <p>Amounts are in the settlement currency at 10^-8. One thread.
 */
final class InstrumentBook {
    private final Instrument instrument;
    private final int currency;
    private final Valuation valuation;
    private final CurrencyBook currencyBook;
    private final Row row;
    private final FillHistory history;
    private final FeeTerms terms;
    private Exact position = Exact.ZERO;
    private Exact mark = Exact.ZERO;
    private Exact value = Exact.ZERO;
    private Exact paid = Exact.ZERO;
    private boolean expired;
    private long fundedNs = Long.MIN_VALUE;
    private long borrowedNs = Long.MIN_VALUE;

    InstrumentBook(Instrument instrument, int currency, CurrencyBook currencyBook, LotsConfig lots, FeeTable fees) {
        this.instrument = instrument;
        this.currency = currency;
        this.valuation = new Valuation(instrument);
        this.currencyBook = currencyBook;
        this.row = new Row(currencyBook.total());
        this.history = new FillHistory(lots);
        this.terms = new FeeTerms(fees);
    }

    void mark(Exact price) {
        mark = price;
        row.post(Component.MTM, revalue());
    }

    /**
     * Trades at the mark, and has the edge as what that is better than what was paid.
     *
     * @param quantity change of the position, signed
     * @param payment change of what was paid in all, negative when received
     */
    void trade(Exact quantity, Exact payment) {
        position = position.add(quantity);
        paid = paid.add(payment);
        Exact tradingCashflow = revalue();
        row.post(Component.TRADING_CASHFLOW, tradingCashflow);
        row.post(Component.EDGE, tradingCashflow.subtract(payment));
        row.receive(payment.negate());
    }

    private Exact revalue() {
        Exact before = value;
        value = valuation.value(position, mark);
        Exact change = value.subtract(before);
        currencyBook.addPositionValue(change);
        return change;
    }

    /** @return false for an instrument without funding, or a boundary not newer than the last */
    boolean fund(Exact rate, Exact price, long boundaryNs) {
        if (!instrument.kind().perpetual() || boundaryNs <= fundedNs) {
            return false;
        }
        fundedNs = boundaryNs;
        Exact heldInto = position.subtract(history.tradedAfter(boundaryNs));
        Exact notional = valuation.notional(heldInto, price);
        receive(
                Component.FUNDING,
                Exact.halfEven(notional, rate, Exact.RATE_SCALE).negate());
        return true;
    }

    /** @return false for an instrument that cannot be borrowed, or a boundary not newer than the last */
    boolean borrow(Exact rate, long boundaryNs) {
        if (instrument.kind().margined() || boundaryNs <= borrowedNs) {
            return false;
        }
        borrowedNs = boundaryNs;
        Exact shortValue = value.min(Exact.ZERO);
        receive(Component.BORROW, Exact.halfEven(shortValue, rate, Exact.RATE_SCALE));
        return true;
    }

    private void receive(Component component, Exact amount) {
        row.receive(amount);
        row.post(component, amount);
    }

    void expire() {
        history.freeze();
        expired = true;
    }

    boolean expired() {
        return expired;
    }

    boolean marked() {
        return mark.signum() > 0;
    }

    /** @return index of the settlement currency */
    int currency() {
        return currency;
    }

    Valuation valuation() {
        return valuation;
    }

    Row row() {
        return row;
    }

    /** @return what its fills cost */
    FeeTerms terms() {
        return terms;
    }

    FillHistory history() {
        return history;
    }

    Exact position() {
        return position;
    }

    /** @return the price in force at 10^-8, 0 for none */
    Exact mark() {
        return mark;
    }

    Exact value() {
        return value;
    }

    Exact cost() {
        return history.lots().cost();
    }

    /** @return profit of what was closed: what is still held cost this much, and that much more or less was paid */
    Exact realised() {
        return cost().subtract(paid);
    }

    /** @return what was borrowed to hold it, negative; 0 where it is paid in full */
    Exact financing() {
        return instrument.kind().margined() ? cost().negate() : Exact.ZERO;
    }

    /** @throws AuditException where the instrument's identities do not hold */
    void check() {
        String name = instrument.symbol();
        Exact markToMarket = row.component(Component.MTM);
        Exact edge = row.component(Component.EDGE);
        Exact revalued = marked() ? valuation.value(position, mark) : Exact.ZERO;
        AuditException.requireEqual(name, "position value", revalued, value);
        AuditException.requireEqual(
                name,
                "mark to market plus trading cashflow",
                value,
                markToMarket.add(row.component(Component.TRADING_CASHFLOW)));
        AuditException.requireEqual(name, "mark to market plus edge", value.subtract(paid), markToMarket.add(edge));
        // Whatever was earned and is not in the position was paid or received.
        AuditException.requireEqual(name, "cash", row.earned().subtract(value), row.cash());
        OpenLots lots = history.lots();
        AuditException.requireEqual(name, "position of the lots", position, lots.position());
        lots.check(name);
    }
}
