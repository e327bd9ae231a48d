package mnvh.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mnvh.event.Notice;
import mnvh.event.NoticeSection;
import mnvh.event.OutboundFrame;
import mnvh.event.SectionKind;
import org.junit.jupiter.api.Test;

class OutcomeBookTest {
    private final OutboundFrame frame = new OutboundFrame(4096);
    private final OutcomeBook book = new OutcomeBook();

    private void read(long cause, Notice notice) {
        frame.begin(cause, cause);
        new NoticeSection()
                .wrap(frame.buffer(), frame.section(SectionKind.NOTICE, NoticeSection.LENGTH))
                .code(notice.ordinal());
        frame.conclude();
        book.read(frame.buffer(), 0);
    }

    @Test
    void outcomesAreKeptByTheSequenceOfTheirRecord() {
        read(12, Notice.BREAK_EXPLAINED);
        read(13, Notice.RESOLUTION_REFUSED);
        read(14, Notice.RESOLUTION_REPEATED);
        read(15, Notice.PAUSED);
        read(16, Notice.BREAK_AGREED);
        read(17, Notice.TERM_CHANGED);
        read(18, Notice.TERM_REFUSED);
        assertEquals(
                List.of(
                        List.of("12", "booked"),
                        List.of("13", "refused"),
                        List.of("14", "repeated"),
                        List.of("17", "changed"),
                        List.of("18", "refused")),
                book.table().rows());
        assertTrue(book.refused(13));
        assertTrue(book.refused(18));
        assertFalse(book.refused(12), "booked");
        assertFalse(book.refused(19), "not known yet");
    }

    @Test
    void onlyTheNewestOutcomesAreKept() {
        for (int cause = 1; cause <= 300; cause++) {
            read(cause, Notice.RESOLUTION_REFUSED);
        }
        assertEquals(256, book.table().rows().size());
        assertEquals("45", book.table().cell(0, "sequence"));
    }
}
