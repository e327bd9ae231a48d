package mnvh.ledger;

import mnvh.config.LotsConfig;
import mnvh.units.Component;
import mnvh.units.FeeKind;
import mnvh.units.HotPath;
import mnvh.universe.Instrument;
import mnvh.universe.Universe;

/**
 * Books fills, and takes them back.
 *
 * <p>Source: method 6. With the value rounded once, half-even, the same integer moves cash, lot cost and journal:
 *
 * <pre>
 *   fill dq at f : TC = val(q + dq, m) - val(q, m);  X = TC - val(dq, f);  cash -= val(dq, f) + fee
 * </pre>
 *
 * <p>A bust is that with the fill's own integers turned round, at the mark in force; a correction is both in one
 * transaction. Everything is computed first and posted as a whole: what overflows throws {@link ArithmeticException}
 * and leaves the books as they were. Core thread only; allocates nothing after construction.
 */
@HotPath
final class Trades {
    private final Universe universe;
    private final FeeSchedule fees;
    private final Books books;
    private final Rows rows;
    private final Holdings holdings;
    private final Announcer announcer;
    private final Posting posting;
    private final LotMove move = new LotMove();
    private final LotState rebuilt;
    private long lastRealised;
    private long cashflow;

    Trades(Universe universe, FeeSchedule fees, LotsConfig lots, Books books, Holdings holdings, Announcer announcer) {
        this.universe = universe;
        this.fees = fees;
        this.books = books;
        this.rows = books.rows();
        this.holdings = holdings;
        this.announcer = announcer;
        this.posting = new Posting(16 + 2 * LotsConfig.LATE_FEES);
        this.rebuilt = new LotState(lots);
    }

    /** @return profit of the lots that the last fill closed, before fees */
    long lastRealised() {
        return lastRealised;
    }

    /** Books a fill. @return its fee, positive is a cost */
    long fill(Execution fill) {
        int i = fill.instrument;
        requireOpen(i);
        requirePositive("fill quantity", i, fill.quantity);
        requirePositive("fill price", i, fill.price);
        Instrument instrument = universe.get(i);
        LotState held = holdings.held[i];
        long mark = holdings.mark[i] == 0 ? fill.price : holdings.mark[i];
        long delta = fill.side.sign() * fill.quantity;
        long paid = instrument.value(delta, fill.price);
        long after = Math.addExact(held.position, delta);
        Math.absExact(after);
        long fee = feeOf(fill, paid);
        int feeRow = feeRow(fill);
        long lotFee = feeRow == i ? fee : 0;
        move.plan(held.lots, held.position, delta, paid, lotFee);
        long realised = Math.addExact(held.realised, move.gain());

        posting.clear();
        cashflow = cashflowTo(i, after, mark);
        stage(i, cashflow, paid, move.gain());
        Account feeAccount = fee < 0 ? Account.REBATES : Account.TRADING_FEES;
        charge(feeAccount, feeRow, fee);
        books.commit(posting);

        holdings.mark[i] = mark;
        holdings.position[i] = after;
        held.position = after;
        held.realised = realised;
        lastRealised = move.gain();
        move.apply(held.lots, fill.id, fill.timestampNs);
        holdings.history[i].add(
                fill.id, delta, paid, lotFee, fill.timestampNs, fee, Charges.place(feeAccount, feeRow), held);
        announce(i);
        return fee;
    }

    /** Takes a fill back with its fees, as if it had never been. @return false where it is too old or unknown */
    boolean bust(int i, long id) {
        FillHistory history = holdings.history[i];
        int at = history.find(id);
        if (at == FillHistory.NONE) {
            return false;
        }
        long paid = Math.negateExact(history.paid(at));
        long after = Math.subtractExact(holdings.position[i], history.quantity(at));
        posting.clear();
        charge(Charges.account(history.feePlace(at)), Charges.row(history.feePlace(at)), -history.fee(at));
        holdings.charges[i].giveBack(id, posting);
        history.remove(at);
        try {
            rebook(i, after, paid);
        } catch (ArithmeticException e) {
            history.restore(at);
            history.rebuild(rebuilt);
            throw e;
        }
        holdings.charges[i].drop(id);
        return true;
    }

    /**
     * Replaces a fill by another in one transaction; its place among the fills and its time stay.
     *
     * @return false where the old one is too old or unknown
     */
    boolean correct(long oldId, Execution fill) {
        int i = fill.instrument;
        FillHistory history = holdings.history[i];
        int at = history.find(oldId);
        if (at == FillHistory.NONE) {
            return false;
        }
        requirePositive("fill quantity", i, fill.quantity);
        requirePositive("fill price", i, fill.price);
        long delta = fill.side.sign() * fill.quantity;
        long paid = universe.get(i).value(delta, fill.price);
        long paidMore = Math.subtractExact(paid, history.paid(at));
        long after = Math.addExact(Math.subtractExact(holdings.position[i], history.quantity(at)), delta);
        long fee = feeOf(fill, paid);
        int feeRow = feeRow(fill);
        Account feeAccount = fee < 0 ? Account.REBATES : Account.TRADING_FEES;
        posting.clear();
        charge(Charges.account(history.feePlace(at)), Charges.row(history.feePlace(at)), -history.fee(at));
        holdings.charges[i].giveBack(oldId, posting);
        charge(feeAccount, feeRow, fee);
        history.replace(at, fill.id, delta, paid, feeRow == i ? fee : 0, fee, Charges.place(feeAccount, feeRow));
        try {
            rebook(i, after, paidMore);
        } catch (ArithmeticException e) {
            history.unreplace(at);
            history.rebuild(rebuilt);
            throw e;
        }
        holdings.charges[i].drop(oldId);
        return true;
    }

