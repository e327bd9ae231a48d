package mnvh.ledger;

import mnvh.units.HotPath;

/**
 * Cash that moves without a trade: from or to outside, between currencies, and differences to the venue.
 *
 * <p>Amounts at 10^-8 in their currency. Core thread only; allocates nothing after construction.
 */
@HotPath
final class CashMoves {
    private final Books books;
    private final Rows rows;
    private final Announcer announcer;
    private final Posting posting = new Posting(4);

    CashMoves(Books books, Announcer announcer) {
        this.books = books;
        this.rows = books.rows();
        this.announcer = announcer;
    }

    void external(int currency, long amount) {
        receive(Account.EXTERNAL, currency, amount);
    }

    void suspend(int currency, long amount) {
        receive(Account.SUSPENSE, currency, amount);
    }

    void resolve(int currency, Account account, long amount) {
        boolean explains = account.component() != null;
        switch (account) {
            case MARK_TO_MARKET:
            case EXECUTION_EDGE:
            case CONVERSION:
            case SUSPENSE:
                explains = false;
                break;
            default:
                break;
        }
        if (!explains) {
            throw new IllegalArgumentException("a difference in cash is not explained by " + account);
        }
        int row = rows.general(currency);
        posting.clear();
        posting.debit(Account.SUSPENSE, row, amount);
        posting.credit(account, row, amount);
        post();
    }

    void convert(int from, long paid, int to, long received) {
        if (paid <= 0 || received <= 0 || from == to) {
            throw new IllegalArgumentException(
                    "a conversion of " + paid + " of currency " + from + " to " + received + " of currency " + to);
        }
        posting.clear();
        posting.credit(Account.WALLET, rows.general(from), paid);
        posting.debit(Account.CONVERSION, rows.general(from), paid);
        posting.debit(Account.WALLET, rows.general(to), received);
        posting.credit(Account.CONVERSION, rows.general(to), received);
        post();
    }

    private void receive(Account account, int currency, long amount) {
        int row = rows.general(currency);
        posting.clear();
        posting.debit(Account.WALLET, row, amount);
        posting.credit(account, row, amount);
        post();
    }

    private void post() {
        books.commit(posting);
        announcer.announce(posting);
    }
}
