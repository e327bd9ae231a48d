package mnvh.monitor;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mnvh.event.EventHeader;
import mnvh.event.FrameReader;
import mnvh.event.Notice;
import mnvh.event.NoticeSection;
import mnvh.event.SectionKind;

/**
 * What became of operators' explanations and changed terms, read from outbound frames alone. {@link #read} belongs to
 * one thread; the readings are for any.
 */
public final class OutcomeBook {
    private static final List<String> HEADER = List.of("sequence", "outcome");
    private static final String REFUSED = "refused";
    private static final int REMEMBERED = 256;

    private final FrameReader reader = new FrameReader();
    private final NoticeSection notice = new NoticeSection();
    private final Map<Long, String> outcomes = new LinkedHashMap<>();

    /** Reads the concluded frame at {@code start}. */
    public void read(ByteBuffer frame, int start) {
        reader.wrap(frame, start);
        while (reader.next()) {
            if (reader.kind() == SectionKind.NOTICE) {
                note(Notice.of(notice.wrap(frame, reader.start()).code()), EventHeader.cause(frame, start));
            }
        }
    }

    private synchronized void note(Notice code, long cause) {
        switch (code) {
            case BREAK_EXPLAINED -> outcomes.put(cause, "booked");
            case RESOLUTION_REPEATED -> outcomes.put(cause, "repeated");
            case TERM_CHANGED -> outcomes.put(cause, "changed");
            case RESOLUTION_REFUSED, TERM_REFUSED -> outcomes.put(cause, REFUSED);
            default -> {
                // Answers nothing that was asked.
            }
        }
        if (outcomes.size() > REMEMBERED) {
            outcomes.remove(outcomes.keySet().iterator().next());
        }
    }

    /** @return by inbound sequence: booked, repeated, changed or refused; the newest {@value #REMEMBERED} */
    public synchronized ReadingTable table() {
        List<List<String>> rows = new ArrayList<>();
        outcomes.forEach((sequence, outcome) -> rows.add(List.of(Long.toString(sequence), outcome)));
        return new ReadingTable(HEADER, rows);
    }

    /** @return true where what has this inbound sequence is one of the newest, and was refused */
    public synchronized boolean refused(long sequence) {
        return REFUSED.equals(outcomes.get(sequence));
    }
}