    /**
     * Charges a fee that came after its fill.
     *
     * @param fee positive is a cost
     * @return false where the fill is too old or unknown, or was charged as often as it can be
     */
    boolean lateFee(int i, long id, FeeKind kind, int currency, long fee) {
        FillHistory history = holdings.history[i];
        int at = history.find(id);
        if (at == FillHistory.NONE || !holdings.charges[i].admits(id, history)) {
            return false;
        }
        Account account = fee < 0 ? Account.REBATES : Account.ofFee(kind);
        int row = rows.ofFee(i, currency);
        posting.clear();
        charge(account, row, fee);
        history.addFee(at, row == i ? fee : 0);
        try {
            history.rebuild(rebuilt);
            cashflow = 0;
            books.commit(posting);
        } catch (ArithmeticException e) {
            history.unreplace(at);
            history.rebuild(rebuilt);
            throw e;
        }
        holdings.held[i].copy(rebuilt);
        holdings.charges[i].add(id, Charges.place(account, row), fee);
        announce(i);
        return true;
    }

    /** Marks and closes what is held at the settlement price, in one transaction; nothing is left to trade. */
    void settle(long id, int i, long price, long timestampNs) {
        requireOpen(i);
        requirePositive("settlement price", i, price);
        LotState held = holdings.held[i];
        long delta = Math.negateExact(held.position);
        posting.clear();
        long settled = 0;
        long gained = 0;
        if (delta != 0) {
            long value = universe.get(i).value(held.position, price);
            long markToMarket = Math.subtractExact(value, books.balance(Account.POSITION_VALUE, i));
            long paid = universe.get(i).value(delta, price);
            move.plan(held.lots, held.position, delta, paid, 0);
            long realised = Math.addExact(held.realised, move.gain());
            posting.debit(Account.POSITION_VALUE, i, markToMarket);
            posting.credit(Account.MARK_TO_MARKET, i, markToMarket);
            settled = Math.negateExact(value);
            stage(i, settled, paid, move.gain());
            books.commit(posting);
            holdings.position[i] = 0;
            held.position = 0;
            held.realised = realised;
            gained = move.gain();
            move.apply(held.lots, id, timestampNs);
        }
        cashflow = settled;
        lastRealised = gained;
        holdings.mark[i] = price;
        holdings.history[i].close();
        holdings.settled[i] = true;
        announce(i);
    }

    /** Posts what the changed history makes of the position; the fees are staged already. */
    private void rebook(int i, long after, long paid) {
        Math.absExact(after);
        LotState held = holdings.held[i];
        holdings.history[i].rebuild(rebuilt);
        long gain = Math.subtractExact(rebuilt.realised, held.realised);
        cashflow = cashflowTo(i, after, holdings.mark[i]);
        stage(i, cashflow, paid, gain);
        books.commit(posting);
        holdings.position[i] = after;
        held.copy(rebuilt);
        lastRealised = gain;
        announce(i);
    }

    /** @return TC of a change to position {@code after} */
    private long cashflowTo(int i, long after, long mark) {
        return Math.subtractExact(universe.get(i).value(after, mark), books.balance(Account.POSITION_VALUE, i));
    }

    /** Refuses what would take the sum of trading cashflows outside 64 bits; it is what no account holds: V - MTM. */
    private void admitCashflow(int row, long more) {
        Math.addExact(
                Math.addExact(books.balance(Account.POSITION_VALUE, row), books.balance(Account.MARK_TO_MARKET, row)),
                more);
    }

    /** Stages value, payment, edge and realised profit. */
    private void stage(int i, long valueChange, long paid, long gain) {
        admitCashflow(i, valueChange);
        admitCashflow(rows.total(rows.currency(i)), valueChange);
        posting.debit(Account.POSITION_VALUE, i, valueChange);
        posting.credit(Account.EXECUTION_EDGE, i, Math.subtractExact(valueChange, paid));
        if (universe.get(i).kind().margined()) {
            posting.credit(Account.FINANCING, i, Math.addExact(paid, gain));
            posting.debit(Account.WALLET, i, gain);
        } else {
            posting.credit(Account.WALLET, i, paid);
        }
    }

    private void charge(Account account, int row, long fee) {
        posting.credit(Account.WALLET, row, fee);
        posting.debit(account, row, fee);
    }

    private void announce(int i) {
        announcer.announce(Component.TRADING_CASHFLOW, i, cashflow);
        announcer.announce(posting);
    }

    private long feeOf(Execution fill, long paid) {
        return fill.charged
                ? fill.fee
                : fees.feeOf(fill.instrument, fill.liquidity, Math.absExact(paid), fill.quantity);
    }

    private int feeRow(Execution fill) {
        return fill.charged ? rows.ofFee(fill.instrument, fill.feeCurrency) : fill.instrument;
    }

    private void requireOpen(int i) {
        if (holdings.settled[i]) {
            throw new IllegalArgumentException(universe.get(i).symbol() + " is settled, nothing more is booked on it");
        }
    }

    private static void requirePositive(String what, int i, long number) {
        if (number <= 0) {
            throw new IllegalArgumentException(what + " of instrument " + i + " must be positive, got " + number);
        }
    }
}
