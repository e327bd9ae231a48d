package mnvh.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import mnvh.config.FeeConfig;
import mnvh.config.LotMethod;
import mnvh.config.LotsConfig;
import mnvh.state.StateHash;
import mnvh.units.Component;
import mnvh.units.DecimalText;
import mnvh.units.FeeKind;
import mnvh.units.FixedPoint;
import mnvh.units.Liquidity;
import mnvh.units.Side;
import mnvh.universe.Currencies;
import mnvh.universe.Instrument;
import mnvh.universe.InstrumentKind;
import mnvh.universe.Universe;

/**
 * A ledger whose numbers are decimal text and whose identities are checked after every event. It reports in USD; linear
 * kinds settle in USD, inverse kinds in BTC, and EUR is a further currency. Fills are named 1, 2, 3, ... and happen at
 * these times.
 */
final class LedgerDesk {
    static final FeeConfig FREE = new FeeConfig(0, 0, 0, 0);
    /** Age beyond which an index price is late. */
    static final long MAX_AGE_NS = 60;

    final RecordedComponents recorder = new RecordedComponents();
    final Universe universe;
    final Ledger ledger;
    final AccountingIdentity identity;
    private final Execution execution = new Execution();
    private long lastId;

    LedgerDesk(String initialCash, FeeConfig fees, int maxLots, InstrumentKind... kinds) {
        this(initialCash, fees, new LotsConfig(LotMethod.FIFO, maxLots, 128), kinds);
    }

    LedgerDesk(String initialCash, FeeConfig fees, LotsConfig lots, InstrumentKind... kinds) {
        this(initialCash, fees, lots, instruments(kinds));
    }

    LedgerDesk(String initialCash, FeeConfig fees, LotsConfig lots, List<Instrument> instruments) {
        universe = new Universe(instruments);
        ledger = new Ledger(
                universe,
                Currencies.of(universe, "USD", List.of("EUR", "BTC")),
                new FeeSchedule(universe, fees),
                lots,
                number(initialCash),
                MAX_AGE_NS,
                recorder);
        identity = new AccountingIdentity(universe, ledger);
    }

    private static List<Instrument> instruments(InstrumentKind... kinds) {
        List<Instrument> instruments = new ArrayList<>();
        for (InstrumentKind kind : kinds) {
            instruments.add(instrument(instruments.size(), kind, FixedPoint.SCALE));
        }
        return instruments;
    }

    static Instrument instrument(int index, InstrumentKind kind, long multiplier) {
        return new Instrument(
                index,
                "I" + index,
                kind,
                kind.inverse() ? "BTC" : "USD",
                1,
                1_000_000,
                multiplier,
                0,
                Long.MAX_VALUE,
                0,
                FixedPoint.RATE_SCALE);
    }

    static long number(String text) {
        return DecimalText.parse(text);
    }

    static String text(long number) {
        return DecimalText.format(number);
    }

    /** @return index of a currency */
    int currency(String code) {
        return ledger.currencies().indexOf(code);
    }

    /** @return name of the fill booked last */
    long lastId() {
        return lastId;
    }

    void mark(int i, String price) {
        ledger.mark(i, number(price));
        check(i);
    }

    String fill(int i, Side side, String quantity, String price, Liquidity liquidity) {
        return fill(next(i, side, quantity, price).liquidity(liquidity));
    }

    String buy(int i, String quantity, String price) {
        return fill(i, Side.BUY, quantity, price, Liquidity.TAKER);
    }

    String sell(int i, String quantity, String price) {
        return fill(i, Side.SELL, quantity, price, Liquidity.TAKER);
    }

    /** Books a fill with a commission in the instrument's currency. */
    String fillWithCommission(int i, Side side, String quantity, String price, String commission) {
        return fillWithCommission(i, side, quantity, price, universe.get(i).currency(), commission);
    }

    String fillWithCommission(int i, Side side, String quantity, String price, String code, String commission) {
        return fill(next(i, side, quantity, price).commission(currency(code), number(commission)));
    }

    /** Books a fill under a name and time of its own. */
    String fillAs(long id, long timeNs, int i, Side side, String quantity, String price, String commission) {
        execution.of(id, i, side, number(quantity), number(price)).at(timeNs);
        execution.commission(ledger.currencies().ofInstrument(i), number(commission));
        lastId = Math.max(lastId, id);
        return fill(execution);
    }

    private Execution next(int i, Side side, String quantity, String price) {
        execution.of(++lastId, i, side, number(quantity), number(price));
        return execution.at(lastId);
    }

