package mnvh.ledger;

import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.units.HotPath;

/**
 * The accounts and their balances, by row; a posting changes them as a whole or not at all.
 *
 * <p>Balances are money at 10^-8. A posting that takes any of them outside 64 bits, be it between two legs, or a
 * currency's cash or equity at its end, is undone and refused with {@link ArithmeticException}. To look for that at
 * every leg costs more than to add: a bound on all balances is kept instead, and only where it comes near the end is
 * each addition looked at, and the bound measured anew now and then. Core thread only; allocates nothing after
 * construction.
 */
@HotPath
public final class Books implements Stateful {
    private static final int COUNT = Account.count();
    private static final int WALLET = Account.WALLET.ordinal();
    private static final int FINANCING = Account.FINANCING.ordinal();
    private static final int POSITION_VALUE = Account.POSITION_VALUE.ordinal();
    private static final int TRADING_FEES = Account.TRADING_FEES.ordinal();
    private static final int EXECUTION_EDGE = Account.EXECUTION_EDGE.ordinal();
    /** While every balance is within four times this, no sum of four of them and of a posting's legs leaves 64 bits. */
    private static final long NEAR = 1L << 57;

    private final Rows rows;
    private final Memory memory;
    /** The balances of a row, and those of a currency's totals, the sums over its rows, stand side by side. */
    private final long[] words;
    /** Where the totals of a row's currency begin. */
    private final int[] totalOf;
    /** No balance's magnitude is above four times what {@link #NEAR} has more than this; at 0 nothing is known. */
    private long room = NEAR;
    /** Postings still to be looked at leg by leg before the balances are measured again. */
    private int careful;

