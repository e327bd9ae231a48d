package mnvh.report;

import java.io.PrintWriter;
import java.util.BitSet;
import java.util.List;
import mnvh.report.BookTransaction.Posting;

/**
 * Writes transactions as plain-text double entry that hledger reads.
 *
 * <p>An account is declared ahead of its first transaction, so that only those are that have one.
 */
final class PostingLedger implements PostingWriter {
    private final PrintWriter out;
    private final List<String> names;
    private final List<String> commodities;
    private final BitSet declared = new BitSet();

    PostingLedger(PrintWriter out, BookAccounts accounts) {
        this.out = out;
        this.names = AccountNames.plain(accounts);
        this.commodities = AccountNames.plainCommodities(accounts.currencies());
        out.print("; What is owned stands positive, income negative. A title is inbound sequence, kind and symbol.\n");
        out.print("; In every transaction each commodity sums to zero by itself; nothing has a price.\n");
        commodities.forEach(commodity -> out.print("commodity 1000.00000000 " + commodity + "\n"));
    }

    @Override
    public void write(BookTransaction transaction) {
        out.print('\n');
        for (Posting posting : transaction.postings()) {
            int number = posting.account().number();
            if (!declared.get(number)) {
                declared.set(number);
                out.print("account " + names.get(number) + "\n");
            }
        }
        String time = PostingWriter.time(transaction.timestampNs());
        String title = PostingWriter.title(transaction, AccountNames.plain(transaction.symbol()));
        out.print(time.substring(0, 10) + " " + title + "  ; time:" + time + "\n");
        for (Posting posting : transaction.postings()) {
            BookAccount account = posting.account();
            out.print("    " + names.get(account.number()) + "  " + PostingWriter.amount(posting.amount()) + " "
                    + commodities.get(account.currency()) + "\n");
        }
    }
}
