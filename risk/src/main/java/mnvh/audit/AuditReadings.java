package mnvh.audit;

import java.util.List;
import mnvh.units.Component;
import mnvh.universe.Currencies;

/**
 * What the audit's books say: of instruments, of currencies, and of everything in the reporting currency.
 *
 * <p>All numbers are at 10^-8. Instruments and currencies are told in their own currency unless it says otherwise.
 * Indices out of range throw {@link IndexOutOfBoundsException}. Reads the books as they are; changes nothing that can
 * be seen. One thread.
 */
public final class AuditReadings {
    private final CurrencyBook[] currencies;
    private final Translation[] translations;
    private final InstrumentBook[] instruments;
    private final long maxAgeNs;

    /** @param maxAgeNs how old a currency's rate may be to be fresh */
    AuditReadings(CurrencyBook[] currencies, Translation[] translations, InstrumentBook[] instruments, long maxAgeNs) {
        this.currencies = currencies;
        this.translations = translations;
        this.instruments = instruments;
        this.maxAgeNs = maxAgeNs;
    }

    /** @return contracts held, negative when short */
    public Exact position(int instrument) {
        return instruments[instrument].position();
    }

    /** @return price in force, 0 for none */
    public Exact mark(int instrument) {
        return instruments[instrument].mark();
    }

    /** @return value of the position at the mark; for an inverse contract, negative when long */
    public Exact value(int instrument) {
        return instruments[instrument].value();
    }

    /** @return profit of what was closed, without fees */
    public Exact realised(int instrument) {
        return instruments[instrument].realised();
    }

    /** @return cost of the open lots, with the sign of the value */
    public Exact cost(int instrument) {
        return instruments[instrument].cost();
    }

    /** @return profit of what is still held, at the mark, without fees */
    public Exact unrealised(int instrument) {
        return value(instrument).subtract(cost(instrument));
    }

    /** @return true after its settlement */
    public boolean expired(int instrument) {
        return instruments[instrument].expired();
    }

    /** @return the open lots, oldest first */
    public List<AuditLot> lots(int instrument) {
        return instruments[instrument].history().lots().list();
    }

    /** @return the component of an instrument, flows in its settlement currency only; positive raises equity */
    public Exact component(Component component, int instrument) {
        return instruments[instrument].row().component(component);
    }

    /** @return the component of what belongs to no instrument of the currency; positive raises equity */
    public Exact generalComponent(Component component, int currency) {
        return currencies[currency].general().component(component);
    }

    /** @return the component of all that happened in the currency; positive raises equity */
    public Exact componentOfCurrency(Component component, int currency) {
        return currencies[currency].total().component(component);
    }

    /** @return cash less what was borrowed to hold margined positions: what the venue calls the wallet */
    public Exact wallet(int currency) {
        return cash(currency).subtract(financing(currency));
    }

    /** @return minus the cost of the margined positions; positive when they are short */
    public Exact financing(int currency) {
        Exact sum = Exact.ZERO;
        for (int i = 0; i < instruments.length; i++) {
            InstrumentBook book = instruments[i];
            if (book.currency() == currency) {
                sum = sum.add(book.financing());
            }
        }
        return sum;
    }

    /** @return wallet and financing: the sum of what was received and paid */
    public Exact cash(int currency) {
        return currencies[currency].total().cash();
    }

    /** @return value of all positions at their marks */
    public Exact positionValue(int currency) {
        return currencies[currency].positionValue();
    }

    /** @return cash and positions */
    public Exact equity(int currency) {
        return currencies[currency].equity();
    }

    /** @return reporting units per unit of the currency, 0 when unknown; 1 for the reporting currency */
    public Exact rate(int currency) {
        return currency == Currencies.REPORTING ? Exact.SCALE : translations[currency].rate();
    }

    /**
     * @return the currency's equity in the reporting currency, as of its latest rate or close of a step; 0 when its
     *     rate is unknown
     */
    public Exact reportedEquity(int currency) {
        return currency == Currencies.REPORTING ? equity(currency) : translations[currency].equity();
    }

    /** @return the currency's component in the reporting currency, as of its latest rate or close of a step */
    public Exact reportedComponent(Component component, int currency) {
        return currency == Currencies.REPORTING
                ? componentOfCurrency(component, currency)
                : translations[currency].component(component);
    }

    /** @return equity in the reporting currency; other currencies as of their latest rate or close of a step */
    public Exact equity() {
        Exact sum = Exact.ZERO;
        for (int c = 0; c < currencies.length; c++) {
            sum = sum.add(reportedEquity(c));
        }
        return sum;
    }

    /** @return the component of everything in the reporting currency; positive raises equity */
    public Exact component(Component component) {
        Exact sum = Exact.ZERO;
        for (int c = 0; c < currencies.length; c++) {
            sum = sum.add(reportedComponent(component, c));
        }
        return sum;
    }

    /** @return what all components but the trading cashflow added to equity, in the reporting currency */
    Exact explained() {
        Exact sum = Exact.ZERO;
        for (int k = 0; k < Component.count(); k++) {
            if (Component.of(k) != Component.TRADING_CASHFLOW) {
                sum = sum.add(component(Component.of(k)));
            }
        }
        return sum;
    }

    /** @return true for the reporting currency, and for one whose rate is known and not old */
    boolean fresh(int currency, long nowNs) {
        return currency == Currencies.REPORTING || translations[currency].fresh(nowNs, maxAgeNs);
    }

    Row row(int instrument) {
        return instruments[instrument].row();
    }
}
