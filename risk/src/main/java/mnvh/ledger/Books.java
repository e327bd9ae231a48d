package mnvh.ledger;

import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.units.HotPath;
import mnvh.units.Int128Array;

/**
 * The accounts and their balances, by instrument and over all; every posting debits one and credits another.
 *
 * <p>Balances are 128-bit, so a posting cannot overflow; {@link #admit} refuses beforehand what would leave wallet,
 * financing, position value, cash or equity outside 64 bits. Core thread only; allocates nothing after construction.
 * The columns it answers are live: to be read only.
 */
@HotPath
public final class Books implements Stateful {
    private static final int WALLET = Account.WALLET.ordinal();
    private static final int FINANCING = Account.FINANCING.ordinal();
    private static final int POSITION_VALUE = Account.POSITION_VALUE.ordinal();

    private final int instruments;
    /** One column per account: each instrument's balance, then that over all. */
    private final Int128Array[] columns;

    private final long[] words;

    /** Opens the books with {@code initialCash} in the wallet. */
    Books(int instruments, long initialCash) {
        this.instruments = instruments;
        this.columns = new Int128Array[Account.count()];
        for (int account = 0; account < columns.length; account++) {
            columns[account] = new Int128Array(instruments + 1);
        }
        this.words = new long[2 * (instruments + 1)];
        columns[WALLET].add(instruments, initialCash);
        columns[Account.CAPITAL.ordinal()].subtract(instruments, initialCash);
    }

    /** @return each instrument's balance in {@code account}, debits positive, and at the last index that over all */
    public Int128Array column(Account account) {
        return columns[account.ordinal()];
    }

    /** @return the balance of one instrument as money; throws {@link ArithmeticException} past 64 bits */
    long money(Account account, int instrument) {
        return columns[account.ordinal()].toLongExact(instrument);
    }

    /** @return the balance as money; throws {@link ArithmeticException} past 64 bits */
    long money(Account account) {
        return columns[account.ordinal()].toLongExact(instruments);
    }

    /** Throws {@link ArithmeticException} where these changes would leave a reported balance outside 64 bits. */
    void admit(long walletDelta, long financingDelta, long valueDelta) {
        long wallet = Math.addExact(columns[WALLET].toLongExact(instruments), walletDelta);
        long financing = Math.addExact(columns[FINANCING].toLongExact(instruments), financingDelta);
        long value = Math.addExact(columns[POSITION_VALUE].toLongExact(instruments), valueDelta);
        Math.addExact(Math.addExact(wallet, financing), value);
    }

    /** Moves {@code amount} to {@code debit} from {@code credit}; negative amounts move the other way. */
    void post(Account debit, Account credit, int instrument, long amount) {
        if (amount == 0) {
            return;
        }
        Int128Array to = columns[debit.ordinal()];
        Int128Array from = columns[credit.ordinal()];
        to.add(instrument, amount);
        to.add(instruments, amount);
        from.subtract(instrument, amount);
        from.subtract(instruments, amount);
    }

    @Override
    public void writeTo(StateWriter writer) {
        for (int account = 0; account < columns.length; account++) {
            writer.putLongs(words, columns[account].copyTo(words));
        }
    }
}
