package mnvh.audit;

import java.util.List;
import mnvh.config.FeeTable;
import mnvh.config.LotsConfig;
import mnvh.units.Component;
import mnvh.units.FeeKind;
import mnvh.units.Liquidity;
import mnvh.units.Side;
import mnvh.universe.Currencies;

/**
 * Keeps the books of one run from its events, beside the ledger and without its help.
 *
 * <p>Takes each event with the numbers the journal has for it: money, prices and quantities at 10^-8, rates at 10^-12,
 * times in nanoseconds. A method that answers a boolean answers false, and changes nothing, where the event has no
 * effect by the rules: an unknown fill, an expired instrument, a boundary that has been, a rate that is missing or old.
 * Numbers that no event can have throw {@link IllegalArgumentException}, unknown indices {@link
 * IndexOutOfBoundsException}.
 *
 * <p>Results have no largest number. One thread; allocates.
 */
public final class AuditBooks {
    private final Blotter blotter;
    private final CurrencyBook[] currencies;
    private final Translation[] translations;
    private final InstrumentBook[] instruments;
    private final AuditReadings readings;
    private final Totals totals;
    private final TouchedBooks touched;
    private final TradedNotional traded;
    private final AuditFees fees;
    private boolean known = true;

    /** @param rules what is traded, what it costs, and the initial cash in the reporting currency */
    public AuditBooks(AuditRules rules) {
        Currencies codes = rules.currencies();
        Exact initialCash = Exact.of(rules.initialCash());
        currencies = new CurrencyBook[codes.size()];
        translations = new Translation[codes.size()];
        for (int c = 0; c < currencies.length; c++) {
            currencies[c] = new CurrencyBook(codes.code(c), c == Currencies.REPORTING ? initialCash : Exact.ZERO);
            translations[c] = new Translation(currencies[c]);
        }
        instruments = new InstrumentBook[rules.universe().size()];
        for (int i = 0; i < instruments.length; i++) {
            int c = codes.ofInstrument(i);
            FeeTable table = rules.fees().of(rules.universe().get(i).symbol());
            instruments[i] = new InstrumentBook(rules.universe().get(i), c, currencies[c], rules.lots(), table);
        }
        traded = new TradedNotional(translations);
        blotter = new Blotter(currencies, traded);
        readings = new AuditReadings(currencies, translations, instruments, rules.currencyMaxAgeNs());
        fees = new AuditFees(blotter, traded, readings, instruments);
        totals = new Totals(currencies, translations, readings, initialCash);
        touched = new TouchedBooks(instruments);
    }

    /** Tells {@code listener}, and no one else, what is booked from now on. */
    public void listen(AuditListener listener) {
        for (int i = 0; i < instruments.length; i++) {
            instruments[i].history().listen(i, listener);
        }
        for (int c = 0; c < translations.length; c++) {
            translations[c].listen(c, listener);
        }
    }

    /** @return what the books say now */
    public AuditReadings readings() {
        return readings;
    }

    /** @return true when at the last close of a step every currency with any equity had a rate fresh enough */
    public boolean known() {
        return known;
    }

    /** @return the schedule of fees, and what it says of fills beside what venues say */
    public AuditFees fees() {
        return fees;
    }

    /**
     * @param price the new mark, positive
     * @return false for an expired instrument
     */
    public boolean mark(int instrument, long price) {
        requirePositive("mark", price);
        InstrumentBook book = touched.touch(instrument);
        if (book.expired()) {
            return false;
        }
        book.mark(Exact.of(price));
        return true;
    }

