package mnvh.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import mnvh.event.BreakCause;
import mnvh.event.BreakSection;
import mnvh.event.Notice;
import mnvh.event.NoticeSection;
import mnvh.event.OutboundFrame;
import mnvh.event.SectionKind;
import org.junit.jupiter.api.Test;

class BreakBookTest {
    private static final BreakNames NAMES = new BreakNames(List.of("AAA", "BBB"), List.of("USD", "EUR"));

    private final OutboundFrame frame = new OutboundFrame(4096);
    private final BreakBook book = new BreakBook();

    private void read(long cause, Notice notice, long id, BreakCause why, int instrument, int currency, long amount) {
        frame.begin(cause, cause);
        new NoticeSection()
                .wrap(frame.buffer(), frame.section(SectionKind.NOTICE, NoticeSection.LENGTH))
                .code(notice.ordinal());
        if (id != 0) {
            new BreakSection()
                    .wrap(frame.buffer(), frame.section(SectionKind.BREAK, BreakSection.LENGTH))
                    .breakId(id)
                    .cause(why)
                    .instrument(instrument)
                    .currency(currency)
                    .amount(amount)
                    .firstNs(id * 1_000_000_000L);
        }
        frame.conclude();
        book.read(frame.buffer(), 0);
    }

    @Test
    void openBreaksAreListedOldestFirstWithTheirAge() {
        read(20, Notice.POSITION_BREAK, 20, BreakCause.POSITION, 1, -1, -150_000_000);
        read(9, Notice.BALANCE_BREAK, 9, BreakCause.BALANCE, -1, 1, 250_000_000);
        book.at(25, 21_500_000_000L);
        book.at(26, 21_000_000_000L);

        assertEquals(2, book.size());
        assertEquals(
                List.of(
                        List.of("9", "balance", "EUR", "2.5", "9000000000", "12.500", "17"),
                        List.of("20", "position", "BBB", "-1.5", "20000000000", "1.500", "6")),
                book.table(NAMES).rows());
    }

    @Test
    void explainedBreakIsGoneAndAPartIsLess() {
        read(9, Notice.BALANCE_BREAK, 9, BreakCause.BALANCE, -1, 0, 5);
        read(12, Notice.BREAK_EXPLAINED, 9, BreakCause.BALANCE, -1, 0, 3);
        assertEquals("0.00000003", book.table(NAMES).cell(0, "amount"));
        read(13, Notice.BREAK_EXPLAINED, 9, BreakCause.BALANCE, -1, 0, 0);
        assertEquals(0, book.size());
        assertEquals(List.of(), book.table(NAMES).rows());
    }

    @Test
    void tableReadsBackWhatItWrote() {
        read(9, Notice.BALANCE_BREAK, 9, BreakCause.BALANCE, -1, 0, 5);
        ReadingTable table = book.table(NAMES);
        assertEquals(table, ReadingTable.parse(table.tabbed()));
        assertEquals(
                "[\n  {\"break\": \"9\", \"cause\": \"balance\", \"of\": \"USD\", \"amount\": \"0.00000005\","
                        + " \"first_seen_ns\": \"9000000000\", \"age_s\": \"0.000\", \"records_ago\": \"0\"}\n]\n",
                table.json());
    }

    @Test
    void textsCannotBreakOutOfTheirCell() {
        ReadingTable table = ReadingTable.of(List.of("a"), List.of("x\ty\n\"z\"\\"));
        assertEquals("a\nx y \"z\"\\\n", table.tabbed());
        assertEquals("[\n  {\"a\": \"x y \\\"z\\\"\\\\\"}\n]\n", table.json());
    }
}