    /** Opens the books with {@code initialCash} of the reporting currency in the wallet. */
    Books(Rows rows, Memory memory, long initialCash) {
        this.rows = rows;
        this.memory = memory;
        this.words = memory.words;
        this.totalOf = new int[rows.count()];
        for (int row = 0; row < totalOf.length; row++) {
            totalOf[row] = totals(rows.currency(row));
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
        return words[of(row) + account.ordinal()];
    }

    private static int of(int row) {
        return Memory.row(row) + Memory.BALANCES;
    }

    private int totals(int currency) {
        return memory.totals(currency) + Memory.BALANCES;
    }

    /** @return the balance of {@code account} over all rows of {@code currency} */
    public long total(Account account, int currency) {
        return words[totals(currency) + account.ordinal()];
    }

    /** @return C of a currency: wallet plus financing */
    public long cash(int currency) {
        return words[totals(currency) + WALLET] + words[totals(currency) + FINANCING];
    }

    /** @return W of a currency: cash plus position value */
    public long equity(int currency) {
        return cash(currency) + words[totals(currency) + POSITION_VALUE];
    }

    /** @return the balance of POSITION_VALUE in the row that begins at {@code row} */
    static long positionValue(long[] words, int row) {
        return words[row + Memory.BALANCES + POSITION_VALUE];
    }

    /**
     * True where a posting needs no look at its sums, and counts it in.
     *
     * @param magnitude no balance changes by more than four times this; negative where that is no number
     */
    boolean admits(long magnitude) {
        long left = room - magnitude;
        if ((left | magnitude) < 0) {
            return magnitude >= 0 && admitsMeasured(magnitude);
        }
        room = left;
        return true;
    }

    private boolean admitsMeasured(long magnitude) {
        if (careful > 0) {
            careful--;
            return false;
        }
        room = NEAR - Math.min(largest(), NEAR);
        if (room < magnitude) {
            // Measured each time, balances that stay this large would cost every posting a walk through the books.
            careful = rows.count() * COUNT;
            return false;
        }
        room -= magnitude;
        return true;
    }

    /** @return the magnitudes of all balances and totals, or-ed */
    private long largest() {
        long largest = 0;
        for (int row = 0; row < rows.count(); row++) {
            largest |= largest(of(row));
        }
        for (int c = 0; c < rows.currencies(); c++) {
            largest |= largest(totals(c));
        }
        return largest;
    }

    private long largest(int from) {
        long largest = 0;
        for (int k = 0; k < COUNT; k++) {
            largest |= magnitude(words[from + k]);
        }
        return largest;
    }

    /** @return the magnitude of a number, or one less: good to be or-ed, and never negative */
    static long magnitude(long number) {
        return number ^ number >> 63;
    }

    /**
     * Posts a trade that {@link #admits} has let through; the same legs as {@link Posting} would stage.
     *
     * @param words of the {@link Memory}
     * @param row where the row begins
     * @param totals where that of its currency's totals begins
     * @param valueChange to POSITION_VALUE
     * @param paid value at the price of the trade; what the value changes beyond it is EXECUTION_EDGE
     * @param gain realised profit
     * @param margined whether FINANCING pays and only the gain moves the WALLET, or the WALLET pays
     * @param fee to TRADING_FEES, out of the WALLET
     */
    static void trade(
            long[] words, int row, int totals, long valueChange, long paid, long gain, boolean margined, long fee) {
        int cell = row + Memory.BALANCES;
        int total = totals + Memory.BALANCES;
        long edge = valueChange - paid;
        long financing = margined ? paid + gain : 0;
        long wallet = (margined ? gain : -paid) - fee;
        words[cell + WALLET] += wallet;
        words[cell + FINANCING] -= financing;
        words[cell + POSITION_VALUE] += valueChange;
        words[cell + EXECUTION_EDGE] -= edge;
        words[cell + TRADING_FEES] += fee;
        words[total + WALLET] += wallet;
        words[total + FINANCING] -= financing;
        words[total + POSITION_VALUE] += valueChange;
        words[total + EXECUTION_EDGE] -= edge;
        words[total + TRADING_FEES] += fee;
    }

    /** Posts every leg, or none and throws {@link ArithmeticException}. */
    void commit(Posting posting) {
        int legs = posting.legs();
        long largest = 0;
        long sum = 0;
        for (int leg = 0; leg < legs; leg++) {
            long magnitude = magnitude(posting.amount(leg)) + 1;
            largest |= magnitude;
            sum += magnitude;
        }
        // Where the largest has room, the sum of so few is a number, and where it has not, it does not matter.
        if (admits(largest > NEAR || largest < 0 ? Long.MAX_VALUE : sum)) {
            for (int leg = 0; leg < legs; leg++) {
                move(posting.account(leg), posting.row(leg), posting.amount(leg));
            }
        } else {
            commitCarefully(posting);
        }
    }

    private void move(int account, int row, long amount) {
        words[of(row) + account] += amount;
        words[totalOf[row] + account] += amount;
    }

    private void commitCarefully(Posting posting) {
        long overflow = 0;
        for (int leg = 0; leg < posting.legs(); leg++) {
            int account = posting.account(leg);
            int row = posting.row(leg);
            long amount = posting.amount(leg);
            overflow |= overflow(words[of(row) + account], amount);
            overflow |= overflow(words[totalOf[row] + account], amount);
            move(account, row, amount);
        }
        room = 0;
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
        long wallet = words[total + WALLET];
        long financing = words[total + FINANCING];
        long value = words[total + POSITION_VALUE];
        long cash = wallet + financing;
        long equity = cash + value;
        return ((wallet ^ cash) & (financing ^ cash)) | ((cash ^ equity) & (value ^ equity));
    }

    /** Addition wraps, and so taking off what was added restores every balance, whatever overflowed. */
    private void undo(Posting posting) {
        for (int leg = 0; leg < posting.legs(); leg++) {
            move(posting.account(leg), posting.row(leg), -posting.amount(leg));
        }
    }

    /** @return negative where the sum leaves 64 bits, or is the one number whose opposite would */
    private static long overflow(long before, long amount) {
        long after = before + amount;
        return ((before ^ after) & (amount ^ after)) | (after & -after);
    }

    @Override
    public void writeTo(StateWriter writer) {
        for (int row = 0; row < rows.count(); row++) {
            writer.putLongs(words, of(row), COUNT);
        }
        for (int c = 0; c < rows.currencies(); c++) {
            writer.putLongs(words, totals(c), COUNT);
        }
    }
}