    /**
     * A trade; without a mark so far its price becomes the mark.
     *
     * @param quantity contracts, positive
     * @param reported true when the venue told the commission; else the schedule charges
     * @param feeCurrency index of the commission's currency; not read unless reported
     * @param commission positive is a cost, rebates negative; not read unless reported
     * @return false for an expired instrument
     */
    public boolean fill(
            long id,
            int instrument,
            Side side,
            long quantity,
            long price,
            Liquidity liquidity,
            boolean reported,
            int feeCurrency,
            long commission,
            long timestampNs) {
        requirePositive("quantity", quantity);
        requirePositive("price", price);
        InstrumentBook book = touched.touch(instrument);
        if (book.expired()) {
            return false;
        }
        traded.at(timestampNs);
        BookedFill fill = blotter.fill(
                book, id, side, quantity, price, liquidity, reported, feeCurrency, commission, timestampNs);
        if (!book.marked()) {
            book.mark(Exact.of(price));
        }
        book.trade(fill.quantity(), fill.paid());
        fill.postCharges();
        blotter.count(book, fill);
        book.history().append(fill);
        return true;
    }

    /**
     * The venue takes a fill back: payment, fees and lots become what they were without it.
     *
     * @return false unless the fill is one of the latest that can be changed, and was not charged late too often
     */
    public boolean bust(int instrument, long id) {
        InstrumentBook book = touched.touch(instrument);
        BookedFill fill = book.history().find(id);
        if (fill == null) {
            return false;
        }
        book.trade(fill.quantity().negate(), fill.paid().negate());
        fill.reverseCharges();
        blotter.discount(book, fill);
        book.history().replace(fill, null);
        return true;
    }

    /**
     * The venue puts another fill in the place, and at the time, of an earlier one, whose fees go back with it.
     *
     * @param quantity of the new fill, positive; fees as in {@link #fill}
     * @return false unless the old fill is one of the latest that can be changed
     */
    public boolean correct(
            int instrument,
            long oldId,
            long newId,
            Side side,
            long quantity,
            long price,
            Liquidity liquidity,
            boolean reported,
            int feeCurrency,
            long commission) {
        requirePositive("quantity", quantity);
        requirePositive("price", price);
        InstrumentBook book = touched.touch(instrument);
        BookedFill old = book.history().find(oldId);
        if (old == null) {
            return false;
        }
        BookedFill fill = blotter.fill(
                book, newId, side, quantity, price, liquidity, reported, feeCurrency, commission, old.timestampNs());
        book.trade(fill.quantity().subtract(old.quantity()), fill.paid().subtract(old.paid()));
        old.reverseCharges();
        fill.postCharges();
        blotter.discount(book, old);
        blotter.count(book, fill);
        book.history().replace(old, fill);
        return true;
    }

    /**
     * A fee of an earlier fill; in the settlement currency its lots have it too.
     *
     * @param currency index of the fee's currency
     * @param fee positive is a cost, rebates negative
     * @return false unless the fill is one of the latest that can be changed
     */
    public boolean lateFee(int instrument, long id, FeeKind kind, int currency, long fee) {
        InstrumentBook book = touched.touch(instrument);
        BookedFill fill = book.history().find(id);
        if (fill == null || fill.charges().size() > LotsConfig.LATE_FEES) {
            return false;
        }
        Charge late = blotter.charge(book, kind, currency, Exact.of(fee));
        late.post();
        book.history().replace(fill, fill.with(late));
        return true;
    }

    /**
     * Expiry: what is held is traded away at the settlement price, free of charge; no fill can be changed any more.
     *
     * @return false for an instrument that has expired before
     */
    public boolean settle(int instrument, long price) {
        if (!mark(instrument, price)) {
            return false;
        }
        InstrumentBook book = instruments[instrument];
        Exact quantity = book.position().negate();
        if (quantity.signum() != 0) {
            Exact paid = book.valuation().value(quantity, Exact.of(price));
            book.trade(quantity, paid);
            // It closes all lots and opens none, so that neither id nor time is kept.
            book.history().append(new BookedFill(0, quantity, paid, List.of(), 0));
        }
        book.expire();
        return true;
    }

