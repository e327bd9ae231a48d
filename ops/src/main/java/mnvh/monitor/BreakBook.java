package mnvh.monitor;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import mnvh.event.BreakCause;
import mnvh.event.BreakSection;
import mnvh.event.FrameReader;
import mnvh.event.SectionKind;
import mnvh.units.DecimalText;

/**
 * The open differences to the venue, read from outbound frames alone.
 *
 * <p>{@link #at} belongs to one thread and allocates nothing, {@link #read} to one, the same or another; the readings
 * are for any thread.
 */
public final class BreakBook {
    private static final List<String> HEADER =
            List.of("break", "cause", "of", "amount", "first_seen_ns", "age_s", "records_ago");

    private final FrameReader reader = new FrameReader();
    private final BreakSection section = new BreakSection();
    private final Map<Long, Open> open = new TreeMap<>();
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

    private static String seconds(long ns) {
        long millis = TimeUnit.NANOSECONDS.toMillis(ns);
        return String.format(Locale.ROOT, "%d.%03d", millis / 1000, millis % 1000);
    }
}
