package mnvh.engine;

import java.util.Arrays;
import mnvh.event.BalanceType;
import mnvh.ledger.Account;
import mnvh.ledger.Books;
import mnvh.ledger.Ledger;
import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.units.HotPath;

/**
 * What the books hold of everything a venue can report of a currency, and since which record: wallet, fees, funding.
 *
 * <p>What raised the wallet is positive. Core thread only; allocates nothing after construction.
 */
@HotPath
final class BookedTotals implements Stateful {
    private static final BalanceType[] TYPES = BalanceType.values();

    private final Books books;
    private final int currencies;
    private final long[] value;
    private final long[] changed;

    BookedTotals(Ledger ledger) {
        books = ledger.books();
        currencies = ledger.currencies().size();
        value = new long[TYPES.length * currencies];
        changed = new long[value.length];
        Arrays.fill(changed, -1);
        note(-1);
    }

    /** Notes which of them the record with this sequence has changed. */
    void note(long sequence) {
        for (int c = 0; c < currencies; c++) {
            for (int t = 0; t < TYPES.length; t++) {
                int at = c * TYPES.length + t;
                long now = of(TYPES[t], c);
                if (now != value[at]) {
                    value[at] = now;
                    changed[at] = sequence;
                }
            }
        }
    }

    /** @return true when a report that includes records up to {@code sequence}, 0 for unknown, is of the value held */
    boolean covers(BalanceType type, int currency, long sequence) {
        return sequence == 0 || sequence >= changed[currency * TYPES.length + type.ordinal()];
    }

    /** @return the value now at 1e-8 */
    long of(BalanceType type, int currency) {
        switch (type) {
            case WALLET:
                return books.total(Account.WALLET, currency);
            case FUNDING:
                return -books.total(Account.FUNDING, currency);
            default:
                return -(books.total(Account.TRADING_FEES, currency)
                        + books.total(Account.CLEARING_FEES, currency)
                        + books.total(Account.REGULATORY_FEES, currency)
                        + books.total(Account.TAXES, currency)
                        + books.total(Account.OTHER_FEES, currency)
                        + books.total(Account.REBATES, currency));
        }
    }

    @Override
    public void writeTo(StateWriter writer) {
        writer.putLongs(value, value.length);
        writer.putLongs(changed, changed.length);
    }
}
