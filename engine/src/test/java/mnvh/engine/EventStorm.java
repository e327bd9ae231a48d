package mnvh.engine;

import mnvh.config.Config;
import mnvh.event.Command;
import mnvh.event.CommandEvent;
import mnvh.event.EventHeader;
import mnvh.event.EventSlot;
import mnvh.event.FillEvent;
import mnvh.event.FrameConsumer;
import mnvh.event.FrameReader;
import mnvh.event.FundingEvent;
import mnvh.event.InstrumentStatusEvent;
import mnvh.event.MarketDataEvent;
import mnvh.event.NewOrderSection;
import mnvh.event.OrderEvent;
import mnvh.event.OrderEventType;
import mnvh.event.OrderStatus;
import mnvh.event.OutboundFrame;
import mnvh.event.Refusal;
import mnvh.event.RefusedEvent;
import mnvh.event.SectionKind;
import mnvh.event.SessionEvent;
import mnvh.event.SessionState;
import mnvh.event.TermEvent;
import mnvh.event.TimerEvent;
import mnvh.event.TradingStatus;
import mnvh.units.Liquidity;
import mnvh.units.Side;
import mnvh.units.Term;
import mnvh.universe.Universe;

/**
 * Events of every kind into a handler, with a venue that fills what it is sent: part of each order, then the rest.
 *
 * <p>Prices come from a linear congruential sequence; nothing is allocated while it runs, so that what a meter reads is
 * the handler's.
 */
final class EventStorm implements FrameConsumer {
    private static final long START_NS = 1_800_000_000L * TestRun.SECOND_NS;
    private static final int MOST_ORDERS = 1024;

    private final int size;
    private final DirectIngress ingress;
    private final FrameReader reader = new FrameReader();
    private final NewOrderSection newOrder = new NewOrderSection();
    private final MarketDataEvent marketData = new MarketDataEvent();
    private final TimerEvent timer = new TimerEvent();
    private final OrderEvent orderEvent = new OrderEvent();
    private final FillEvent fill = new FillEvent();
    private final FundingEvent funding = new FundingEvent();
    private final SessionEvent session = new SessionEvent();
    private final CommandEvent command = new CommandEvent();
    private final InstrumentStatusEvent status = new InstrumentStatusEvent();
    private final RefusedEvent refused = new RefusedEvent();
    private final TermEvent term = new TermEvent();
    private final StringBuilder text = new StringBuilder(32);
    private final long[] price;
    private final long[] orderId = new long[MOST_ORDERS];
    private final int[] orderInstrument = new int[MOST_ORDERS];
    private final Side[] orderSide = new Side[MOST_ORDERS];
    private final long[] orderQuantity = new long[MOST_ORDERS];
    private EventSlot slot = new EventSlot();
    private int orders;
    private long random = 42;
    private long step;
    private long fills;
    private long events;

    EventStorm(Universe universe, Config config) {
        size = universe.size();
        price = new long[size];
        for (int i = 0; i < size; i++) {
            price[i] = 10_000_000_000L + i * 50_000_000L;
        }
        DirectEgress egress =
                new DirectEgress(OutboundFrame.capacityFor(size, config.risk().maxWorkingOrders()), this);
        ingress = new DirectIngress(EventHeader.FIRST_EVENT, new MnvhStepHandler(universe, config, egress));
        session(SessionState.UP);
    }

    @Override
    public void onFrame(OutboundFrame frame, long sequence, boolean endOfBatch) {
        for (reader.wrap(frame.buffer(), 0); reader.next(); ) {
            if (reader.kind() == SectionKind.NEW_ORDER && orders < MOST_ORDERS) {
                newOrder.wrap(frame.buffer(), reader.start());
                orderId[orders] = newOrder.clOrdId();
                orderInstrument[orders] = newOrder.instrument();
                orderSide[orders] = newOrder.side();
                orderQuantity[orders] = newOrder.quantity();
                orders++;
            }
        }
    }

    /** Runs whole steps until at least {@code more} further events were published. @return events published by it */
    long run(long more) {
        long before = events;
        while (events - before < more) {
            step();
        }
        return events - before;
    }

    /** @return executions so far */
    long fills() {
        return fills;
    }

    private void step() {
        long nowNs = START_NS + step * TestRun.SECOND_NS;
        for (int i = 0; i < size; i++) {
            quote(i, nowNs - 1000);
        }
        if (step % 7 == 3) {
            rare(nowNs);
        }
        timer.begin(claim(), nowNs).closeNs(nowNs);
        publish();
        int due = orders;
        orders = 0;
        for (int i = 0; i < due; i++) {
            answer(i, nowNs + 500);
        }
        step++;
    }

