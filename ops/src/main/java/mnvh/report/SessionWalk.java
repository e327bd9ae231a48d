package mnvh.report;

import java.util.Queue;
import mnvh.event.EventHeader;
import mnvh.event.EventKind;
import mnvh.journal.JournalReader;
import mnvh.journal.SessionFolder;
import mnvh.universe.UniverseText;
import org.jspecify.annotations.Nullable;

/**
 * Both streams of a session as one story: each inbound record, then what it caused. One thread.
 *
 * <p>A session that is being written can be followed: {@link #next} says null at its end and goes on when asked later.
 */
public final class SessionWalk implements AutoCloseable {
    private final JournalReader inbound;
    private final JournalReader outbound;
    private final Symbols symbols = new Symbols();
    private final InboundWords inboundWords = new InboundWords(symbols);
    private final OutboundWords outboundWords;
    private final Queue<RecordLine> caused = OutboundWords.queue();
    private boolean framePending;
    private long told;

    /**
     * @param session an opened session
     * @param names words for the ordinals in the records
     */
    public SessionWalk(SessionFolder session, RecordNames names) {
        outboundWords = new OutboundWords(symbols, names);
        inbound = new JournalReader(session.inbound());
        outbound = new JournalReader(session.outbound());
    }

    /** @return the next line, null at the end; throws {@link mnvh.journal.JournalException} at a damaged record */
    public @Nullable RecordLine next() {
        RecordLine ready = caused.poll();
        if (ready != null) {
            return ready;
        }
        framePending = framePending || outbound.next();
        if (framePending && EventHeader.cause(outbound.buffer(), outbound.offset()) <= told) {
            framePending = false;
            outboundWords.append(outbound, caused);
            return caused.isEmpty() ? next() : caused.poll();
        }
        if (!inbound.next()) {
            return null;
        }
        if (inbound.kind() == EventKind.UNIVERSE) {
            symbols.use(UniverseText.parse(inbound.text()));
        }
        RecordLine line = inboundWords.of(inbound);
        told = line.sequence();
        return line;
    }

    @Override
    public void close() {
        inbound.close();
        outbound.close();
    }
}
