package mnvh.backtest;

import mnvh.config.Config;
import mnvh.config.ConfigText;
import mnvh.engine.DirectEgress;
import mnvh.engine.DirectIngress;
import mnvh.engine.MnvhStepHandler;
import mnvh.engine.StepObserver;
import mnvh.event.EventHeader;
import mnvh.event.EventKind;
import mnvh.event.FrameConsumer;
import mnvh.event.OutboundFrame;
import mnvh.journal.JournalException;
import mnvh.journal.JournalException.Kind;
import mnvh.journal.JournalFeed;
import mnvh.journal.JournalReader;
import mnvh.journal.OutboundVerifier;
import mnvh.journal.SessionFolder;
import mnvh.universe.Universe;
import mnvh.universe.UniverseText;
import org.jspecify.annotations.Nullable;

/**
 * A recorded session through the production handler: configuration, universe and every event come from its journal.
 *
 * <p>What the handler emits is held against the outbound journal byte for byte.
 */
public final class Replay {
    private Replay() {}

    /**
     * What a replay found.
     *
     * @param events inbound events replayed
     * @param frames frames emitted
     * @param missing journaled frames that the replay did not emit; 0 for a replay that stopped early
     * @param beyond emitted frames past the journal's end
     * @param head chain value over the emitted frames
     * @param difference the first difference, or null
     */
    public record Result(
            long events,
            long frames,
            long missing,
            long beyond,
            long head,
            @Nullable String difference) {
        /** @return true when every frame was byte-identical and none was missing or too many */
        public boolean matches() {
            return difference == null && missing == 0 && beyond == 0;
        }
    }

    /** Makes who looks on while a session is replayed. */
    interface ObserverSource {
        /**
         * @param recorded the session's configuration as its journal holds it
         * @param universe the session's instruments
         */
        StepObserver observe(String recorded, Universe universe);
    }

    /**
     * Replays a session.
     *
     * @param until last inbound sequence to replay; {@link Long#MAX_VALUE} for all
     * @param overrides values put in place of recorded ones
     */
    public static Result run(SessionFolder session, long until, ReplayOverrides overrides) {
        return run(session, until, overrides, (recorded, universe) -> StepObserver.NONE);
    }

    /** Replays all of a session as it was recorded while somebody looks on, which changes nothing. */
    static Result observed(SessionFolder session, ObserverSource observers) {
        return run(session, Long.MAX_VALUE, ReplayOverrides.NONE, observers);
    }

    private static Result run(SessionFolder session, long until, ReplayOverrides overrides, ObserverSource observers) {
        try (JournalReader inbound = new JournalReader(session.inbound());
                OutboundVerifier verifier = new OutboundVerifier(new JournalReader(session.outbound()))) {
            DirectIngress ingress = core(inbound, overrides, observers, verifier);
            JournalFeed feed = new JournalFeed(inbound, ingress);
            boolean more = true;
            while (more && ingress.sequence() < until) {
                more = feed.pump();
            }
            return new Result(
                    ingress.sequence() - EventHeader.FIRST_EVENT + 1,
                    verifier.frames(),
                    more ? 0 : verifier.missing(),
                    verifier.beyond(),
                    verifier.head(),
                    verifier.difference());
        }
    }

    /**
     * Replays all of a session and drops what the handler emits.
     *
     * @return inbound events replayed
     */
    public static long unverified(SessionFolder session) {
        try (JournalReader inbound = new JournalReader(session.inbound())) {
            DirectIngress ingress = core(
                    inbound,
                    ReplayOverrides.NONE,
                    (recorded, universe) -> StepObserver.NONE,
                    (frame, sequence, endOfBatch) -> {});
            new JournalFeed(inbound, ingress).start();
            return ingress.sequence() - EventHeader.FIRST_EVENT + 1;
        }
    }

    /** @return the way into a handler built from the session's own texts, which are read from its inbound stream */
    private static DirectIngress core(
            JournalReader inbound, ReplayOverrides overrides, ObserverSource observers, FrameConsumer frames) {
        String configText = overrides.apply(text(inbound, EventKind.CONFIG));
        Universe universe = UniverseText.parse(text(inbound, EventKind.UNIVERSE));
        Config config = ConfigText.parse(configText, universe);
        DirectEgress egress = new DirectEgress(
                OutboundFrame.capacityFor(universe.size(), config.risk().maxWorkingOrders()), frames);
        StepObserver observer = observers.observe(configText, universe);
        return new DirectIngress(EventHeader.FIRST_EVENT, new MnvhStepHandler(universe, config, egress, observer));
    }

    /** Holds the outbound stream of {@code other} against that of {@code session}, frame by frame. */
    public static Result compare(SessionFolder session, SessionFolder other) {
        try (JournalReader frames = new JournalReader(other.outbound());
                OutboundVerifier verifier = new OutboundVerifier(new JournalReader(session.outbound()))) {
            int capacity = 0;
            OutboundFrame frame = new OutboundFrame(capacity);
            while (frames.next()) {
                if (frames.length() > capacity) {
                    capacity = frames.length();
                    frame = new OutboundFrame(capacity);
                }
                frame.copyFrom(frames.buffer(), frames.offset(), frames.length());
                verifier.onFrame(frame, frame.sequence(), true);
            }
            return new Result(
                    0,
                    verifier.frames(),
                    verifier.missing(),
                    verifier.beyond(),
                    verifier.head(),
                    verifier.difference());
        }
    }

    private static String text(JournalReader inbound, int kind) {
        if (!inbound.next() || inbound.kind() != kind) {
            throw new JournalException(
                    Kind.DAMAGED, "inbound record " + inbound.records() + " is not the session's text of kind " + kind);
        }
        return inbound.text();
    }
}
