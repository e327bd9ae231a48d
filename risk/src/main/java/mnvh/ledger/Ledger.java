package mnvh.ledger;

import mnvh.config.LotsConfig;
import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.units.FeeKind;
import mnvh.units.HotPath;
import mnvh.units.Liquidity;
import mnvh.universe.Currencies;
import mnvh.universe.Universe;

/**
 * Cash, positions and lots, in every currency: what happens comes in through the verbs, and nothing else changes them.
 *
 * <p>Source: method 6. Every verb computes everything first and posts afterwards: what cannot be booked throws
 * ({@link ArithmeticException} beyond 64 bits, {@link IllegalArgumentException} for a number that means nothing or an
 * instrument that is settled) and leaves the ledger as it was. Money, prices and
 * quantities at 10^-8, rates at 10^-12. Core thread only; allocates nothing after construction.
 */
@HotPath
public final class Ledger implements Stateful {
    private final Currencies currencies;
    private final FeeSchedule fees;
    private final long initialCash;
    private final Rows rows;
    private final Books books;
    private final ComponentTotals components;
    private final Holdings holdings;
    private final Announcer announcer;
    private final StraightFill straight;
    private final Trades trades;
    private final Carry carry;
    private final CashMoves cashMoves;
    private final Translation translation;
    private final Posting marking = new Posting(2);
    private long fills;

    /**
     * Opens the books: nothing held, nothing marked.
     *
     * @param initialCash of the reporting currency, not negative
     * @param maxPriceAgeNs age beyond which a currency's index price is late
     * @param listener told every component after it is posted
     */
    public Ledger(
            Universe universe,
            Currencies currencies,
            FeeSchedule fees,
            LotsConfig lots,
            long initialCash,
            long maxPriceAgeNs,
            LedgerListener listener) {
        if (initialCash < 0) {
            throw new IllegalArgumentException("initial cash must not be negative, got " + initialCash);
        }
        this.currencies = currencies;
        this.fees = fees;
        this.initialCash = initialCash;
        rows = new Rows(universe, currencies);
        Memory memory = new Memory(rows, lots);
        books = new Books(rows, memory, initialCash);
        components = new ComponentTotals(rows, memory, listener);
        holdings = new Holdings(universe, rows, fees, lots, memory);
        announcer = new Announcer(components);
        straight = new StraightFill(books, components, holdings, memory);
        trades = new Trades(fees, lots, books, holdings, announcer);
        carry = new Carry(universe, books, holdings, announcer);
        cashMoves = new CashMoves(books, announcer);
        translation = new Translation(books, components, maxPriceAgeNs);
    }

    /**
     * Values the held quantity of instrument {@code i} at a new mark: {@code MTM = val(q, m') - val(q, m)}.
     *
     * @return false, and nothing happened, for an instrument that is settled
     */
    public boolean mark(int i, long price) {
        if (price <= 0) {
            throw new IllegalArgumentException("mark of instrument " + i + " must be positive, got " + price);
        }
        Holding held = holdings.of(i);
        if (held.settled()) {
            return false;
        }
        long position = held.lots.position();
        marking.clear();
        if (position != 0) {
            long value = held.instrument.value(position, price);
            Math.subtractExact(value, held.lots.cost());
            long change = Math.subtractExact(value, books.balance(Account.POSITION_VALUE, i));
            marking.debit(Account.POSITION_VALUE, i, change);
            marking.credit(Account.MARK_TO_MARKET, i, change);
            books.commit(marking);
        }
        held.mark(price);
        announcer.announce(marking);
        return true;
    }

    /**
     * Books an execution. Without a mark so far, the fill's price becomes the mark.
     *
     * @return the fee charged, in its own currency; positive is a cost, rebates negative
     */
    public long fill(Execution execution) {
        long fee = straight.book(execution);
        if (fee == StraightFill.NOT_BOOKED) {
            fee = trades.fill(execution);
        }
        fills++;
        return fee;
    }