    private void quote(int i, long timestampNs) {
        random = random * 6364136223846793005L + 1442695040888963407L;
        long tick = 1_000_000;
        long move = ((random >>> 33) % 41 - 20) * tick;
        long anchor = 10_000_000_000L + i * 50_000_000L;
        price[i] += move + (anchor - price[i]) / 4 / tick * tick;
        marketData
                .begin(claim(), timestampNs)
                .instrument(i)
                .bidPrice(price[i] - tick)
                .bidSize(1_000_000_000_000L)
                .askPrice(price[i] + tick)
                .askSize(1_000_000_000_000L)
                .lastPrice(price[i])
                .volume(5_000_000_000_000L)
                .receivedNs(timestampNs);
        publish();
    }

    private void rare(long nowNs) {
        int i = (int) (step % size);
        funding.begin(claim(), nowNs)
                .instrument(i)
                .rate((step % 5 - 2) * 100_000_000L)
                .price(price[i])
                .boundaryNs(nowNs);
        publish();
        status.begin(claim(), nowNs).instrument(i).status(step % 2 == 0 ? TradingStatus.HALTED : TradingStatus.TRADING);
        publish();
        refused.begin(claim(), nowNs).refusal(Refusal.BAD_PRICE).instrument(i).text("Price(270) is -1");
        publish();
        command.begin(claim(), nowNs)
                .command(step % 2 == 0 ? Command.PAUSE : Command.RESUME)
                .reason("storm");
        publish();
        Term changed = Term.of((int) (step % Term.count()));
        term.begin(claim(), nowNs)
                .term(changed.ordinal())
                .instrument(changed.limit() ? -1 : i)
                .value(changed.limit() ? Term.NONE : 1_000_000_000L)
                .operator("storm");
        publish();
        session(SessionState.DOWN);
        session(SessionState.UP);
    }

    private void session(SessionState state) {
        session.begin(claim(), START_NS + step * TestRun.SECOND_NS).state(state).text("storm");
        publish();
    }

    private void answer(int i, long timestampNs) {
        acknowledge(i, timestampNs);
        if (step % 7 == 5) {
            restate(i, timestampNs);
        }
        long half = orderQuantity[i] / 200_000 * 100_000;
        if (half > 0) {
            fill(i, half, half, timestampNs);
        }
        fill(i, orderQuantity[i] - half, orderQuantity[i], timestampNs);
    }

    private void acknowledge(int i, long timestampNs) {
        orderEvent
                .begin(claim(), timestampNs)
                .clOrdId(orderId[i])
                .instrument(orderInstrument[i])
                .type(OrderEventType.NEW)
                .leavesQuantity(orderQuantity[i]);
        publish();
    }

    /** The same terms again, a status report, and the answer that there is no such order, until a fill shows it. */
    private void restate(int i, long timestampNs) {
        report(i, OrderEventType.RESTATED, timestampNs)
                .quantity(orderQuantity[i])
                .price(price[orderInstrument[i]]);
        publish();
        report(i, OrderEventType.NOT_FOUND, timestampNs);
        publish();
        report(i, OrderEventType.STATUS, timestampNs).status(OrderStatus.NEW);
        publish();
        report(i, OrderEventType.NOT_FOUND, timestampNs);
        publish();
    }

    private OrderEvent report(int i, OrderEventType type, long timestampNs) {
        return orderEvent
                .begin(claim(), timestampNs)
                .clOrdId(orderId[i])
                .instrument(orderInstrument[i])
                .type(type);
    }

    private void fill(int i, long quantity, long cumulative, long timestampNs) {
        text.setLength(0);
        text.append('F').append(fills);
        fills++;
        fill.begin(claim(), timestampNs)
                .clOrdId(orderId[i])
                .instrument(orderInstrument[i])
                .side(orderSide[i])
                .liquidity(Liquidity.TAKER)
                .quantity(quantity)
                .price(price[orderInstrument[i]] + orderSide[i].sign() * 1_000_000L)
                .cumQuantity(cumulative)
                .leavesQuantity(orderQuantity[i] - cumulative)
                .execId(text);
        publish();
    }

    private EventSlot claim() {
        slot = ingress.claim();
        return slot;
    }

    private void publish() {
        ingress.publish(slot);
        events++;
    }
}
