package mnvh.report;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** What postings can be written as, each told by the end of a file's name. */
public enum PostingFormat {
    /** A row for each posting. */
    CSV(".csv"),
    /** Plain-text double entry as hledger reads it. */
    LEDGER(".ledger"),
    /** The language of beancount. */
    BEANCOUNT(".beancount");

    private final String suffix;

    PostingFormat(String suffix) {
        this.suffix = suffix;
    }

    /** @return the format that a file of this name has, null for none */
    public static @Nullable PostingFormat ofFile(String name) {
        for (PostingFormat format : values()) {
            if (name.endsWith(format.suffix)) {
                return format;
            }
        }
        return null;
    }

    PostingWriter writer(PrintWriter out, BookAccounts accounts) {
        return switch (this) {
            case CSV -> new PostingCsv(out, accounts);
            case LEDGER -> new PostingLedger(out, accounts);
            case BEANCOUNT -> new PostingBeancount(out, accounts);
        };
    }
}
