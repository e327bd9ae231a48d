package mnvh.ledger;

import mnvh.config.LotsConfig;
import mnvh.units.Component;
import mnvh.units.FeeKind;
import mnvh.units.HotPath;
import mnvh.universe.Instrument;

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
    private final FeeSchedule fees;
    private final Books books;
    private final Rows rows;
    private final Holdings holdings;
    private final Announcer announcer;
    private final Posting posting;
    private final LotMove move = new LotMove();
    private final Lots rebuilt;
    private long cashflow;

    Trades(FeeSchedule fees, LotsConfig lots, Books books, Holdings holdings, Announcer announcer) {
        this.fees = fees;
        this.books = books;
        this.rows = books.rows();
        this.holdings = holdings;
        this.announcer = announcer;
        this.posting = new Posting(16 + 2 * LotsConfig.LATE_FEES);
        this.rebuilt = new Lots(lots);
    }

    /** Books a fill, whatever there is about it. @return its fee, positive is a cost */
    long fill(Execution fill) {
        int i = fill.instrument;
        Holding held = holdings.of(i);
        Lots lots = held.lots;
        held.requireOpen();
        fill.requirePositive();
        long mark = held.markOr(fill.price);
        long delta = fill.delta();
        long paid = held.instrument.value(delta, fill.price);
        long after = Math.addExact(lots.position(), delta);
        Math.absExact(after);
        fees.at(fill.timestampNs);
        long fee = feeOf(fill, paid, fill.timestampNs);
        int feeRow = feeRow(fill);
        long lotFee = feeRow == i ? fee : 0;
        move.plan(lots, delta, paid, lotFee);
        long realised = Math.addExact(lots.realised(), move.gain());

        posting.clear();
        cashflow = cashflowTo(held, after, mark);
        stage(held, cashflow, paid, move.gain());
        Account feeAccount = fee < 0 ? Account.REBATES : Account.TRADING_FEES;
        charge(feeAccount, feeRow, fee);
        books.commit(posting);

        fees.traded(i, paid, fill.timestampNs);
        held.mark(mark);
        holdings.position[i] = after;
        lots.hold(after, realised);
        holdings.lastRealised = move.gain();
        move.apply(lots, fill.id, fill.timestampNs);
        held.history.add(fill.id, delta, paid, lotFee, fill.timestampNs, fee, Charges.place(feeAccount, feeRow), lots);
        announce(i);
        return fee;
    }

    /** Takes a fill back with its fees, as if it had never been. @return false where it is too old or unknown */
    boolean bust(int i, long id) {
        Holding held = holdings.of(i);
        FillHistory history = held.history;
        FillRing booked = history.fills();
        int at = history.find(id);
        if (at == FillHistory.NONE) {
            return false;
        }
        long paid = Math.negateExact(booked.paid(at));
        long after = Math.subtractExact(held.lots.position(), booked.quantity(at));
        long filledNs = booked.timestampNs(at);
        posting.clear();
        charge(Charges.account(booked.feePlace(at)), Charges.row(booked.feePlace(at)), -booked.fee(at));
        held.charges.giveBack(id, posting);
        history.remove(at);
        try {
            rebook(held, after, paid);
        } catch (ArithmeticException e) {
            history.restore(at);
            history.rebuild(rebuilt);
            throw e;
        }
        held.charges.drop(id);
        fees.untraded(i, paid, filledNs);
        return true;
    }

    /**
     * Replaces a fill by another in one transaction; its place among the fills and its time stay.
     *
     * @return false where the old one is too old or unknown
     */
    boolean correct(long oldId, Execution fill) {
        int i = fill.instrument;
        Holding held = holdings.of(i);
        FillHistory history = held.history;
        FillRing booked = history.fills();
        int at = history.find(oldId);
        if (at == FillHistory.NONE) {
            return false;
        }
        fill.requirePositive();
        long delta = fill.delta();
        long paid = held.instrument.value(delta, fill.price);
        long paidBefore = booked.paid(at);
        long paidMore = Math.subtractExact(paid, paidBefore);
        long after = Math.addExact(Math.subtractExact(held.lots.position(), booked.quantity(at)), delta);
        long filledNs = booked.timestampNs(at);
        long fee = feeOf(fill, paid, filledNs);
        int feeRow = feeRow(fill);
        Account feeAccount = fee < 0 ? Account.REBATES : Account.TRADING_FEES;
        posting.clear();
        charge(Charges.account(booked.feePlace(at)), Charges.row(booked.feePlace(at)), -booked.fee(at));
        held.charges.giveBack(oldId, posting);
        charge(feeAccount, feeRow, fee);
        booked.replace(at, fill.id, delta, paid, feeRow == i ? fee : 0, fee, Charges.place(feeAccount, feeRow));
        try {
            rebook(held, after, paidMore);
        } catch (ArithmeticException e) {
            booked.unreplace(at);
            history.rebuild(rebuilt);
            throw e;
        }
        held.charges.drop(oldId);
        fees.untraded(i, paidBefore, filledNs);
        fees.traded(i, paid, filledNs);
        return true;
    }

    /**
     * Charges a fee that came after its fill.
     *
     * @param fee positive is a cost
     * @return false where the fill is too old or unknown, or was charged as often as it can be
     */
    boolean lateFee(int i, long id, FeeKind kind, int currency, long fee) {
        Holding held = holdings.of(i);
        FillHistory history = held.history;
        FillRing booked = history.fills();
        int at = history.find(id);
        if (at == FillHistory.NONE || !held.charges.admits(id, history)) {
            return false;
        }
        Account account = fee < 0 ? Account.REBATES : Account.ofFee(kind);
        int row = rows.ofFee(i, currency);
        posting.clear();
        charge(account, row, fee);
        booked.addFee(at, row == i ? fee : 0);
        try {
            history.rebuild(rebuilt);
            cashflow = 0;
            books.commit(posting);
        } catch (ArithmeticException e) {
            booked.unreplace(at);
            history.rebuild(rebuilt);
            throw e;
        }
        held.lots.copy(rebuilt);
        held.charges.add(id, Charges.place(account, row), fee);
        announce(i);
        return true;
    }

    /** Marks and closes what is held at the settlement price, in one transaction; nothing is left to trade. */
    void settle(long id, int i, long price, long timestampNs) {
        Holding held = holdings.of(i);
        held.requireOpen();
        if (price <= 0) {
            throw new IllegalArgumentException(
                    "settlement price of instrument " + i + " must be positive, got " + price);
        }
        Lots lots = held.lots;
        long delta = Math.negateExact(lots.position());
        posting.clear();
        long settled = 0;
        long gained = 0;
        if (delta != 0) {
            long value = held.instrument.value(lots.position(), price);
            long markToMarket = Math.subtractExact(value, books.balance(Account.POSITION_VALUE, i));
            long paid = held.instrument.value(delta, price);
            move.plan(lots, delta, paid, 0);
            long realised = Math.addExact(lots.realised(), move.gain());
            posting.debit(Account.POSITION_VALUE, i, markToMarket);
            posting.credit(Account.MARK_TO_MARKET, i, markToMarket);
            settled = Math.negateExact(value);
            stage(held, settled, paid, move.gain());
            books.commit(posting);
            holdings.position[i] = 0;
            lots.hold(0, realised);
            gained = move.gain();
            move.apply(lots, id, timestampNs);
        }
        cashflow = settled;
        holdings.lastRealised = gained;
        held.mark(price);
        held.settle();
        announce(i);
    }

    /** Posts what the changed history makes of the position; the fees are staged already. */
    private void rebook(Holding held, long after, long paid) {
        Math.absExact(after);
        int i = held.instrument.index();
        held.history.rebuild(rebuilt);
        long gain = Math.subtractExact(rebuilt.realised(), held.lots.realised());
        cashflow = cashflowTo(held, after, held.mark());
        stage(held, cashflow, paid, gain);
        books.commit(posting);
        holdings.position[i] = after;
        held.lots.copy(rebuilt);
        holdings.lastRealised = gain;
        announce(i);
    }

    /** @return TC of a change to position {@code after} */
    private long cashflowTo(Holding held, long after, long mark) {
        Instrument instrument = held.instrument;
        return Math.subtractExact(
                instrument.value(after, mark), books.balance(Account.POSITION_VALUE, instrument.index()));
    }

    /** Refuses what would take a sum of trading cashflows outside 64 bits; it is what no account holds: V - MTM. */
    private void admitCashflow(int i, long more) {
        int currency = rows.currency(i);
        Math.addExact(
                Math.addExact(books.balance(Account.POSITION_VALUE, i), books.balance(Account.MARK_TO_MARKET, i)),
                more);
        Math.addExact(
                Math.addExact(
                        books.total(Account.POSITION_VALUE, currency), books.total(Account.MARK_TO_MARKET, currency)),
                more);
    }

    /** Stages value, payment, edge and realised profit. */
    private void stage(Holding held, long valueChange, long paid, long gain) {
        int i = held.instrument.index();
        admitCashflow(i, valueChange);
        posting.debit(Account.POSITION_VALUE, i, valueChange);
        posting.credit(Account.EXECUTION_EDGE, i, Math.subtractExact(valueChange, paid));
        if (held.margined) {
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

    private long feeOf(Execution fill, long paid, long filledNs) {
        return fill.charged
                ? fill.fee
                : fees.feeOf(fill.instrument, fill.liquidity(), Math.absExact(paid), fill.quantity, filledNs);
    }

    private int feeRow(Execution fill) {
        return fill.charged ? rows.ofFee(fill.instrument, fill.feeCurrency) : fill.instrument;
    }
}
