package mnvh.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import mnvh.config.Config;
import mnvh.engine.DirectEgress;
import mnvh.engine.DirectIngress;
import mnvh.engine.MnvhStepHandler;
import mnvh.event.EventHeader;
import mnvh.event.FrameReader;
import mnvh.event.NewOrderSection;
import mnvh.event.OutboundFrame;
import mnvh.event.SectionKind;
import mnvh.event.StepSection;
import mnvh.universe.Universe;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The parts that are measured beside the handler do the handler's work: same columns, same orders, same books. */
class StepRigTest {
    private static final int STEPS = 60;
    private static final int SIZE = 30;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void partsDecideWhatTheHandlerDecides(boolean limits) {
        Universe universe = BenchRun.universe(SIZE);
        Config config = BenchRun.config(universe, limits);
        List<List<String>> handler = handlerSteps(universe, config);
        List<List<String>> rig = rigSteps(universe, config);

        assertEquals(STEPS, handler.size());
        for (int k = 0; k < STEPS; k++) {
            assertEquals(handler.get(k), rig.get(k), "step " + k);
        }
        long ordered = rig.get(STEPS - 1).stream()
                .filter(line -> line.startsWith("order"))
                .count();
        assertTrue(ordered > SIZE / 2, () -> "orders in the last step: " + ordered);
    }

    private static List<List<String>> handlerSteps(Universe universe, Config config) {
        List<List<String>> steps = new ArrayList<>();
        HandlerLoad load = new HandlerLoad(universe, config);
        DirectEgress egress = new DirectEgress(
                OutboundFrame.capacityFor(SIZE, config.risk().maxWorkingOrders()), load, (frame, sequence, end) -> {
                    List<String> said = said(frame);
                    if (said.stream().anyMatch(line -> line.startsWith("step"))) {
                        steps.add(said);
                    }
                });
        load.into(new DirectIngress(EventHeader.FIRST_EVENT, new MnvhStepHandler(universe, config, egress)));
        load.sessionUp();
        for (int k = 0; k < STEPS; k++) {
            load.step();
        }
        return steps;
    }

    private static List<List<String>> rigSteps(Universe universe, Config config) {
        List<List<String>> steps = new ArrayList<>();
        HandlerLoad load = new HandlerLoad(universe, config);
        StepRig rig = new StepRig(universe, config);
        load.into(new DirectIngress(EventHeader.FIRST_EVENT, rig));
        for (int k = 0; k < STEPS; k++) {
            load.quotes();
            load.timer();
            load.onFrame(rig.frame(), k, true);
            steps.add(said(rig.frame()));
            load.answers();
        }
        return steps;
    }

    /** What a frame says of columns, orders and books, in its order; columns that only the handler has are none. */
    private static List<String> said(OutboundFrame frame) {
        List<String> lines = new ArrayList<>();
        FrameReader reader = new FrameReader();
        NewOrderSection order = new NewOrderSection();
        StepSection step = new StepSection();
        for (reader.wrap(frame.buffer(), 0); reader.next(); ) {
            switch (reader.kind()) {
                case SectionKind.COLUMN ->
                    lines.add("column " + frame.buffer().getInt(reader.start() + 8) + " "
                            + frame.buffer()
                                    .slice(reader.start() + 16, frame.buffer().getInt(reader.start() + 4) - 16)
                                    .hashCode());
                case SectionKind.NEW_ORDER -> {
                    order.wrap(frame.buffer(), reader.start());
                    lines.add("order " + order.instrument() + " " + order.side() + " " + order.quantity() + " at "
                            + order.price());
                }
                case SectionKind.STEP -> {
                    step.wrap(frame.buffer(), reader.start());
                    lines.add("step " + step.step() + " " + step.equity() + " " + step.cash() + " " + step.marginUsed()
                            + " " + step.cashDemand());
                }
                default -> lines.add("section " + reader.kind());
            }
        }
        return lines;
    }
}
