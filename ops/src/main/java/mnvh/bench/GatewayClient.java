package mnvh.bench;

import java.nio.file.Path;
import java.util.List;
import mnvh.config.Config;
import mnvh.config.VenueConfig;
import mnvh.event.EventKind;
import mnvh.event.EventSlot;
import mnvh.event.Ingress;
import mnvh.event.NewOrderSection;
import mnvh.event.OrderEvent;
import mnvh.event.OutboundFrame;
import mnvh.event.SectionKind;
import mnvh.fix.FixGateway;
import mnvh.units.Side;
import mnvh.units.TimeInForce;
import mnvh.units.WallClock;
import mnvh.universe.Currencies;
import mnvh.universe.Universe;

/** Orders through the program's own gateway, store and message log, as the exit thread sends them. */
final class GatewayClient extends FixClient {
    private static final int FRAME_BYTES = 1 << 16;

    private final FixGateway gateway;
    private final OutboundFrame frame = new OutboundFrame(FRAME_BYTES);
    private final NewOrderSection order = new NewOrderSection();
    private long orders;

    GatewayClient(Universe universe, Config config, String client, String venue, int port, Path folder)
            throws InterruptedException {
        VenueConfig there = new VenueConfig(
                "bench",
                "FIX.4.4",
                client,
                venue,
                "127.0.0.1",
                port,
                30,
                null,
                null,
                config.venue().simulator());
        gateway = new FixGateway(
                there,
                universe,
                Currencies.of(universe, universe.get(0).currency(), List.of()),
                true,
                "BENCH",
                new Reports(),
                new WallClock(),
                folder,
                folder.resolve("messages.log"));
        gateway.start();
        awaitLogon(() -> gateway.status().up());
    }

    @Override
    long nextOrder() {
        return orders + 1;
    }

    @Override
    void send() {
        send(1);
    }

    /** Sends a frame of so many orders, at most a thousand. */
    void send(int count) {
        frame.begin(1, 1);
        for (int i = 0; i < count; i++) {
            orders++;
            order.wrap(frame.buffer(), frame.section(SectionKind.NEW_ORDER, NewOrderSection.LENGTH))
                    .clOrdId(orders)
                    .instrument(0)
                    .side(Side.BUY)
                    .timeInForce(TimeInForce.IOC)
                    .quantity(123_400_000)
                    .price(10_012_000_000L)
                    .markPrice(10_012_000_000L)
                    .step(1);
        }
        frame.conclude();
        gateway.venue().onFrame(frame, 1, true);
    }

    @Override
    public void close() {
        gateway.close();
    }

    /** Hears the reports; a slot for each of the gateway's threads. */
    private final class Reports implements Ingress {
        private final ThreadLocal<EventSlot> slots = ThreadLocal.withInitial(EventSlot::new);
        private final ThreadLocal<OrderEvent> events = ThreadLocal.withInitial(OrderEvent::new);

        @Override
        public EventSlot claim() {
            return slots.get();
        }

        @Override
        public long sequenceOf(EventSlot claimed) {
            throw new UnsupportedOperationException("no inbound stream");
        }

        @Override
        public void publish(EventSlot slot) {
            if (slot.kind() == EventKind.ORDER) {
                answered(events.get().wrap(slot.buffer(), 0).clOrdId());
            }
        }
    }
}
