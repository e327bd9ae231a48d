package mnvh.report;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import mnvh.event.Column;
import mnvh.event.EventKind;
import mnvh.event.FrameReader;
import mnvh.event.NewOrderSection;
import mnvh.event.SectionKind;
import mnvh.event.StepSection;
import mnvh.journal.JournalException;
import mnvh.journal.JournalReader;
import mnvh.journal.SessionFolder;
import mnvh.universe.Universe;
import mnvh.universe.UniverseText;
import org.jspecify.annotations.Nullable;

/** Why a step or an order of a session was what it was, from what the session journaled of it. One thread. */
public final class SessionProof {
    private final SessionFolder session;
    private final RecordNames names;
    private final VerdictNames verdicts;
    private final Universe universe;
    private final FrameReader reader = new FrameReader();
    private final Map<Integer, Long> weights = new HashMap<>();
    private long lastStep = -1;

    /**
     * @param session an opened session; throws {@link JournalException} where it does not begin as one
     * @param names words for the ordinals in the records
     * @param verdicts the same for those of the gate
     */
    public SessionProof(SessionFolder session, RecordNames names, VerdictNames verdicts) {
        this.session = session;
        this.names = names;
        this.verdicts = verdicts;
        try (JournalReader inbound = new JournalReader(session.inbound())) {
            while (inbound.next() && inbound.kind() != EventKind.UNIVERSE) {
                // The configuration comes before the universe, and nothing else.
                requireStart(inbound.kind() == EventKind.CONFIG);
            }
            requireStart(inbound.kind() == EventKind.UNIVERSE);
            universe = UniverseText.parse(inbound.text());
        }
    }

    private static void requireStart(boolean asExpected) {
        if (!asExpected) {
            throw new JournalException(
                    JournalException.Kind.DAMAGED,
                    "the inbound stream does not start with the configuration and the universe");
        }
    }

    /** @return the step for people, null where the session has no such step; throws {@link JournalException} */
    public @Nullable ExactReport step(long number) {
        try (JournalReader outbound = new JournalReader(session.outbound())) {
            while (outbound.next()) {
                if (stepOf(outbound.buffer(), outbound.offset()) == number) {
                    StepFrame frame = new StepFrame(outbound.buffer(), outbound.offset(), weights);
                    return new ExplainStep(frame, universe, names, verdicts).report();
                }
            }
        }
        return null;
    }

    /**
     * @param clOrdId ClOrdID(11) without the session's prefix
     * @return the order for people, null where the session sent no such order; throws {@link JournalException}
     */
    public @Nullable ExactReport order(long clOrdId) {
        OrderDiary diary = new OrderDiary(clOrdId, names);
        StepFrame decided = null;
        try (JournalReader outbound = new JournalReader(session.outbound())) {
            while (outbound.next()) {
                ByteBuffer buffer = outbound.buffer();
                long step = stepOf(buffer, outbound.offset());
                if (decided == null && step >= 0 && sends(buffer, outbound.offset(), clOrdId)) {
                    decided = new StepFrame(buffer, outbound.offset(), weights);
                }
                diary.take(buffer, outbound.offset());
            }
        }
        NewOrderSection order = decided == null ? null : decided.order(clOrdId);
        return decided == null || order == null
                ? null
                : new ExplainOrder(decided, order, universe, verdicts).report(diary);
    }

    /** @return number of the last step that was read, -1 before the first */
    public long lastStep() {
        return lastStep;
    }

    /** @return number of the step of a frame, -1 for none; takes its weights */
    private long stepOf(ByteBuffer buffer, int start) {
        long step = -1;
        for (reader.wrap(buffer, start); reader.next(); ) {
            if (reader.kind() == SectionKind.STEP) {
                step = new StepSection().wrap(buffer, reader.start()).step();
                lastStep = step;
            } else if (reader.kind() == SectionKind.COLUMN && reader.column() == Column.WEIGHT) {
                for (int n = 0; n < reader.count(); n++) {
                    weights.put(reader.instrument(n), reader.value(n));
                }
            }
        }
        return step;
    }

    private boolean sends(ByteBuffer buffer, int start, long clOrdId) {
        NewOrderSection order = new NewOrderSection();
        for (reader.wrap(buffer, start); reader.next(); ) {
            if (reader.kind() == SectionKind.NEW_ORDER
                    && order.wrap(buffer, reader.start()).clOrdId() == clOrdId) {
                return true;
            }
        }
        return false;
    }
}
