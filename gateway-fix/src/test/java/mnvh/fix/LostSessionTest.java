package mnvh.fix;

import static mnvh.fix.Loopback.ONE;
import static mnvh.fix.Loopback.order;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mnvh.config.VenueConfig;
import mnvh.event.EventKind;
import mnvh.event.EventSlot;
import mnvh.event.OrderEvent;
import mnvh.event.OrderEventType;
import mnvh.event.RefusedEvent;
import mnvh.event.SessionState;
import mnvh.units.Side;
import mnvh.units.TimeInForce;
import mnvh.units.WallClock;
import mnvh.universe.Currencies;
import mnvh.universe.Universe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import quickfix.Session;

/** Resting orders and a connection that breaks, over a real socket; the venue cancels them, or it does not. */
@Timeout(60)
@org.junit.jupiter.api.Tag("slow")
class LostSessionTest {
    private static final int ORDERS = 5;

    @TempDir
    Path folder;

    private final RecordingIngress ingress = new RecordingIngress();
    private final Universe universe = Loopback.universe(1);
    private final VenueConfig venue = Loopback.venue(1e9, null);
    private final FixSimulator simulator =
            new FixSimulator(venue, new ScriptedMarket(universe, 10_000, 1), null, 100, new WallClock(), null);

    @BeforeEach
    void listen() {
        simulator.start();
    }

    @AfterEach
    void end() {
        simulator.close();
    }

    private FixGateway gateway(String prefix) {
        return new FixGateway(
                Loopback.at(venue, simulator.port(), null),
                universe,
                Currencies.of(universe, "USD", List.of("EUR")),
                true,
                prefix,
                ingress,
                new WallClock(),
                folder.resolve(prefix),
                folder.resolve(prefix + ".log"));
    }

    /** Starts a gateway and leaves orders far from the market. */
    private void rest(FixGateway gateway) throws Exception {
        gateway.start();
        ingress.next(EventKind.POSITION_REPORT);
        for (int id = 1; id <= ORDERS; id++) {
            gateway.venue().onFrame(order(id, 0, Side.BUY, TimeInForce.GTC, ONE, 50 * ONE), id, true);
            assertEquals(OrderEventType.NEW, ingress.nextOrder().type());
        }
    }

    /** The connection breaks without a Logout(35=5). */
    private void breakConnection() throws Exception {
        Session.lookupSession(FixSettings.initiatorId(venue)).disconnect("a cable was pulled", false);
        assertEquals(SessionState.DOWN, ingress.nextSession().state());
        assertEquals(SessionState.UP, ingress.nextSession().state());
    }

    /** @return status reports on our orders, up to the positions, which are asked for behind them */
    private List<Long> statusTold() throws Exception {
        List<Long> told = new ArrayList<>();
        for (EventSlot slot = ingress.next(); slot.kind() != EventKind.POSITION_REPORT; slot = ingress.next()) {
            if (slot.kind() == EventKind.ORDER) {
                OrderEvent event = new OrderEvent().wrap(slot.buffer(), 0);
                assertEquals(OrderEventType.STATUS, event.type());
                told.add(event.clOrdId());
            }
        }
        return told;
    }

    @Test
    void c09_nothingRestsAtTheSimulatorAfterALostSession() throws Exception {
        try (FixGateway gateway = gateway("A")) {
            rest(gateway);
            breakConnection();
            assertEquals(List.of(), statusTold());
        }
    }

    @Test
    void whatAVenueKeepsIsTold() throws Exception {
        simulator.keepOrders();
        try (FixGateway gateway = gateway("A")) {
            rest(gateway);
            breakConnection();
            assertEquals(List.of(1L, 2L, 3L, 4L, 5L), statusTold());
        }
    }

    @Test
    void latchedGatewayCancelsWhatAnEarlierOneLeft() throws Exception {
        simulator.keepOrders();
        try (FixGateway earlier = gateway("A")) {
            rest(earlier);
        }
        try (FixGateway latched = gateway("B")) {
            latched.kill();
            latched.killJournaled(1);
            latched.start();
            Set<String> gone = new TreeSet<>();
            while (gone.size() < ORDERS) {
                String text = new RefusedEvent()
                        .wrap(ingress.next(EventKind.REFUSED).buffer(), 0)
                        .text();
                if (text.startsWith("CANCELED, not of this run: A-")) {
                    gone.add(text);
                }
            }
            breakConnection();
            List<String> later = new ArrayList<>();
            for (EventSlot slot = ingress.next(); slot.kind() != EventKind.POSITION_REPORT; slot = ingress.next()) {
                if (slot.kind() == EventKind.REFUSED) {
                    later.add(new RefusedEvent().wrap(slot.buffer(), 0).text());
                }
            }
            assertEquals(List.of(), later, "the venue has nothing more to tell");
            assertTrue(latched.killed());
        }
    }
}
