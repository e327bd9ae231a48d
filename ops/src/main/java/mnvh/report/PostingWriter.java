package mnvh.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import mnvh.audit.Exact;
import mnvh.units.FixedPoint;

/** Writes the transactions of a session in one format. One thread. */
interface PostingWriter {
    /** Nanoseconds in full, so that times sort as text. */
    DateTimeFormatter UTC = new DateTimeFormatterBuilder().appendInstant(9).toFormatter();

    /** Writes the next transaction, which has postings. */
    void write(BookTransaction transaction);

    /** @return a time as {@code 2026-01-05T00:00:00.000000000Z}; its first ten characters are the date */
    static String time(long ns) {
        return UTC.format(Instant.ofEpochSecond(Math.floorDiv(ns, 1_000_000_000L), Math.floorMod(ns, 1_000_000_000L)));
    }

    /** @return a number at 10^-8 with all eight decimals */
    static String amount(Exact value) {
        return new BigDecimal(value.toBigInteger(), FixedPoint.DECIMALS).toPlainString();
    }

    /** @return sequence, kind and symbol apart by blanks */
    static String title(BookTransaction transaction, String symbol) {
        return transaction.sequence() + " " + transaction.kind() + (symbol.isEmpty() ? "" : " " + symbol);
    }
}