    private String fill(Execution fill) {
        long fee = ledger.fill(fill);
        check(fill.instrument);
        return text(fee);
    }

    boolean bust(int i, long id) {
        boolean done = ledger.bust(i, id);
        check(i);
        return done;
    }

    /** Replaces a fill by one with a commission in the instrument's currency. */
    boolean correct(long oldId, int i, Side side, String quantity, String price, String commission) {
        return correct(oldId, i, side, quantity, price, universe.get(i).currency(), commission);
    }

    boolean correct(long oldId, int i, Side side, String quantity, String price, String code, String commission) {
        Execution fill = next(i, side, quantity, price).commission(currency(code), number(commission));
        boolean done = ledger.correct(oldId, fill);
        check(i);
        return done;
    }

    boolean lateFee(int i, long id, FeeKind kind, String code, String fee) {
        boolean done = ledger.lateFee(i, id, kind, currency(code), number(fee));
        check(i);
        return done;
    }

    void settle(int i, String price) {
        ledger.settle(++lastId, i, number(price), lastId);
        check(i);
    }

    CarryOutcome funding(int i, String rate, String price, long boundaryNs) {
        CarryOutcome outcome = ledger.funding(i, DecimalText.parseRate(rate), number(price), boundaryNs);
        check(i);
        return outcome;
    }

    CarryOutcome borrow(int i, String rate, long boundaryNs) {
        CarryOutcome outcome = ledger.borrow(i, DecimalText.parseRate(rate), boundaryNs);
        check(i);
        return outcome;
    }

    CarryOutcome interest(String code, String rate, long boundaryNs) {
        CarryOutcome outcome = ledger.interest(currency(code), DecimalText.parseRate(rate), boundaryNs);
        checkCurrency(code);
        return outcome;
    }

    void external(String code, String amount) {
        ledger.external(currency(code), number(amount));
        checkCurrency(code);
    }

    void suspend(String code, String amount) {
        ledger.suspend(currency(code), number(amount));
        checkCurrency(code);
    }

    void resolve(String code, Account account, String amount) {
        ledger.resolve(currency(code), account, number(amount));
        checkCurrency(code);
    }

    boolean convert(String from, String paid, String to, String received, long nowNs) {
        boolean done = ledger.convert(currency(from), number(paid), currency(to), number(received), nowNs);
        checkCurrency(from);
        checkCurrency(to);
        return done;
    }

    boolean indexPrice(String code, String price, long timestampNs) {
        boolean taken = ledger.indexPrice(currency(code), number(price), timestampNs);
        checkCurrency(code);
        return taken;
    }

    void closeStep(long nowNs) {
        ledger.closeStep(nowNs);
        checkCurrency("USD");
    }

    /** @return a balance over all rows of a currency */
    String total(Account account, String code) {
        return text(ledger.books().total(account, currency(code)));
    }

    /** @return a component over all rows of a currency, unconverted */
    String component(Component component, String code) {
        return text(ledger.components().inCurrency(component, currency(code)));
    }

    /** @return the open lots of instrument {@code i}, oldest first: quantity@cost/fees */
    List<String> lots(int i) {
        Lots lots = ledger.lots(i);
        List<String> texts = new ArrayList<>();
        for (int rank = 0; rank < lots.count(); rank++) {
            texts.add(text(lots.quantity(rank)) + "@" + text(lots.cost(rank)) + "/" + text(lots.fees(rank)));
        }
        return texts;
    }

    /** @return the fills that opened the lots of instrument {@code i}, oldest first: id at time */
    List<String> lotOrigins(int i) {
        Lots lots = ledger.lots(i);
        List<String> texts = new ArrayList<>();
        for (int rank = 0; rank < lots.count(); rank++) {
            texts.add(lots.id(rank) + " at " + lots.openedNs(rank));
        }
        return texts;
    }

    long hash() {
        StateHash hash = new StateHash();
        ledger.writeTo(hash);
        return hash.value();
    }

    void check(int i) {
        assertEquals(0, identity.checkTouched(i), () -> "touched: " + identity.breach());
        assertEquals(0, identity.checkAll(), () -> "all: " + identity.breach());
    }

    private void checkCurrency(String code) {
        assertEquals(0, identity.checkCurrency(currency(code)), () -> code + ": " + identity.breach());
        assertEquals(0, identity.checkAll(), () -> "all: " + identity.breach());
    }
}
