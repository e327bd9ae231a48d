package mnvh.bench;

import mnvh.config.Config;
import mnvh.engine.DirectEgress;
import mnvh.engine.DirectIngress;
import mnvh.engine.MnvhStepHandler;
import mnvh.event.EventHeader;
import mnvh.event.EventSlot;
import mnvh.event.FillEvent;
import mnvh.event.FrameConsumer;
import mnvh.event.FrameReader;
import mnvh.event.Ingress;
import mnvh.event.MarketDataEvent;
import mnvh.event.NewOrderSection;
import mnvh.event.OrderEvent;
import mnvh.event.OrderEventType;
import mnvh.event.OutboundFrame;
import mnvh.event.SectionKind;
import mnvh.event.SessionEvent;
import mnvh.event.SessionState;
import mnvh.event.TimerEvent;
import mnvh.units.Liquidity;
import mnvh.units.Side;
import mnvh.universe.Universe;

/**
 * A market and a venue for a handler: quotes of every instrument, the step's timer, then an acknowledgement and a whole
 * fill of every order it sent.
 *
 * <p>Prices revert to their anchors and come from a linear congruential sequence, so that a run is the same on every
 * machine. One thread; allocates nothing once built, so that what a meter reads is the handler's.
 */
public final class HandlerLoad implements FrameConsumer {
    private static final long START_NS = 1_800_000_000L * BenchRun.STEP_NS;
    private static final long TICK = 1_000_000;
    private static final long ANCHOR = 10_000_000_000L;

    private final int size;
    private final FrameReader reader = new FrameReader();
    private final NewOrderSection newOrder = new NewOrderSection();
    private final MarketDataEvent marketData = new MarketDataEvent();
    private final TimerEvent timer = new TimerEvent();
    private final OrderEvent orderEvent = new OrderEvent();
    private final FillEvent fill = new FillEvent();
    private final SessionEvent session = new SessionEvent();
    private final StringBuilder text = new StringBuilder(32);
    private final long[] price;
    private final long[] orderId;
    private final int[] orderInstrument;
    private final Side[] orderSide;
    private final long[] orderQuantity;
    private Ingress ingress = new DirectIngress(EventHeader.FIRST_EVENT);
    private int orders;
    private long random = 42;
    private long step;
    private long fills;
    private long events;

    /**
     * @param universe the instruments
     * @param config the run, for its most working orders
     */
    public HandlerLoad(Universe universe, Config config) {
        size = universe.size();
        price = new long[size];
        for (int i = 0; i < size; i++) {
            price[i] = anchor(i);
        }
        int most = config.risk().maxWorkingOrders();
        orderId = new long[most];
        orderInstrument = new int[most];
        orderSide = new Side[most];
        orderQuantity = new long[most];
    }

    /** @return a load that runs a handler of its own on the caller's thread, session up */
    public static HandlerLoad direct(Universe universe, Config config) {
        HandlerLoad load = new HandlerLoad(universe, config);
        DirectEgress egress = new DirectEgress(
                OutboundFrame.capacityFor(universe.size(), config.risk().maxWorkingOrders()), load);
        load.into(new DirectIngress(EventHeader.FIRST_EVENT, new MnvhStepHandler(universe, config, egress)));
        load.sessionUp();
        return load;
    }

    /** Sends events there from now on. */
    public void into(Ingress target) {
        ingress = target;
    }

    @Override
    public void onFrame(OutboundFrame frame, long sequence, boolean endOfBatch) {
        for (reader.wrap(frame.buffer(), 0); reader.next(); ) {
            if (reader.kind() == SectionKind.NEW_ORDER && orders < orderId.length) {
                newOrder.wrap(frame.buffer(), reader.start());
                orderId[orders] = newOrder.clOrdId();
                orderInstrument[orders] = newOrder.instrument();
                orderSide[orders] = newOrder.side();
                orderQuantity[orders] = newOrder.quantity();
                orders++;
            }
        }
    }

    /** One whole step: {@link #quotes}, {@link #timer}, {@link #answers}. */
    public void step() {
        quotes();
        timer();
        answers();
    }

    /** Publishes a quote of every instrument, for the step to be closed next. */
    public void quotes() {
        long timestampNs = nowNs() - 1000;
        for (int i = 0; i < size; i++) {
            quote(i, timestampNs);
        }
    }

    /** Closes the step. */
    public void timer() {
        EventSlot slot = ingress.claim();
        timer.begin(slot, nowNs()).closeNs(nowNs());
        publish(slot);
    }

    /** Acknowledges and fills what the step ordered, and moves on to the next step. @return orders answered */
    public int answers() {
        int due = orders;
        orders = 0;
        long timestampNs = nowNs() + 500;
        for (int i = 0; i < due; i++) {
            acknowledge(i, timestampNs);
        }
        for (int i = 0; i < due; i++) {
            fill(i, timestampNs);
        }
        step++;
        return due;
    }

    /** Says that the venue can be traded with. */
    public void sessionUp() {
        EventSlot slot = ingress.claim();
        session.begin(slot, nowNs()).state(SessionState.UP).text("bench");
        publish(slot);
    }

    /** @return events published so far */
    public long events() {
        return events;
    }

    /** @return executions so far */
    public long fills() {
        return fills;
    }

    /** Publishes a quote of one instrument. */
    public void quote(int i, long timestampNs) {
        random = random * 6364136223846793005L + 1442695040888963407L;
        long move = ((random >>> 33) % 81 - 40) * TICK;
        price[i] += move + (anchor(i) - price[i]) / 4 / TICK * TICK;
        EventSlot slot = ingress.claim();
        marketData
                .begin(slot, timestampNs)
                .instrument(i)
                .bidPrice(price[i] - TICK)
                .bidSize(1_000_000_000_000L)
                .askPrice(price[i] + TICK)
                .askSize(1_000_000_000_000L)
                .lastPrice(price[i])
                .volume(5_000_000_000_000L)
                .receivedNs(timestampNs);
        publish(slot);
    }

    /** @return close of the step in hand, event time */
    public long nowNs() {
        return START_NS + step * BenchRun.STEP_NS;
    }

    private void acknowledge(int i, long timestampNs) {
        EventSlot slot = ingress.claim();
        orderEvent
                .begin(slot, timestampNs)
                .clOrdId(orderId[i])
                .instrument(orderInstrument[i])
                .type(OrderEventType.NEW)
                .leavesQuantity(orderQuantity[i]);
        publish(slot);
    }

    private void fill(int i, long timestampNs) {
        text.setLength(0);
        text.append('F').append(fills);
        fills++;
        EventSlot slot = ingress.claim();
        fill.begin(slot, timestampNs)
                .clOrdId(orderId[i])
                .instrument(orderInstrument[i])
                .side(orderSide[i])
                .liquidity(Liquidity.TAKER)
                .quantity(orderQuantity[i])
                .price(price[orderInstrument[i]] + orderSide[i].sign() * TICK)
                .cumQuantity(orderQuantity[i])
                .leavesQuantity(0)
                .execId(text);
        publish(slot);
    }

    private static long anchor(int i) {
        return ANCHOR + i % 100 * 50 * TICK;
    }

    private void publish(EventSlot slot) {
        ingress.publish(slot);
        events++;
    }
}
