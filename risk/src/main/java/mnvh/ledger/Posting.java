package mnvh.ledger;

import mnvh.units.HotPath;

/**
 * One transaction in the making: its legs, each an account, a row and an amount; debits are positive.
 *
 * <p>Core thread only; allocates nothing after construction.
 */
@HotPath
final class Posting {
    /** Ordinals: a reference would cost the collector's barrier at every leg. */
    private final int[] accounts;

    private final int[] rows;
    private final long[] amounts;
    private int legs;

    /** @param mostLegs legs that a transaction can have */
    Posting(int mostLegs) {
        accounts = new int[mostLegs];
        rows = new int[mostLegs];
        amounts = new long[mostLegs];
    }

    /** Forgets every leg. */
    void clear() {
        legs = 0;
    }

    /** Debits {@code account} by {@code amount}; negative amounts credit it, and nothing is nothing. */
    void debit(Account account, int row, long amount) {
        int leg = legs;
        accounts[leg] = account.ordinal();
        rows[leg] = row;
        amounts[leg] = amount;
        legs = amount == 0 ? leg : leg + 1;
    }

    /** Credits {@code account} by {@code amount}, which is not the smallest number there is. */
    void credit(Account account, int row, long amount) {
        debit(account, row, Math.negateExact(amount));
    }

    /** @return how many legs there are */
    int legs() {
        return legs;
    }

    /** @return ordinal of the leg's account */
    int account(int leg) {
        return accounts[leg];
    }

    int row(int leg) {
        return rows[leg];
    }

    long amount(int leg) {
        return amounts[leg];
    }
}
