package mnvh.report;

import java.io.PrintWriter;
import java.util.List;
import mnvh.audit.Exact;
import mnvh.report.BookTransaction.Posting;

/** Writes postings as rows of comma-separated values, one row each. */
final class PostingCsv implements PostingWriter {
    private final CsvWriter csv;
    private final BookAccounts accounts;
    private final List<String> names;

    PostingCsv(PrintWriter out, BookAccounts accounts) {
        this.csv = new CsvWriter(out);
        this.accounts = accounts;
        this.names = AccountNames.plain(accounts);
        csv.row(
                "sequence",
                "timestamp",
                "kind",
                "instrument",
                "currency",
                "account",
                "debit",
                "credit",
                "balance_after");
    }

    @Override
    public void write(BookTransaction transaction) {
        String time = PostingWriter.time(transaction.timestampNs());
        for (Posting posting : transaction.postings()) {
            BookAccount account = posting.account();
            Exact amount = posting.amount();
            boolean own = transaction.symbol().isEmpty() && account.instrument() >= 0;
            csv.cell(transaction.sequence()).cell(time).cell(transaction.kind());
            csv.cell(own ? account.owner() : transaction.symbol());
            csv.cell(accounts.currencies().code(account.currency()));
            csv.cell(names.get(account.number()));
            csv.cell(amount.signum() > 0 ? PostingWriter.amount(amount) : "");
            csv.cell(amount.signum() < 0 ? PostingWriter.amount(amount.negate()) : "");
            csv.cell(PostingWriter.amount(posting.balance())).endRow();
        }
    }
}
