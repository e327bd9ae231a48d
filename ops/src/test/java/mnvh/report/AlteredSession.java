package mnvh.report;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import mnvh.event.EventKind;
import mnvh.event.EventSlot;
import mnvh.event.OutboundFrame;
import mnvh.journal.JournalReader;
import mnvh.journal.JournalWriter;
import mnvh.journal.SessionFolder;

/** Copies a session with changed frames and right seals: a journal that only its arithmetic betrays. */
public final class AlteredSession {
    private AlteredSession() {}

    /** Changes a frame. */
    @FunctionalInterface
    public interface Change {
        /** @return false to leave the frame out; the record starts at 0 */
        boolean apply(ByteBuffer frame, long sequence);
    }

    /** @return the copy's folder */
    public static Path of(Path source, Path journalDir, Change change) {
        try (SessionFolder from = SessionFolder.open(source);
                SessionFolder to = SessionFolder.create(journalDir, "altered");
                JournalReader events = new JournalReader(from.inbound());
                JournalReader frames = new JournalReader(from.outbound());
                JournalWriter inbound = new JournalWriter(to.inbound());
                JournalWriter outbound = new JournalWriter(to.outbound())) {
            EventSlot slot = new EventSlot();
            while (events.next()) {
                if (events.kind() == EventKind.CONFIG || events.kind() == EventKind.UNIVERSE) {
                    inbound.appendText(events.kind(), events.records(), 0, events.text());
                } else {
                    slot.copyFrom(events.buffer(), events.offset(), events.length());
                    inbound.onEvent(slot, events.records(), true);
                }
            }
            OutboundFrame frame = new OutboundFrame(1 << 16);
            while (frames.next()) {
                frame.copyFrom(frames.buffer(), frames.offset(), frames.length());
                if (change.apply(frame.buffer(), frames.records())) {
                    outbound.onFrame(frame, outbound.records() + 1, true);
                }
            }
            return to.path();
        }
    }
}