    /**
     * Takes a fill back with its fees (ExecType(150) H): position, cash, lots and realised profit become what they
     * were had it never been; its edge goes the other way at the mark in force.
     *
     * @return false, and nothing posted, where the fill is unknown or older than the lots' history
     */
    public boolean bust(int i, long id) {
        return trades.bust(i, id);
    }

    /**
     * Replaces a fill by another in one transaction (ExecType(150) G).
     *
     * @return false, and nothing posted, where the old one is unknown or older than the lots' history
     */
    public boolean correct(long oldId, Execution execution) {
        return trades.correct(oldId, execution);
    }

    /**
     * Charges a fee that came after its fill.
     *
     * @param fee positive is a cost
     * @return false, and nothing posted, where the fill is unknown, older than the lots' history, or was charged late
     *     {@link LotsConfig#LATE_FEES} times
     */
    public boolean lateFee(int i, long id, FeeKind kind, int currency, long fee) {
        return trades.lateFee(i, id, kind, currency, fee);
    }

    /**
     * Ends an instrument, at expiry or when it is delisted: what is held is marked and closed at the settlement price,
     * with no edge and no fee; nothing is booked on it afterwards.
     */
    public void settle(long id, int i, long price, long timestampNs) {
        trades.settle(id, i, price, timestampNs);
    }

    /**
     * Pays or receives the funding of one boundary, once, on the quantity held into it.
     *
     * @param rate a long pays when it is positive
     * @param price the venue's price for this funding
     * @param boundaryNs the instant the funding belongs to; fills after it do not count
     */
    public CarryOutcome funding(int i, long rate, long price, long boundaryNs) {
        return carry.funding(i, rate, price, boundaryNs);
    }

    /** @return the last boundary whose funding is booked; the smallest number before the first */
    public long fundedUntilNs(int i) {
        return carry.fundedUntilNs(i);
    }

    /** Pays for what is sold short over the period that ends at {@code boundaryNs}, once. */
    public CarryOutcome borrow(int i, long rate, long boundaryNs) {
        return carry.borrow(i, rate, boundaryNs);
    }

    /** Receives or pays interest on a currency's wallet over the period that ends at {@code boundaryNs}, once. */
    public CarryOutcome interest(int currency, long rate, long boundaryNs) {
        return carry.interest(currency, rate, boundaryNs);
    }

    /** Books cash that came from outside, or left where negative; no part of any return. */
    public void external(int currency, long amount) {
        cashMoves.external(currency, amount);
    }

    /** Takes over a difference that the venue's balance shows and nothing explains; positive: the venue has more. */
    public void suspend(int currency, long amount) {
        cashMoves.suspend(currency, amount);
    }

    /** Moves a difference to the account that explains it; the wallet does not change. */
    public void resolve(int currency, Account account, long amount) {
        cashMoves.resolve(currency, account, amount);
    }

    /**
     * Books an exchange of one currency for another.
     *
     * @return false, and nothing posted, where the index price of either is unknown or late
     */
    public boolean convert(int from, long paid, int to, long received, long nowNs) {
        if (!translation.fresh(from, nowNs) || !translation.fresh(to, nowNs)) {
            return false;
        }
        cashMoves.convert(from, paid, to, received);
        return true;
    }

    /**
     * Takes a currency's index price.
     *
     * @return false where it is older than the one in force, and nothing happened
     */
    public boolean indexPrice(int currency, long price, long timestampNs) {
        boolean taken = translation.price(currency, price, timestampNs);
        if (taken) {
            fees.indexPrice(currency, price);
        }
        return taken;
    }

