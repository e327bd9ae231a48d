package mnvh.daemon;

import mnvh.config.Config;
import mnvh.config.ConfigText;
import mnvh.event.EventHeader;
import mnvh.event.EventKind;
import mnvh.journal.JournalException;
import mnvh.journal.JournalReader;
import mnvh.journal.SessionFolder;
import mnvh.monitor.BreakBook;
import mnvh.monitor.BreakNames;
import mnvh.monitor.ReadingTable;
import mnvh.universe.Universe;
import mnvh.universe.UniverseText;

/** The differences to the venue that a recorded session left open, from its journal alone. */
final class RecordedBreaks {
    private RecordedBreaks() {}

    /** @return what is open after the session's last frame, aged by that frame */
    static ReadingTable of(SessionFolder session) {
        BreakBook book = new BreakBook();
        try (JournalReader inbound = new JournalReader(session.inbound());
                JournalReader outbound = new JournalReader(session.outbound())) {
            BreakNames names = names(inbound);
            while (outbound.next()) {
                book.at(
                        EventHeader.cause(outbound.buffer(), outbound.offset()),
                        EventHeader.timestampNs(outbound.buffer(), outbound.offset()));
                book.read(outbound.buffer(), outbound.offset());
            }
            return book.table(names);
        }
    }

    private static BreakNames names(JournalReader inbound) {
        String config = text(inbound, EventKind.CONFIG);
        Universe universe = UniverseText.parse(text(inbound, EventKind.UNIVERSE));
        Config parsed;
        try {
            parsed = ConfigText.parse(config, universe);
        } catch (IllegalArgumentException e) {
            throw new JournalException(
                    JournalException.Kind.ENVIRONMENT, "the session's configuration is of another version: " + e, e);
        }
        return OperatorDoor.names(parsed, universe);
    }

    private static String text(JournalReader inbound, int kind) {
        if (!inbound.next() || inbound.kind() != kind) {
            throw new JournalException(
                    JournalException.Kind.DAMAGED,
                    "the inbound stream does not start with the configuration and the universe");
        }
        return inbound.text();
    }
}
