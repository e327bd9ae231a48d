package mnvh.ledger;

import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.units.HotPath;

/**
 * The accounts and their balances, by row; a posting changes them as a whole or not at all.
 *
 * <p>Balances are money at 10^-8. A posting that takes any of them outside 64 bits, be it between two legs, or a
 * currency's cash or equity at its end, is undone and refused with {@link ArithmeticException}. Core thread only;
 * allocates nothing after construction.
 */
@HotPath
public final class Books implements Stateful {
    private static final int WIDTH = Account.count();
    private static final int WALLET = Account.WALLET.ordinal();
    private static final int FINANCING = Account.FINANCING.ordinal();
    private static final int POSITION_VALUE = Account.POSITION_VALUE.ordinal();

    private final Rows rows;
    /** {@code balances[row * WIDTH + account]}. */
    private final long[] balances;
    /** Where the total of a row's currency begins. */
    private final int[] totalOf;

    /** Opens the books with {@code initialCash} of the reporting currency in the wallet. */
    Books(Rows rows, long initialCash) {
        this.rows = rows;
        this.balances = new long[rows.count() * WIDTH];
        this.totalOf = new int[rows.count()];
        for (int row = 0; row < totalOf.length; row++) {
            totalOf[row] = rows.total(rows.currency(row)) * WIDTH;
        }
        Posting opening = new Posting(2);
        opening.debit(Account.WALLET, rows.general(0), initialCash);
        opening.credit(Account.CAPITAL, rows.general(0), initialCash);
        commit(opening);
    }

    /** @return where accounts stand */
    public Rows rows() {
        return rows;
    }

    /** @return the balance of {@code account} in {@code row}, debits positive */
    public long balance(Account account, int row) {
        return balances[row * WIDTH + account.ordinal()];
    }

    /** @return the balance of {@code account} over all rows of {@code currency} */
    public long total(Account account, int currency) {
        return balance(account, rows.total(currency));
    }

    /** @return C of a currency: wallet plus financing */
    public long cash(int currency) {
        int total = rows.total(currency) * WIDTH;
        return balances[total + WALLET] + balances[total + FINANCING];
    }

    /** @return W of a currency: cash plus position value */
    public long equity(int currency) {
        return cash(currency) + balances[rows.total(currency) * WIDTH + POSITION_VALUE];
    }

    /** Posts every leg, or none and throws {@link ArithmeticException}. */
    void commit(Posting posting) {
        long overflow = 0;
        int legs = posting.legs();
        for (int leg = 0; leg < legs; leg++) {
            int account = posting.account(leg);
            int row = posting.row(leg);
            long amount = posting.amount(leg);
            overflow |= add(row * WIDTH + account, amount) | add(totalOf[row] + account, amount);
        }
        if (overflow < 0 || reportedOverflow(posting) < 0) {
            undo(posting);
            throw new ArithmeticException("a balance would exceed 64 bits");
        }
    }

    /** @return negative where cash or equity of a touched currency leaves 64 bits */
    private long reportedOverflow(Posting posting) {
        long overflow = 0;
        int seen = -1;
        for (int leg = 0; leg < posting.legs(); leg++) {
            int total = totalOf[posting.row(leg)];
            if (total != seen) {
                seen = total;
                overflow |= equityOverflow(total);
            }
        }
        return overflow;
    }

    /** @return negative where cash or equity of a currency leaves 64 bits */
    private long equityOverflow(int total) {
        long wallet = balances[total + WALLET];
        long financing = balances[total + FINANCING];
        long value = balances[total + POSITION_VALUE];
        long cash = wallet + financing;
        long equity = cash + value;
        return ((wallet ^ cash) & (financing ^ cash)) | ((cash ^ equity) & (value ^ equity));
    }

    /** Addition wraps, and so taking off what was added restores every balance, whatever overflowed. */
    private void undo(Posting posting) {
        for (int leg = 0; leg < posting.legs(); leg++) {
            int account = posting.account(leg);
            int row = posting.row(leg);
            balances[row * WIDTH + account] -= posting.amount(leg);
            balances[totalOf[row] + account] -= posting.amount(leg);
        }
    }

    /** @return negative where the balance left 64 bits, or became the one number whose opposite would */
    private long add(int cell, long amount) {
        long before = balances[cell];
        long after = before + amount;
        balances[cell] = after;
        return ((before ^ after) & (amount ^ after)) | (after & -after);
    }

    @Override
    public void writeTo(StateWriter writer) {
        writer.putLongs(balances, balances.length);
    }
}
