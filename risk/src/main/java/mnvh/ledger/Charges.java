package mnvh.ledger;

import mnvh.config.LotsConfig;
import mnvh.state.StateWriter;
import mnvh.units.HotPath;

/**
 * Fees that came after their fill, so that a bust takes them back too; and the place of any fee as one number.
 *
 * <p>Bounded: those whose fill has left the window make room. Core thread only; allocates nothing after construction.
 */
@HotPath
final class Charges {
    private static final int ACCOUNT_BITS = 8;
    private static final long ACCOUNT_MASK = (1 << ACCOUNT_BITS) - 1;

    private final long[] fills;
    private final long[] places;
    private final long[] amounts;
    private int count;

    /** @param window fills that can be charged late */
    Charges(int window) {
        int capacity = window * LotsConfig.LATE_FEES;
        fills = new long[capacity];
        places = new long[capacity];
        amounts = new long[capacity];
    }

    /** @return account and row as one number */
    static long place(Account account, int row) {
        return account.ordinal() | (long) row << ACCOUNT_BITS;
    }

    static Account account(long place) {
        return Account.of((int) (place & ACCOUNT_MASK));
    }

    static int row(long place) {
        return (int) (place >> ACCOUNT_BITS);
    }

    /** @return true when the fill can be charged once more */
    boolean admits(long fill, FillHistory history) {
        if (count == fills.length) {
            int kept = 0;
            for (int at = 0; at < count; at++) {
                if (history.find(fills[at]) != FillHistory.NONE) {
                    move(at, kept++);
                }
            }
            count = kept;
        }
        int charged = 0;
        for (int at = 0; at < count; at++) {
            charged += fills[at] == fill ? 1 : 0;
        }
        return charged < LotsConfig.LATE_FEES;
    }

    /** Keeps a fee of a fill. */
    void add(long fill, long place, long amount) {
        fills[count] = fill;
        places[count] = place;
        amounts[count] = amount;
        count++;
    }

    /** Stages the return of every late fee of a fill. */
    void giveBack(long fill, Posting posting) {
        for (int at = 0; at < count; at++) {
            if (fills[at] == fill) {
                int row = row(places[at]);
                posting.debit(Account.WALLET, row, amounts[at]);
                posting.credit(account(places[at]), row, amounts[at]);
            }
        }
    }

    /** Forgets the late fees of a fill. */
    void drop(long fill) {
        int kept = 0;
        for (int at = 0; at < count; at++) {
            if (fills[at] != fill) {
                move(at, kept++);
            }
        }
        count = kept;
    }

    /** Writes what a later bust would find. */
    void writeTo(StateWriter writer) {
        writer.putLongs(fills, count);
        writer.putLongs(places, count);
        writer.putLongs(amounts, count);
    }

    private void move(int from, int to) {
        fills[to] = fills[from];
        places[to] = places[from];
        amounts[to] = amounts[from];
    }
}
