package mnvh.ledger;

import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.units.HotPath;
import mnvh.units.Int128;

/**
 * The accounts and their balances, by instrument and over all; every posting debits one and credits another.
 *
 * <p>Balances are 128-bit, so a posting cannot overflow; {@link #admit} refuses beforehand what would leave wallet,
 * financing, position value, cash or equity outside 64 bits. Core thread only; allocates nothing after construction.
 * The balances it answers are live: read them, never change or keep them.
 */
@HotPath
public final class Books implements Stateful {
    private final int instruments;
    private final Int128[][] balances;

    /** Opens the books with {@code initialCash} in the wallet. */
    Books(int instruments, long initialCash) {
        this.instruments = instruments;
        this.balances = new Int128[Account.count()][instruments + 1];
        for (Int128[] row : balances) {
            for (int i = 0; i <= instruments; i++) {
                row[i] = new Int128();
            }
        }
        balances[Account.WALLET.ordinal()][instruments].add(initialCash);
        balances[Account.CAPITAL.ordinal()][instruments].subtract(initialCash);
    }

    /** @return what {@code instrument}'s events have left in {@code account}, debits positive */
    public Int128 balance(Account account, int instrument) {
        return balances[account.ordinal()][instrument];
    }

    /** @return balance of {@code account} over all instruments and the initial capital, debits positive */
    public Int128 balance(Account account) {
        return balances[account.ordinal()][instruments];
    }

    /** @return the balance of one instrument as money; throws {@link ArithmeticException} past 64 bits */
    long money(Account account, int instrument) {
        return balances[account.ordinal()][instrument].toLongExact();
    }

    /** @return the balance as money; throws {@link ArithmeticException} past 64 bits */
    long money(Account account) {
        return balances[account.ordinal()][instruments].toLongExact();
    }

    /** Throws {@link ArithmeticException} where these changes would leave a reported balance outside 64 bits. */
    void admit(long walletDelta, long financingDelta, long valueDelta) {
        long wallet = Math.addExact(money(Account.WALLET), walletDelta);
        long financing = Math.addExact(money(Account.FINANCING), financingDelta);
        long value = Math.addExact(money(Account.POSITION_VALUE), valueDelta);
        Math.addExact(Math.addExact(wallet, financing), value);
    }

    /** Moves {@code amount} to {@code debit} from {@code credit}; negative amounts move the other way. */
    void post(Account debit, Account credit, int instrument, long amount) {
        balances[debit.ordinal()][instrument].add(amount);
        balances[debit.ordinal()][instruments].add(amount);
        balances[credit.ordinal()][instrument].subtract(amount);
        balances[credit.ordinal()][instruments].subtract(amount);
    }

    @Override
    public void writeTo(StateWriter writer) {
        for (int account = 0; account < balances.length; account++) {
            for (int i = 0; i <= instruments; i++) {
                writer.putLong(balances[account][i].high());
                writer.putLong(balances[account][i].low());
            }
        }
    }
}
