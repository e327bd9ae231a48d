package mnvh.report;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mnvh.event.Column;
import mnvh.event.DecisionSection;
import mnvh.event.DenialSection;
import mnvh.event.EventHeader;
import mnvh.event.FrameReader;
import mnvh.event.NewOrderSection;
import mnvh.event.OrderProofSection;
import mnvh.event.SectionKind;
import mnvh.event.StepSection;
import org.jspecify.annotations.Nullable;

/** All that a step wrote into its frame, kept apart from the journal. One thread. */
final class StepFrame {
    private final long timestampNs;
    private final StepSection step;
    private final @Nullable DecisionSection decision;
    private final List<NewOrderSection> orders = new ArrayList<>();
    private final Map<Long, OrderProofSection> proofs = new HashMap<>();
    private final List<DenialSection> denials = new ArrayList<>();
    private final Map<Integer, Map<Integer, Long>> columns = new HashMap<>();

    /**
     * Copies the frame at {@code start}, which has a step's section.
     *
     * @param weights in force before it, by instrument; the step writes those that it changes
     */
    StepFrame(ByteBuffer source, int start, Map<Integer, Long> weights) {
        int length = EventHeader.length(source, start);
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.put(0, source, start, length);
        timestampNs = EventHeader.timestampNs(buffer, 0);
        columns.put(Column.WEIGHT, new HashMap<>(weights));
        StepSection foundStep = null;
        DecisionSection foundDecision = null;
        for (FrameReader reader = new FrameReader().wrap(buffer, 0); reader.next(); ) {
            switch (reader.kind()) {
                case SectionKind.STEP -> foundStep = new StepSection().wrap(buffer, reader.start());
                case SectionKind.DECISION -> foundDecision = new DecisionSection().wrap(buffer, reader.start());
                case SectionKind.NEW_ORDER -> orders.add(new NewOrderSection().wrap(buffer, reader.start()));
                case SectionKind.DENIAL -> denials.add(new DenialSection().wrap(buffer, reader.start()));
                case SectionKind.ORDER_PROOF -> {
                    OrderProofSection proof = new OrderProofSection().wrap(buffer, reader.start());
                    proofs.put(proof.clOrdId(), proof);
                }
                case SectionKind.COLUMN -> {
                    Map<Integer, Long> column = columns.computeIfAbsent(reader.column(), none -> new HashMap<>());
                    for (int n = 0; n < reader.count(); n++) {
                        column.put(reader.instrument(n), reader.value(n));
                    }
                }
                default -> {}
            }
        }
        if (foundStep == null) {
            throw new IllegalArgumentException("the frame has no step");
        }
        step = foundStep;
        decision = foundDecision;
    }

    long timestampNs() {
        return timestampNs;
    }

    StepSection step() {
        return step;
    }

    /** @return what the gate saw; null where no order left */
    @Nullable
    DecisionSection decision() {
        return decision;
    }

    List<NewOrderSection> orders() {
        return orders;
    }

    /** @return the order with that ClOrdID(11), null for none */
    @Nullable
    NewOrderSection order(long clOrdId) {
        return orders.stream()
                .filter(order -> order.clOrdId() == clOrdId)
                .findFirst()
                .orElse(null);
    }

    /** @return why that order was allowed, null for none */
    @Nullable
    OrderProofSection proof(long clOrdId) {
        return proofs.get(clOrdId);
    }

    List<DenialSection> denials() {
        return denials;
    }

    /** @return what a column holds of an instrument, null for nothing */
    @Nullable
    Long value(int column, int instrument) {
        return columns.getOrDefault(column, Map.of()).get(instrument);
    }

    /** @return what a column of changes holds, or what was before it */
    long valueOr(int column, int instrument, long before) {
        Long value = value(column, instrument);
        return value == null ? before : value;
    }
}
