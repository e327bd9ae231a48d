package mnvh.backtest;

import java.util.function.UnaryOperator;
import mnvh.config.Config;
import mnvh.config.ConfigText;
import mnvh.engine.DirectEgress;
import mnvh.engine.DirectIngress;
import mnvh.engine.MnvhStepHandler;
import mnvh.event.EventConsumer;
import mnvh.event.EventHeader;
import mnvh.event.EventKind;
import mnvh.event.EventSlot;
import mnvh.event.FrameConsumer;
import mnvh.event.Ingress;
import mnvh.event.OutboundFrame;
import mnvh.journal.JournalWriter;
import mnvh.journal.SessionFolder;
import mnvh.journal.WriteAhead;
import mnvh.universe.Universe;
import mnvh.universe.UniverseText;
import mnvh.venue.BarVenue;
import mnvh.venue.Panel;

/**
 * A panel of bars through the production handler on one thread, journaled like any session.
 *
 * <p>Handler, journals and bar venue are wired as in trading, with direct ports in place of rings.
 */
public final class Backtest {
    private static final FrameConsumer NOWHERE = (frame, sequence, endOfBatch) -> {};

    private final Config config;
    private final Universe universe;
    private final Panel panel;
    private final FrameConsumer observer;

    /** @param observer sees every frame after the journal and the venue, for progress */
    public Backtest(Config config, Universe universe, Panel panel, FrameConsumer observer) {
        // Its fills have one source, its own venue, whatever mode the file is for.
        this.config = config.withDropCopy(null);
        this.universe = universe;
        this.panel = panel;
        this.observer = observer;
    }

    /** Runs to the end of the data into {@code session}. @return head hash of the outbound journal */
    public long run(SessionFolder session) {
        try (JournalWriter inbound = new JournalWriter(session.inbound());
                JournalWriter outbound = new JournalWriter(session.outbound())) {
            long startNs = panel.closeNs(0) - panel.intervalNs();
            inbound.appendText(EventKind.CONFIG, 1, startNs, ConfigText.write(config));
            inbound.appendText(EventKind.UNIVERSE, 2, startNs, UniverseText.write(universe));
            drive(handler -> new WriteAhead(inbound, handler), outbound);
            return outbound.head();
        }
    }

    /** Runs to the end of the data and keeps nothing; the observer sees every frame. */
    public void runUnrecorded() {
        drive(handler -> handler, NOWHERE);
    }

    private void drive(UnaryOperator<EventConsumer> ahead, FrameConsumer journal) {
        LateIngress answers = new LateIngress();
        try (BarVenue venue = new BarVenue(universe, config.execution().barFill(), answers)) {
            DirectEgress egress = new DirectEgress(
                    OutboundFrame.capacityFor(universe.size(), config.risk().maxWorkingOrders()),
                    journal,
                    venue,
                    observer);
            MnvhStepHandler handler = new MnvhStepHandler(universe, config, egress);
            answers.ingress = new DirectIngress(EventHeader.FIRST_EVENT, ahead.apply(handler));
            new HistoryFeed(panel, universe, answers, venue).run();
        }
    }

    /** Ties the knot between the venue, which needs the ingress, and the handler behind it, which needs the venue. */
    private static final class LateIngress implements Ingress {
        private Ingress ingress = new DirectIngress(EventHeader.FIRST_EVENT);

        @Override
        public EventSlot claim() {
            return ingress.claim();
        }

        @Override
        public long sequenceOf(EventSlot claimed) {
            return ingress.sequenceOf(claimed);
        }

        @Override
        public void publish(EventSlot slot) {
            ingress.publish(slot);
        }
    }
}
