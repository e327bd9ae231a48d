package mnvh.monitor;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import mnvh.event.BreakCause;
import mnvh.event.BreakSection;
import mnvh.event.EventHeader;
import mnvh.event.FrameReader;
import mnvh.event.Notice;
import mnvh.event.NoticeSection;
import mnvh.event.SectionKind;
import mnvh.units.DecimalText;

/**
 * The open differences to the venue and what became of operators' explanations, read from outbound frames alone.
 *
 * <p>{@link #at} belongs to one thread and allocates nothing, {@link #read} to one, the same or another; the readings
 * are for any thread.
 */
public final class BreakBook {
    private static final List<String> HEADER =
            List.of("break", "cause", "of", "amount", "first_seen_ns", "age_s", "records_ago");
    private static final List<String> OUTCOMES = List.of("sequence", "outcome");
    private static final String REFUSED = "refused";
    private static final int REMEMBERED = 256;

    private final FrameReader reader = new FrameReader();
    private final BreakSection section = new BreakSection();
    private final NoticeSection notice = new NoticeSection();
    private final Map<Long, Open> open = new TreeMap<>();
    private final Map<Long, String> outcomes = new LinkedHashMap<>();
    private final AtomicLong newestSequence = new AtomicLong();
    private final AtomicLong newestNs = new AtomicLong();

    private record Open(BreakCause cause, int instrument, int currency, long amount, long firstNs) {}

    /** Notes how far the inbound stream is, and what time it is there; sources differ a little, the latest counts. */
    public void at(long sequence, long timestampNs) {
        newestSequence.lazySet(sequence);
        newestNs.lazySet(Math.max(newestNs.getPlain(), timestampNs));
    }

    /** Reads the concluded frame at {@code start}. */
    public void read(ByteBuffer frame, int start) {
        reader.wrap(frame, start);
        while (reader.next()) {
            if (reader.kind() == SectionKind.BREAK) {
                note(section.wrap(frame, reader.start()));
            } else if (reader.kind() == SectionKind.NOTICE) {
                note(Notice.of(notice.wrap(frame, reader.start()).code()), EventHeader.cause(frame, start));
            }
        }
    }

    private synchronized void note(BreakSection b) {
        if (b.amount() == 0) {
            open.remove(b.breakId());
        } else {
            open.put(b.breakId(), new Open(b.cause(), b.instrument(), b.currency(), b.amount(), b.firstNs()));
        }
    }

    private synchronized void note(Notice code, long cause) {
        switch (code) {
            case BREAK_EXPLAINED -> outcomes.put(cause, "booked");
            case RESOLUTION_REFUSED -> outcomes.put(cause, REFUSED);
            case RESOLUTION_REPEATED -> outcomes.put(cause, "repeated");
            default -> {
                // Says nothing of an explanation.
            }
        }
        if (outcomes.size() > REMEMBERED) {
            outcomes.remove(outcomes.keySet().iterator().next());
        }
    }

    /** @return how many are open */
    public synchronized int size() {
        return open.size();
    }

    /**
     * @return the open differences, oldest first: number, cause, instrument or currency, what the venue has more and is
     *     unexplained, and for how long in event time and in inbound records
     */
    public synchronized ReadingTable table(BreakNames names) {
        List<List<String>> rows = new ArrayList<>();
        open.forEach((id, b) -> rows.add(List.of(
                Long.toString(id),
                b.cause().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                names.of(b.instrument(), b.currency()),
                DecimalText.format(b.amount()),
                Long.toString(b.firstNs()),
                seconds(Math.max(0, newestNs.get() - b.firstNs())),
                Long.toString(Math.max(0, newestSequence.get() - id)))));
        return new ReadingTable(HEADER, rows);
    }

    /** @return what became of the newest explanations: booked, refused or repeated, by their inbound sequence */
    public synchronized ReadingTable outcomes() {
        List<List<String>> rows = new ArrayList<>();
        outcomes.forEach((sequence, outcome) -> rows.add(List.of(Long.toString(sequence), outcome)));
        return new ReadingTable(OUTCOMES, rows);
    }

    /** @return true where the explanation with this inbound sequence is one of the newest, and was refused */
    public synchronized boolean refused(long sequence) {
        return REFUSED.equals(outcomes.get(sequence));
    }

    private static String seconds(long ns) {
        long millis = TimeUnit.NANOSECONDS.toMillis(ns);
        return String.format(Locale.ROOT, "%d.%03d", millis / 1000, millis % 1000);
    }
}
