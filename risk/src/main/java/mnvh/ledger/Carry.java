package mnvh.ledger;

import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.units.FixedPoint;
import mnvh.units.HotPath;
import mnvh.units.Rounding;
import mnvh.universe.Instrument;
import mnvh.universe.Universe;

/**
 * What holding costs or earns: funding of perpetuals, borrow of what is sold short, interest on cash.
 *
 * <p>Source: method 6. Each boundary is booked once, in order; one that comes after a newer one is not booked any more:
 *
 * <pre>
 *   funding   F = -notional(q, m_f) * rate     q held into the boundary; a long pays when the rate is positive
 *   borrow    B = min(0, val(q, m)) * rate     never positive
 *   interest  I = wallet * rate                a negative balance pays
 * </pre>
 *
 * <p>Half-even. Core thread only; allocates nothing after construction.
 */
@HotPath
final class Carry implements Stateful {
    private final Universe universe;
    private final Books books;
    private final Holdings holdings;
    private final Announcer announcer;
    private final Posting posting = new Posting(2);
    private final Boundaries funded;
    private final Boundaries borrowed;
    private final Boundaries interest;

    Carry(Universe universe, Books books, Holdings holdings, Announcer announcer) {
        this.universe = universe;
        this.books = books;
        this.holdings = holdings;
        this.announcer = announcer;
        this.funded = new Boundaries(universe.size());
        this.borrowed = new Boundaries(universe.size());
        this.interest = new Boundaries(books.rows().currencies());
    }

    CarryOutcome funding(int i, long rate, long price, long boundaryNs) {
        if (price <= 0) {
            throw new IllegalArgumentException("funding price of instrument " + i + " must be positive, got " + price);
        }
        requireRate("funding", rate, -FixedPoint.RATE_SCALE);
        Instrument instrument = universe.get(i);
        if (!instrument.kind().perpetual()) {
            return CarryOutcome.NOT_APPLICABLE;
        }
        CarryOutcome seen = funded.look(i, boundaryNs);
        if (seen != CarryOutcome.BOOKED) {
            return seen;
        }
        FillHistory history = holdings.of(i).history;
        if (!history.reaches(boundaryNs)) {
            return CarryOutcome.POSITION_UNKNOWN;
        }
        long held = held(i, boundaryNs);
        long amount =
                Math.negateExact(FixedPoint.multiplyRate(instrument.notional(held, price), rate, Rounding.HALF_EVEN));
        book(Account.FUNDING, i, amount);
        funded.book(i, boundaryNs);
        return CarryOutcome.BOOKED;
    }

    /** @return quantity held at an instant, as far as the history of fills reaches back */
    long held(int i, long instantNs) {
        return Math.subtractExact(holdings.position[i], holdings.of(i).history.quantityAfter(instantNs));
    }

    /** @return the last boundary whose funding is booked */
    long fundedUntilNs(int i) {
        return funded.untilNs(i);
    }

    CarryOutcome borrow(int i, long rate, long boundaryNs) {
        requireRate("borrow", rate, 0);
        if (universe.get(i).kind().margined()) {
            return CarryOutcome.NOT_APPLICABLE;
        }
        CarryOutcome seen = borrowed.look(i, boundaryNs);
        if (seen != CarryOutcome.BOOKED) {
            return seen;
        }
        long lent = Math.min(0, books.balance(Account.POSITION_VALUE, i));
        book(Account.BORROW, i, FixedPoint.multiplyRate(lent, rate, Rounding.HALF_EVEN));
        borrowed.book(i, boundaryNs);
        return CarryOutcome.BOOKED;
    }

    CarryOutcome interest(int currency, long rate, long boundaryNs) {
        requireRate("interest", rate, -FixedPoint.RATE_SCALE);
        CarryOutcome seen = interest.look(currency, boundaryNs);
        if (seen != CarryOutcome.BOOKED) {
            return seen;
        }
        long amount = FixedPoint.multiplyRate(books.total(Account.WALLET, currency), rate, Rounding.HALF_EVEN);
        book(Account.INTEREST, books.rows().general(currency), amount);
        interest.book(currency, boundaryNs);
        return CarryOutcome.BOOKED;
    }

    /** More than everything in one period is a unit mistaken, not a rate. */
    private static void requireRate(String what, long rate, long least) {
        if (rate < least || rate > FixedPoint.RATE_SCALE) {
            throw new IllegalArgumentException(what + " rate out of bounds at 1e-12: " + rate);
        }
    }

    private void book(Account account, int row, long amount) {
        posting.clear();
        posting.debit(Account.WALLET, row, amount);
        posting.credit(account, row, amount);
        books.commit(posting);
        announcer.announce(posting);
    }

    @Override
    public void writeTo(StateWriter writer) {
        funded.writeTo(writer);
        borrowed.writeTo(writer);
        interest.writeTo(writer);
    }
}
