package mnvh.monitor;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mnvh.event.EventHeader;
import mnvh.event.FrameReader;
import mnvh.event.SectionKind;
import mnvh.event.TermSection;
import mnvh.units.Term;

/**
 * The limits in force, and the margin factors and fee rates that were changed, read from outbound frames alone. {@link
 * #read} belongs to one thread; the readings are for any.
 */
public final class TermBook {
    private static final List<String> HEADER = List.of("term", "of", "value", "since_sequence");
    private static final String ACCOUNT = "account";

    private final FrameReader reader = new FrameReader();
    private final TermSection section = new TermSection();
    private final Map<Key, Value> values = new TreeMap<>();

    private record Key(Term term, int instrument) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byTerm = term.compareTo(other.term);
            return byTerm != 0 ? byTerm : Integer.compare(instrument, other.instrument);
        }
    }

    private record Value(long value, long sequence) {}

    /** Notes what a limit is by the configuration; before the first frame. */
    public synchronized void configured(Term limit, long value) {
        values.put(new Key(limit, -1), new Value(value, 0));
    }

    /** Reads the concluded frame at {@code start}. */
    public void read(ByteBuffer frame, int start) {
        reader.wrap(frame, start);
        while (reader.next()) {
            if (reader.kind() == SectionKind.TERM) {
                note(section.wrap(frame, reader.start()), EventHeader.cause(frame, start));
            }
        }
    }

    private synchronized void note(TermSection changed, long cause) {
        values.put(new Key(Term.of(changed.term()), changed.instrument()), new Value(changed.after(), cause));
    }

    /** @return each with its value and the inbound sequence of the record that changed it, 0 for the configuration */
    public synchronized ReadingTable table(BreakNames names) {
        List<List<String>> rows = new ArrayList<>();
        values.forEach((key, value) -> rows.add(List.of(
                key.term().key(),
                key.instrument() < 0 ? ACCOUNT : names.of(key.instrument(), -1),
                key.term().format(value.value()),
                Long.toString(value.sequence()))));
        return new ReadingTable(HEADER, rows);
    }
}