    /**
     * Funding on what was held into the boundary: fills stamped after it do not count. A long pays when the rate is
     * positive.
     *
     * @param price that the venue values the position at
     * @return false for an instrument without funding, or a boundary not newer than the last
     */
    public boolean funding(int instrument, long rate, long price, long boundaryNs) {
        requirePositive("price", price);
        return touched.touch(instrument).fund(Exact.of(rate), Exact.of(price), boundaryNs);
    }

    /**
     * Stock borrow on the value of a short position.
     *
     * @param rate of the value for the time up to the boundary, not negative
     * @return false for a margined instrument, or a boundary not newer than the last
     */
    public boolean borrow(int instrument, long rate, long boundaryNs) {
        if (rate < 0) {
            throw new IllegalArgumentException("borrow rate must not be negative, got " + rate);
        }
        return touched.touch(instrument).borrow(Exact.of(rate), boundaryNs);
    }

    /**
     * Interest on a currency's wallet, received when it is positive.
     *
     * @return false for a boundary not newer than the last
     */
    public boolean interest(int currency, long rate, long boundaryNs) {
        return currencies[currency].accrue(readings.wallet(currency), Exact.of(rate), boundaryNs);
    }

    /** Money from outside, negative when it leaves. */
    public void external(int currency, long amount) {
        currencies[currency].receive(Component.EXTERNAL, Exact.of(amount));
    }

    /** Money whose reason is not known yet, negative when it left. */
    public void suspense(int currency, long amount) {
        currencies[currency].receive(Component.SUSPENSE, Exact.of(amount));
    }

    /**
     * The reason of money in suspense; no money moves.
     *
     * @param component a kind of fee, REBATE, FUNDING, BORROW, INTEREST or EXTERNAL; else throws
     *     {@link IllegalArgumentException}
     * @param amount positive raises the component
     */
    public void resolve(int currency, Component component, long amount) {
        currencies[currency].resolve(component, Exact.of(amount));
    }

    /**
     * Gives {@code sold} of one currency for {@code bought} of another; both positive.
     *
     * @param nowNs when, to tell whether rates are fresh
     * @return false where one of them, not the reporting currency, has no fresh rate
     */
    public boolean convert(int source, long sold, int target, long bought, long nowNs) {
        requirePositive("amount sold", sold);
        requirePositive("amount bought", bought);
        if (!readings.fresh(source, nowNs) || !readings.fresh(target, nowNs)) {
            return false;
        }
        currencies[source].receive(Component.FX, Exact.of(sold).negate());
        currencies[target].receive(Component.FX, Exact.of(bought));
        return true;
    }

    /**
     * A currency's index price; what has happened before is translated at the rate before.
     *
     * @param price reporting units per unit
     * @return false for a rate older than the known one
     */
    public boolean rate(int currency, long price, long timestampNs) {
        requirePositive("rate", price);
        if (currency == Currencies.REPORTING) {
            throw new IllegalArgumentException("the reporting currency is told in itself");
        }
        return translations[currency].take(Exact.of(price), timestampNs);
    }

    /**
     * Translates what is left to translate, and checks what was touched since the last step and all totals.
     *
     * @param closeNs when the step closes, to tell whether rates are fresh
     * @throws AuditException where equity did not change by the components, or an identity of an instrument is broken
     */
    public void closeStep(long closeNs) {
        known = true;
        for (int c = 1; c < currencies.length; c++) {
            translations[c].sync();
            known &= currencies[c].equity().signum() == 0 || readings.fresh(c, closeNs);
        }
        touched.check();
        totals.check();
    }

    /**
     * Checks everything, touched or not; currencies must have been translated by a close of a step.
     *
     * @throws AuditException as {@link #closeStep}, and where a currency's positions are not those of its instruments
     */
    public void checkAll() {
        for (InstrumentBook book : instruments) {
            book.check();
        }
        totals.checkPositions(instruments);
        totals.check();
    }

    private static void requirePositive(String what, long number) {
        if (number <= 0) {
            throw new IllegalArgumentException(what + " must be positive, got " + number);
        }
    }
}
