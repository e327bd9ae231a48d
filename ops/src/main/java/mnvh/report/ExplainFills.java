package mnvh.report;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Locale;
import mnvh.audit.Exact;
import mnvh.audit.StandingFill;
import mnvh.event.EventHeader;
import mnvh.event.FillEvent;
import mnvh.report.ExactTable.Kind;
import mnvh.universe.Universe;
import org.jspecify.annotations.Nullable;

/** How many fills were booked, and the latest of them with what became of them. One thread. */
final class ExplainFills {
    private final AuditRecords records;
    private final int length;
    private final Deque<Entry> latest = new ArrayDeque<>();
    private final FillEvent fill = new FillEvent();
    private long count;
    private long busted;
    private long corrected;

    /** A fill as it was booked, and what stands in its place. */
    private static final class Entry {
        private final long sequence;
        private final long timestampNs;
        private final String execId;
        private final int instrument;
        private final String side;
        private final long quantity;
        private final long price;
        private long id;
        private String state = "stands";

        Entry(FillEvent fill, long sequence, long timestampNs) {
            this.sequence = sequence;
            this.timestampNs = timestampNs;
            this.execId = fill.execId();
            this.instrument = fill.instrument();
            this.side = fill.side().name().toLowerCase(Locale.ROOT);
            this.quantity = fill.quantity();
            this.price = fill.price();
            this.id = fill.execIdHash();
        }
    }

    /** @param length how many fills to keep */
    ExplainFills(AuditRecords records, int length) {
        this.records = records;
        this.length = length;
    }

    /** Takes a record of any kind; a fill that is booked is kept. */
    void take(ByteBuffer record, int at) {
        if (records.fills() > count) {
            count = records.fills();
            fill.wrap(record, at);
            latest.addLast(new Entry(fill, EventHeader.sequence(record, at), EventHeader.timestampNs(record, at)));
            if (latest.size() > length) {
                latest.removeFirst();
            }
        }
    }

    /** A fill is taken back, or another stands in its place. */
    void replaced(int instrument, long id, @Nullable StandingFill replacement) {
        boolean late = replacement != null && replacement.id() == id;
        if (late) {
            return;
        }
        busted += replacement == null ? 1 : 0;
        corrected += replacement == null ? 0 : 1;
        for (Iterator<Entry> newestFirst = latest.descendingIterator(); newestFirst.hasNext(); ) {
            Entry entry = newestFirst.next();
            if (entry.instrument == instrument && entry.id == id) {
                entry.state = replacement == null ? "busted" : "corrected";
                entry.id = replacement == null ? entry.id : replacement.id();
                return;
            }
        }
    }

    /** @return the latest fills, oldest first */
    ExactTable table() {
        Universe universe = records.universe();
        ExactTable table = new ExactTable("fills")
                .columns(Kind.NUMBER, "sequence")
                .columns(Kind.TEXT, "time", "of", "id", "side")
                .columns(Kind.NUMBER, "quantity", "price")
                .columns(Kind.TEXT, "state");
        for (Entry entry : latest) {
            table.text(Long.toString(entry.sequence))
                    .text(SessionReport.time(entry.timestampNs))
                    .text(universe.get(entry.instrument).symbol())
                    .text(entry.execId)
                    .text(entry.side);
            table.number(Exact.of(entry.quantity))
                    .number(Exact.of(entry.price))
                    .text(entry.state)
                    .end();
        }
        return table;
    }

    /** @return fills booked so far */
    long count() {
        return count;
    }

    /** @return fills, and corrections of fills, that were taken back */
    long busted() {
        return busted;
    }

    /** @return fills, and corrections of fills, that were corrected */
    long corrected() {
        return corrected;
    }
}
