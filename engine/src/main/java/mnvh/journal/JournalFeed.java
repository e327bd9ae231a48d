package mnvh.journal;

import mnvh.event.EventKind;
import mnvh.event.EventSlot;
import mnvh.event.Feed;
import mnvh.event.Ingress;

/**
 * Replays an inbound journal: each event's bytes go into a slot as they stand on disk, seal included.
 *
 * <p>The session's texts are passed over; whoever builds the core reads them first from the same reader. One thread.
 * Allocates nothing per event.
 */
public final class JournalFeed implements Feed {
    private final JournalReader reader;
    private final Ingress ingress;
    private boolean stopped;

    /** @param reader an inbound stream, before or after its texts; closed with the feed */
    public JournalFeed(JournalReader reader, Ingress ingress) {
        this.reader = reader;
        this.ingress = ingress;
    }

    /** Publishes every event up to the end of the journal. */
    @Override
    public void start() {
        while (!stopped && pump()) {
            continue;
        }
    }

    /**
     * Publishes the next event.
     *
     * @return false at the end of the journal; throws {@link JournalException} DAMAGED where a record is
     */
    public boolean pump() {
        while (reader.next()) {
            int kind = reader.kind();
            if (kind == EventKind.CONFIG || kind == EventKind.UNIVERSE) {
                continue;
            }
            if (reader.length() > EventSlot.CAPACITY) {
                throw new JournalException(
                        JournalException.Kind.DAMAGED,
                        reader.stream() + " record "
                                + reader.records() + " of kind " + kind + " has " + reader.length()
                                + " bytes, an event at most "
                                + EventSlot.CAPACITY);
            }
            EventSlot slot = ingress.claim();
            slot.copyFrom(reader.buffer(), reader.offset(), reader.length());
            ingress.publish(slot);
            return true;
        }
        return false;
    }

    /** @return sequence of the last event published */
    public long sequence() {
        return reader.records();
    }

    @Override
    public void close() {
        stopped = true;
        reader.close();
    }
}
