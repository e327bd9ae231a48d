package mnvh.ledger;

import java.util.Arrays;
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
 * <p>Source: method 6. Each boundary is booked once, in order:
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
    private final long[] fundedUntilNs;
    private final long[] borrowedUntilNs;
    private final long[] interestUntilNs;

    Carry(Universe universe, Books books, Holdings holdings, Announcer announcer) {
        this.universe = universe;
        this.books = books;
        this.holdings = holdings;
        this.announcer = announcer;
        this.fundedUntilNs = never(universe.size());
        this.borrowedUntilNs = never(universe.size());
        this.interestUntilNs = never(books.rows().currencies());
    }

    private static long[] never(int size) {
        long[] untilNs = new long[size];
        Arrays.fill(untilNs, Long.MIN_VALUE);
        return untilNs;
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
        if (boundaryNs <= fundedUntilNs[i]) {
            return CarryOutcome.REPEATED;
        }
        FillHistory history = holdings.of(i).history;
        if (!history.reaches(boundaryNs)) {
            return CarryOutcome.POSITION_UNKNOWN;
        }
        long held = Math.subtractExact(holdings.position[i], history.quantityAfter(boundaryNs));
        long amount =
                Math.negateExact(FixedPoint.multiplyRate(instrument.notional(held, price), rate, Rounding.HALF_EVEN));
        book(Account.FUNDING, i, amount);
        fundedUntilNs[i] = boundaryNs;
        return CarryOutcome.BOOKED;
    }

    CarryOutcome borrow(int i, long rate, long boundaryNs) {
        requireRate("borrow", rate, 0);
        if (universe.get(i).kind().margined()) {
            return CarryOutcome.NOT_APPLICABLE;
        }
        if (boundaryNs <= borrowedUntilNs[i]) {
            return CarryOutcome.REPEATED;
        }
        long lent = Math.min(0, books.balance(Account.POSITION_VALUE, i));
        book(Account.BORROW, i, FixedPoint.multiplyRate(lent, rate, Rounding.HALF_EVEN));
        borrowedUntilNs[i] = boundaryNs;
        return CarryOutcome.BOOKED;
    }

    CarryOutcome interest(int currency, long rate, long boundaryNs) {
        requireRate("interest", rate, -FixedPoint.RATE_SCALE);
        if (boundaryNs <= interestUntilNs[currency]) {
            return CarryOutcome.REPEATED;
        }
        long amount = FixedPoint.multiplyRate(books.total(Account.WALLET, currency), rate, Rounding.HALF_EVEN);
        book(Account.INTEREST, books.rows().general(currency), amount);
        interestUntilNs[currency] = boundaryNs;
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
        writer.putLongs(fundedUntilNs, fundedUntilNs.length);
        writer.putLongs(borrowedUntilNs, borrowedUntilNs.length);
        writer.putLongs(interestUntilNs, interestUntilNs.length);
    }
}
