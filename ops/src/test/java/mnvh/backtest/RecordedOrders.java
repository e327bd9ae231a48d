package mnvh.backtest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mnvh.event.FrameReader;
import mnvh.event.NewOrderSection;
import mnvh.event.OrderProofSection;
import mnvh.event.SectionKind;
import mnvh.event.StepSection;
import mnvh.journal.JournalReader;
import mnvh.journal.SessionFolder;
import mnvh.units.Side;
import mnvh.universe.Universe;
import mnvh.universe.UniverseText;

/** What a session's journal says it sent, and its equity step by step. */
final class RecordedOrders {
    /**
     * An order that left.
     *
     * @param quantity signed
     * @param notional at the mark, signed
     * @param held notional of the position on its side before it, signed
     */
    record Sent(long step, String symbol, long quantity, long notional, long held) {
        /** @return the part of the notional that does not reduce, not negative */
        long opens() {
            long reducible = notional > 0 ? Math.max(0, -held) : Math.max(0, held);
            return Math.max(0, Math.abs(notional) - reducible);
        }
    }

    /** The books of a step. */
    record Books(long step, long equity, long peakEquity) {}

    private final List<Sent> sent = new ArrayList<>();
    private final List<Books> books = new ArrayList<>();

    private RecordedOrders() {}

    static RecordedOrders of(Path session) {
        RecordedOrders all = new RecordedOrders();
        try (SessionFolder folder = SessionFolder.open(session);
                JournalReader inbound = new JournalReader(folder.inbound());
                JournalReader outbound = new JournalReader(folder.outbound())) {
            inbound.next();
            inbound.next();
            Universe universe = UniverseText.parse(inbound.text());
            while (outbound.next()) {
                all.frame(outbound, universe);
            }
        }
        return all;
    }

    private void frame(JournalReader outbound, Universe universe) {
        int from = sent.size();
        NewOrderSection order = new NewOrderSection();
        for (FrameReader reader = new FrameReader().wrap(outbound.buffer(), outbound.offset()); reader.next(); ) {
            switch (reader.kind()) {
                case SectionKind.NEW_ORDER -> order.wrap(outbound.buffer(), reader.start());
                case SectionKind.ORDER_PROOF -> {
                    OrderProofSection proof = new OrderProofSection().wrap(outbound.buffer(), reader.start());
                    long quantity = order.side() == Side.BUY ? order.quantity() : -order.quantity();
                    String symbol = universe.get(order.instrument()).symbol();
                    sent.add(new Sent(-1, symbol, quantity, proof.notional(), proof.positionBefore()));
                }
                case SectionKind.STEP -> {
                    StepSection step = new StepSection().wrap(outbound.buffer(), reader.start());
                    books.add(new Books(step.step(), step.equity(), step.peakEquity()));
                    for (int n = from; n < sent.size(); n++) {
                        Sent each = sent.get(n);
                        sent.set(n, new Sent(step.step(), each.symbol, each.quantity, each.notional, each.held));
                    }
                }
                default -> {}
            }
        }
    }

    List<Sent> sent() {
        return sent;
    }

    List<Sent> ofStep(long step) {
        return sent.stream().filter(each -> each.step == step).toList();
    }

    List<Books> books() {
        return books;
    }
}
