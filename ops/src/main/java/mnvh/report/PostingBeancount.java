package mnvh.report;

import java.io.PrintWriter;
import java.util.BitSet;
import java.util.List;
import mnvh.report.BookTransaction.Posting;
import mnvh.universe.Currencies;

/**
 * Writes transactions in the language of beancount.
 *
 * <p>An account is opened ahead of its first transaction, but dated before all of them, for records stand in the order
 * they came in, whatever their times.
 */
final class PostingBeancount implements PostingWriter {
    /** The day of the earliest time that a record can have. */
    private static final String OPENED = "1677-09-21";

    private final PrintWriter out;
    private final List<String> names;
    private final List<String> commodities;
    private final BitSet opened = new BitSet();

    PostingBeancount(PrintWriter out, BookAccounts accounts) {
        this.out = out;
        this.names = AccountNames.beancount(accounts);
        this.commodities = AccountNames.beancountCommodities(accounts.currencies());
        out.print("; What is owned stands positive, income negative. A title is inbound sequence, kind and symbol.\n");
        out.print("; In every transaction each commodity sums to zero by itself; nothing has a price.\n");
        out.print("option \"operating_currency\" \"" + commodities.get(Currencies.REPORTING) + "\"\n");
        commodities.forEach(commodity -> out.print(OPENED + " commodity " + commodity + "\n"));
    }

    @Override
    public void write(BookTransaction transaction) {
        out.print('\n');
        for (Posting posting : transaction.postings()) {
            BookAccount account = posting.account();
            if (!opened.get(account.number())) {
                opened.set(account.number());
                out.print(OPENED + " open " + names.get(account.number()) + " " + commodities.get(account.currency())
                        + "\n");
            }
        }
        String time = PostingWriter.time(transaction.timestampNs());
        String title = PostingWriter.title(transaction, transaction.symbol());
        out.print(time.substring(0, 10) + " * \"" + title.replace("\\", "\\\\").replace("\"", "\\\"") + "\"\n");
        out.print("  time: \"" + time + "\"\n");
        for (Posting posting : transaction.postings()) {
            BookAccount account = posting.account();
            out.print("  " + names.get(account.number()) + "  " + PostingWriter.amount(posting.amount()) + " "
                    + commodities.get(account.currency()) + "\n");
        }
    }
}
