package mnvh.report;

import java.util.List;
import mnvh.audit.Exact;

/**
 * What one inbound record changed in the books; in each currency the postings sum to zero.
 *
 * @param sequence of the inbound record
 * @param timestampNs of the inbound record
 * @param kind name of the record in snake case
 * @param symbol of the instrument that the record is about, empty for none
 */
record BookTransaction(long sequence, long timestampNs, String kind, String symbol, List<Posting> postings) {
    BookTransaction {
        postings = List.copyOf(postings);
    }

    /**
     * A change of an account.
     *
     * @param amount at 10^-8, positive is a debit
     * @param balance of the account afterwards, at 10^-8, debits positive
     */
    record Posting(BookAccount account, Exact amount, Exact balance) {}
}