    /**
     * The venue charges another rate for fills of instrument {@code i} that are stamped later than {@code afterNs};
     * what is booked stays as it is, and is corrected at the rate of its own time.
     *
     * @param rate at 10^-12, negative is a rebate
     * @return false where it was changed too often, and nothing happened
     */
    public boolean amendFee(int i, Liquidity liquidity, long rate, long afterNs) {
        boolean amended = fees.amend(i, liquidity, rate, afterNs);
        if (amended) {
            holdings.of(i).chargeByTheBook();
        }
        return amended;
    }

    /** Brings the reporting currency's numbers up to date. */
    public void closeStep(long nowNs) {
        translation.close(nowNs);
    }

    /** @return quantity held, negative when short */
    public long position(int i) {
        return holdings.position[i];
    }

    /** @return quantity held at an instant, as far as the history of fills reaches back */
    public long positionAt(int i, long instantNs) {
        return carry.held(i, instantNs);
    }

    /** @return quantities held, one per instrument; a view, to be read only */
    public long[] positions() {
        return holdings.position;
    }

    /** @return the mark in force; 0 before the first */
    public long markPrice(int i) {
        return holdings.of(i).mark();
    }

    /** @return true once the instrument has ended */
    public boolean settled(int i) {
        return holdings.of(i).settled();
    }

    /** @return value of the position at its mark, in the instrument's currency */
    public long value(int i) {
        return books.balance(Account.POSITION_VALUE, i);
    }

    /** @return V of the reporting currency's instruments: value of all positions at their marks */
    public long positionValue() {
        return books.total(Account.POSITION_VALUE, Currencies.REPORTING);
    }

    /** @return C of the reporting currency: wallet plus financing */
    public long cash() {
        return books.cash(Currencies.REPORTING);
    }

    /** @return what should be at the venue in the reporting currency */
    public long wallet() {
        return books.total(Account.WALLET, Currencies.REPORTING);
    }

    /** @return minus the cost of the open lots of a margined instrument; 0 for a cash asset */
    public long financing(int i) {
        return books.balance(Account.FINANCING, i);
    }

    /** @return W in the reporting currency; other currencies as of the last close or index price */
    public long equity() {
        return translation.equity();
    }

    /** @return wallet at the start */
    public long initialCash() {
        return initialCash;
    }

    /** @return time of a fill that can still be taken back; the largest number for any other */
    public long filledNs(int i, long id) {
        FillHistory history = holdings.of(i).history;
        int at = history.find(id);
        return at == FillHistory.NONE ? Long.MAX_VALUE : history.fills().timestampNs(at);
    }

    /** @return profit of the lots closed so far, before fees, in the instrument's currency */
    public long realised(int i) {
        return holdings.of(i).lots.realised();
    }

    /** @return profit of the lots that the last fill closed, before fees */
    public long lastRealised() {
        return holdings.lastRealised;
    }

    /** @return value at the mark less cost of the open lots */
    public long unrealised(int i) {
        return value(i) - lots(i).cost();
    }

    /** @return the open lots, to read */
    public Lots lots(int i) {
        return holdings.of(i).lots;
    }

    /** @return the accounts, to read */
    public Books books() {
        return books;
    }

    /** @return running totals of the components, to read */
    public ComponentTotals components() {
        return components;
    }

    /** @return the reporting currency's view, to read */
    public Translation translation() {
        return translation;
    }

    /** @return the currencies of the books */
    public Currencies currencies() {
        return currencies;
    }

    /** @return how many fills were booked */
    public long fills() {
        return fills;
    }

    @Override
    public void writeTo(StateWriter writer) {
        writer.putLong(initialCash);
        holdings.writeTo(writer);
        books.writeTo(writer);
        components.writeTo(writer);
        carry.writeTo(writer);
        translation.writeTo(writer);
        fees.writeTo(writer);
        writer.putLong(holdings.lastRealised);
        writer.putLong(fills);
    }

    /** Writes the fills that can still be taken back: much, and therefore no part of the state of a step. */
    public void writeHistoryTo(StateWriter writer) {
        holdings.writeHistoryTo(writer);
    }
}
