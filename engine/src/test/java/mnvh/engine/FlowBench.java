package mnvh.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import mnvh.config.Config;
import mnvh.config.RiskConfig;
import mnvh.engine.FlowFrame.Owned;
import mnvh.engine.FlowFrame.Sent;
import mnvh.event.Command;
import mnvh.event.EventHeader;
import mnvh.event.EventSlot;
import mnvh.event.FrameReader;
import mnvh.event.MarketDataEvent;
import mnvh.event.OrderEventType;
import mnvh.event.OutboundFrame;
import mnvh.event.SessionState;
import mnvh.event.TimerEvent;
import mnvh.risk.WorkingOrders;
import mnvh.universe.Universe;

/**
 * The production handler on direct ports, told what a venue says; every event answers with what it caused.
 *
 * <p>Instruments 0 and 1 of {@link FlowUniverse} are quoted at every step, 2 never. The leash releases nothing, so that
 * at prices that stand still nothing is traded and a step only shows the books.
 */
final class FlowBench extends FlowVenue {
    static final long CASH = 1_000_000 * ONE;
    static final int USD = 0;
    static final int EUR = 1;
    static final long START_NS = 1_800_000_000L * TestRun.SECOND_NS;
    /** What a taker pays on 1 of money: 4.5 bp, as {@link TestRun} says. */
    static final long TAKER_PER_MONEY = 45_000;

    final List<byte[]> inbound = new ArrayList<>();
    final List<byte[]> outbound = new ArrayList<>();
    private final DirectIngress ingress;
    private final Portfolio portfolio;
    private final int frameCapacity;
    private final FrameReader reader = new FrameReader();
    private final double[] prices = {100, 100};
    private FlowFrame caused = new FlowFrame();
    private long step;

    FlowBench(RiskConfig risk) {
        this(TestRun.literal(FlowUniverse.create(), risk, 1, 2));
    }

    FlowBench(Config config) {
        Universe universe = FlowUniverse.create();
        frameCapacity = OutboundFrame.capacityFor(universe.size(), config.risk().maxWorkingOrders(), 2);
        DirectEgress egress = new DirectEgress(frameCapacity, (frame, sequence, endOfBatch) -> read(frame));
        MnvhStepHandler handler = new MnvhStepHandler(universe, config, egress);
        portfolio = handler.portfolio();
        ingress = new DirectIngress(EventHeader.FIRST_EVENT, handler);
    }

    /** A bench whose session is up and whose first step is taken at 100. */
    static FlowBench ready() {
        return new FlowBench(TestRun.unlimited()).started();
    }

    /** Brings the session up and takes the first step at 100. */
    FlowBench started() {
        session(SessionState.UP);
        step(100, 100);
        return this;
    }

    private void read(OutboundFrame frame) {
        byte[] bytes = new byte[frame.length()];
        frame.buffer().get(0, bytes);
        outbound.add(bytes);
        caused.read(frame, reader);
    }

    @Override
    FlowFrame say(Consumer<EventSlot> event) {
        EventSlot slot = ingress.claim();
        event.accept(slot);
        byte[] bytes = new byte[slot.length()];
        slot.buffer().get(0, bytes);
        inbound.add(bytes);
        caused = new FlowFrame();
        ingress.publish(slot);
        return caused;
    }

    /** Says everything again that was said to another bench. */
    void repeat(FlowBench other) {
        for (byte[] bytes : other.inbound) {
            say(slot -> slot.buffer().put(0, bytes));
        }
    }

    /** @return what the last event caused */
    FlowFrame last() {
        return caused;
    }

    /** @return sequence of the last event */
    @Override
    long sequence() {
        return ingress.sequence();
    }

    /** Lets time pass until the next day. */
    void nextDay() {
        step += 86_400;
    }

    @Override
    long nowNs() {
        return START_NS + step * TestRun.SECOND_NS;
    }

    /** Quotes instruments 0 and 1, without a spread, and closes the step. */
    FlowFrame step(double first, double second) {
        prices[0] = first;
        prices[1] = second;
        for (int i = 0; i < prices.length; i++) {
            long price = at(prices[i]);
            int instrument = i;
            say(slot -> new MarketDataEvent()
                    .begin(slot, nowNs() - 1)
                    .instrument(instrument)
                    .bidPrice(price)
                    .askPrice(price)
                    .lastPrice(price)
                    .volume(CASH));
        }
        FlowFrame frame = say(slot -> new TimerEvent().begin(slot, nowNs()).closeNs(nowNs()));
        step++;
        return frame;
    }

    /** Closes a step at the prices of the last one. */
    FlowFrame still() {
        return step(prices[0], prices[1]);
    }

    /** @return what a step at the prices of the last one certifies */
    Owned owned() {
        return still().owned();
    }

    /** Raises the price of instrument 0 by one percent. @return the sell of 0 and the buy of 1 that follow */
    List<Sent> trades() {
        return step(prices[0] * 1.01, prices[1]).orders;
    }

    /** @return the buy of instrument 1 that follows from a step; the sell of 0 is refused by the venue */
    Sent buy() {
        List<Sent> sent = trades();
        report(sent.get(0), OrderEventType.REJECTED, 0);
        return sent.get(1);
    }

    /**
     * Replaces an order as an order style would within a step. No event asks for it, so that it cannot be repeated.
     *
     * @return what it wrote; nothing when it was refused
     */
    FlowFrame replace(long clOrdId, long quantity, double price) {
        OutboundFrame frame = new OutboundFrame(frameCapacity);
        frame.begin(sequence(), nowNs());
        portfolio.orders().replace(clOrdId, quantity, at(price), nowNs(), frame);
        frame.conclude();
        FlowFrame wrote = new FlowFrame();
        wrote.read(frame, reader);
        return wrote;
    }

    /** @return what may still fill, as the gate counts it */
    WorkingOrders working() {
        return portfolio.working();
    }

    /** @return position and working orders of an instrument, by asking for the books to be closed */
    long inventory(int instrument) {
        command(Command.FLATTEN);
        long proposed = still().proposed.getOrDefault(instrument, 0L);
        return -Math.round((double) proposed / prices[instrument]);
    }
}
