package mnvh.fix;

import static mnvh.fix.Loopback.ONE;
import static mnvh.fix.Loopback.cancel;
import static mnvh.fix.Loopback.gateway;
import static mnvh.fix.Loopback.order;
import static mnvh.fix.Loopback.universe;
import static mnvh.fix.ScriptedMarket.TICK;
import static mnvh.fix.ScriptedMarket.bid;
import static mnvh.fix.ScriptedMarket.closeNs;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mnvh.config.FeeConfig;
import mnvh.config.FeeTable;
import mnvh.config.VenueConfig;
import mnvh.event.Command;
import mnvh.event.CommandEvent;
import mnvh.event.EventKind;
import mnvh.event.EventSlot;
import mnvh.event.FillEvent;
import mnvh.event.FundingEvent;
import mnvh.event.MarketDataEvent;
import mnvh.event.OrderEvent;
import mnvh.event.OrderEventType;
import mnvh.event.PositionReportEvent;
import mnvh.event.RefusedEvent;
import mnvh.event.SessionEvent;
import mnvh.event.SessionState;
import mnvh.event.TimerEvent;
import mnvh.units.Liquidity;
import mnvh.units.Side;
import mnvh.units.TimeInForce;
import mnvh.units.WallClock;
import mnvh.universe.Currencies;
import mnvh.universe.Universe;
import mnvh.venue.Commissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Gateway and simulator speak to each other over a real socket. */
@Timeout(60)
@org.junit.jupiter.api.Tag("slow")
class FixSimulatorTest {
    private static final double FAST = 1e9;

    @TempDir
    Path folder;

    private final RecordingIngress ingress = new RecordingIngress();

    @Test
    void allQuotesOfAStepArriveBeforeItsTimerAndTheMarketCloses() throws Exception {
        Universe universe = universe(3);
        VenueConfig venue = Loopback.venue(FAST, null);
        try (FixSimulator simulator = simulator(venue, universe, 4, 4, 20);
                FixGateway gateway = start(venue, universe, simulator)) {
            int quotes = 0;
            int timers = 0;
            int fundings = 0;
            boolean up = false;
            EventSlot slot = ingress.next();
            for (; slot.kind() != EventKind.COMMAND; slot = ingress.next()) {
                switch (slot.kind()) {
                    case EventKind.MARKET_DATA:
                        MarketDataEvent quote = new MarketDataEvent().wrap(slot.buffer(), 0);
                        int number = quotes / 3;
                        assertEquals(quotes % 3, quote.instrument());
                        assertEquals(timers, number / 4, "step of quote " + number);
                        long intoStepNs = (number % 4 + 1) * ScriptedMarket.STEP_NS / 4;
                        assertEquals(closeNs(timers - 1) + intoStepNs, slot.timestampNs());
                        assertEquals(bid(quote.instrument(), number), quote.bidPrice());
                        assertEquals(bid(quote.instrument(), number) + TICK, quote.askPrice());
                        assertEquals(bid(quote.instrument(), number), quote.lastPrice());
                        assertEquals((number + 1) * ONE, quote.volume());
                        // 1,000 at about 100, truncated to 0.001.
                        assertTrue(quote.bidSize() > 9 * ONE && quote.bidSize() <= 10 * ONE, "size " + quote.bidSize());
                        assertEquals(0, quote.bidSize() % (ONE / 1000));
                        assertTrue(quote.receivedNs() > slot.timestampNs());
                        quotes++;
                        break;
                    case EventKind.TIMER:
                        assertEquals(
                                closeNs(timers),
                                new TimerEvent().wrap(slot.buffer(), 0).closeNs());
                        assertEquals(closeNs(timers), slot.timestampNs());
                        timers++;
                        assertEquals(timers * 12, quotes);
                        break;
                    case EventKind.FUNDING:
                        FundingEvent funding = new FundingEvent().wrap(slot.buffer(), 0);
                        assertEquals(0, funding.instrument());
                        assertEquals(123_456_789L, funding.rate());
                        assertEquals(bid(0, 0), funding.price());
                        assertEquals(closeNs(1), funding.boundaryNs());
                        assertEquals(closeNs(1), slot.timestampNs());
                        assertEquals(1, timers, "funding belongs to the second step");
                        fundings++;
                        break;
                    case EventKind.POSITION_REPORT:
                        assertEquals(
                                0,
                                new PositionReportEvent().wrap(slot.buffer(), 0).quantity());
                        break;
                    default:
                        assertEquals(
                                EventKind.SESSION,
                                slot.kind(),
                                new RefusedEvent().wrap(slot.buffer(), 0).text());
                        assertEquals(
                                SessionState.UP,
                                new SessionEvent().wrap(slot.buffer(), 0).state());
                        assertEquals(ScriptedMarket.START_NS, slot.timestampNs(), "the venue owns time");
                        up = true;
                }
            }
            assertEquals(Command.STOP, new CommandEvent().wrap(slot.buffer(), 0).command());
            assertEquals(
                    "market closed", new CommandEvent().wrap(slot.buffer(), 0).reason());
            assertEquals(List.of(48, 4, 1, true), List.of(quotes, timers, fundings, up));
            assertEquals(0, gateway.status().refused());
            assertTrue(gateway.status().up() && gateway.status().loggedOn());
            simulator.awaitEnd();
        }
    }

    @Test
    void sixtyInstrumentsKeepTheirOrderAtFullSpeed() throws Exception {
        Universe universe = universe(60);
        VenueConfig venue = Loopback.venue(FAST, null);
        try (FixSimulator simulator = simulator(venue, universe, 20, 4, 0);
                FixGateway gateway = start(venue, universe, simulator)) {
            int quotes = 0;
            int timers = 0;
            for (EventSlot slot = ingress.next(); slot.kind() != EventKind.COMMAND; slot = ingress.next()) {
                if (slot.kind() == EventKind.MARKET_DATA) {
                    MarketDataEvent quote = new MarketDataEvent().wrap(slot.buffer(), 0);
                    assertEquals(quotes % 60, quote.instrument());
                    assertEquals(bid(quotes % 60, quotes / 60), quote.bidPrice());
                    quotes++;
                } else if (slot.kind() == EventKind.TIMER) {
                    timers++;
                    assertEquals(timers * 240, quotes);
                }
            }
            assertEquals(20, timers);
            assertEquals(0, gateway.status().refused());
            // Several quotes share a message; far fewer messages than quotes arrived.
            assertTrue(
                    gateway.status().messagesIn() < 2000,
                    "messages " + gateway.status().messagesIn());
        }
    }

    @Test
    void orderIsAcceptedAndFilledBeforeTheNextStepsPrices() throws Exception {
        Universe universe = universe(2);
        VenueConfig venue = Loopback.venue(FAST, null);
        try (FixSimulator simulator = simulator(venue, universe, 5, 2, 200);
                FixGateway gateway = start(venue, universe, simulator)) {
            ingress.next(EventKind.TIMER);
            long ask = bid(1, 1) + TICK;
            gateway.venue().onFrame(order(7, 1, Side.BUY, TimeInForce.IOC, 2 * ONE, ask), 1, true);

            EventSlot accepted = ingress.next();
            assertEquals(EventKind.ORDER, accepted.kind(), "a price came before the report");
            OrderEvent event = new OrderEvent().wrap(accepted.buffer(), 0);
            assertEquals(OrderEventType.NEW, event.type());
            assertEquals(7, event.clOrdId());
            assertEquals(1, event.instrument());
            assertEquals(2 * ONE, event.leavesQuantity());
            assertEquals("1", event.orderId());

            EventSlot filled = ingress.next();
            assertEquals(EventKind.FILL, filled.kind());
            FillEvent fill = new FillEvent().wrap(filled.buffer(), 0);
            assertEquals(7, fill.clOrdId());
            assertEquals(1, fill.instrument());
            assertEquals(Side.BUY, fill.side());
            assertEquals(Liquidity.TAKER, fill.liquidity());
            assertEquals(2 * ONE, fill.quantity());
            assertEquals(ask, fill.price());
            assertEquals(2 * ONE, fill.cumQuantity());
            assertEquals(0, fill.leavesQuantity());
            assertEquals(0, fill.hasCommission());
            assertEquals("F-1", fill.execId());
            assertTrue(filled.timestampNs() > closeNs(0) && filled.timestampNs() < closeNs(1), "stamped in the step");
        }
    }

    @Test
    void fillCarriesTheCommissionOfTheScheduleTheVenueKeeps() throws Exception {
        Universe universe = universe(2);
        VenueConfig venue = Loopback.venue(FAST, null);
        FeeTable dear = new FeeTable(0, 2_000_000_000L, 0, 0, FeeTable.NO_MAXIMUM, List.of());
        FeeConfig fees = new FeeConfig(new FeeTable(0, 0, 0, 0, 0, List.of()), Map.of("S1", dear), 0);
        Commissions commissions = new Commissions(universe, Currencies.of(universe, "USD", List.of()), fees);
        try (FixSimulator simulator = new FixSimulator(
                        venue, new ScriptedMarket(universe, 5, 2), commissions, 200, new WallClock(), null);
                FixGateway gateway = startWith(simulator, venue, universe)) {
            ingress.next(EventKind.TIMER);
            long ask = bid(1, 1) + TICK;
            gateway.venue().onFrame(order(7, 1, Side.BUY, TimeInForce.IOC, 2 * ONE, ask), 1, true);
            FillEvent fill = ingress.nextFill();
            assertEquals(1, fill.hasCommission());
            assertEquals(0, fill.commissionCurrency());
            assertEquals(2 * ask / 500, fill.commission(), "20 bp");
        }
    }

    private FixGateway startWith(FixSimulator simulator, VenueConfig venue, Universe universe) {
        simulator.start();
        return start(venue, universe, simulator);
    }

    @Test
    void positionsAreToldAtTheStartAndAtTheCloseOfTheMarket() throws Exception {
        Universe universe = universe(2);
        VenueConfig venue = Loopback.venue(FAST, null);
        try (FixSimulator simulator = simulator(venue, universe, 5, 2, 200);
                FixGateway gateway = start(venue, universe, simulator)) {
            List<String> told = new ArrayList<>();
            while (told.size() < 2) {
                told.add(told(ingress.next(EventKind.POSITION_REPORT)));
            }
            ingress.next(EventKind.TIMER);
            gateway.venue().onFrame(order(7, 1, Side.BUY, TimeInForce.IOC, 2 * ONE, bid(1, 1) + TICK), 1, true);
            ingress.next(EventKind.FILL);
            gateway.venue().onFrame(order(8, 0, Side.SELL, TimeInForce.IOC, 3 * ONE, bid(0, 0) / 2), 2, true);
            ingress.next(EventKind.FILL);
            for (EventSlot slot = ingress.next(); slot.kind() != EventKind.COMMAND; slot = ingress.next()) {
                if (slot.kind() == EventKind.POSITION_REPORT) {
                    told.add(told(slot));
                }
            }
            assertEquals(List.of("0 REPORTED 0", "1 REPORTED 0", "0 REPORTED -3", "1 REPORTED 2"), told);
        }
    }

    private static String told(EventSlot slot) {
        PositionReportEvent report = new PositionReportEvent().wrap(slot.buffer(), 0);
        return report.instrument() + " " + report.status() + " " + report.quantity() / ONE;
    }

    @Test
    void restIsCancelledRefusedOrderIsRejectedAndUnknownCancelIsRejected() throws Exception {
        Universe universe = universe(1);
        VenueConfig venue = Loopback.venue(FAST, null);
        try (FixSimulator simulator = simulator(venue, universe, 1000, 1, 100);
                FixGateway gateway = start(venue, universe, simulator)) {
            ingress.next(EventKind.TIMER);
            FixVenue out = gateway.venue();
            out.onFrame(order(1, 0, Side.BUY, TimeInForce.GTC, ONE, 50 * ONE), 1, true);
            assertEquals(OrderEventType.NEW, ingress.nextOrder().type());

            out.onFrame(cancel(2, 1, 0, Side.BUY, ONE), 2, true);
            OrderEvent cancelled = ingress.nextOrder();
            assertEquals(OrderEventType.CANCELED, cancelled.type());
            assertEquals(1, cancelled.clOrdId(), "the order is named, not the request");

            out.onFrame(cancel(3, 1, 0, Side.BUY, ONE), 3, true);
            OrderEvent late = ingress.nextOrder();
            assertEquals(OrderEventType.CANCEL_REJECTED, late.type());
            assertEquals(1, late.clOrdId());
            assertEquals(0, late.reason(), "CxlRejReason(102) too late");

            out.onFrame(cancel(5, 4, 0, Side.BUY, ONE), 4, true);
            OrderEvent unknown = ingress.nextOrder();
            assertEquals(OrderEventType.CANCEL_REJECTED, unknown.type());
            assertEquals(4, unknown.clOrdId());
            assertEquals(1, unknown.reason(), "CxlRejReason(102) unknown order");

            out.onFrame(order(6, 0, Side.SELL, TimeInForce.IOC, ONE, 100 * ONE + 1), 5, true);
            OrderEvent rejected = ingress.nextOrder();
            assertEquals(OrderEventType.REJECTED, rejected.type());
            assertEquals(6, rejected.clOrdId());
            assertEquals(99, rejected.reason());
            assertEquals("price is not a multiple of the tick", rejected.text());
        }
    }

    @Test
    void lostConnectionIsReportedAndLaterOrdersAreAnsweredNotSent() throws Exception {
        Universe universe = universe(1);
        VenueConfig venue = Loopback.venue(FAST, null);
        FixSimulator simulator = simulator(venue, universe, 1000, 1, 20);
        try (FixGateway gateway = start(venue, universe, simulator)) {
            assertEquals(SessionState.UP, ingress.nextSession().state());
            simulator.close();
            SessionEvent down = ingress.nextSession();
            assertEquals(SessionState.DOWN, down.state());
            assertFalse(gateway.status().up());

            gateway.venue().onFrame(order(9, 0, Side.BUY, TimeInForce.IOC, ONE, 100 * ONE), 1, true);
            OrderEvent notSent = ingress.nextOrder();
            assertEquals(OrderEventType.NOT_SENT, notSent.type());
            assertEquals(9, notSent.clOrdId());
            assertEquals("session is down", notSent.text());

            gateway.venue().onFrame(cancel(10, 9, 0, Side.BUY, ONE), 2, true);
            OrderEvent notCancelled = ingress.nextOrder();
            assertEquals(OrderEventType.CANCEL_REJECTED, notCancelled.type());
            assertEquals(9, notCancelled.clOrdId());
            assertEquals(2, gateway.status().notSent());
        } finally {
            simulator.close();
        }
    }

    @Test
    void sessionComesBackByItselfWithSnapshotsAndNoOrderIsRepeated() throws Exception {
        Universe universe = universe(1);
        VenueConfig venue = Loopback.venue(FAST, null);
        FixSimulator first = simulator(venue, universe, 1000, 1, 20);
        VenueConfig again = Loopback.at(venue, first.port(), null);
        try (FixGateway gateway = start(venue, universe, first)) {
            assertEquals(SessionState.UP, ingress.nextSession().state());
            gateway.venue().onFrame(order(1, 0, Side.BUY, TimeInForce.GTC, ONE, 50 * ONE), 1, true);
            assertEquals(OrderEventType.NEW, ingress.nextOrder().type());
            first.close();
            assertEquals(SessionState.DOWN, ingress.nextSession().state());
            try (FixSimulator second = simulator(again, universe, 1000, 1, 20)) {
                assertEquals(again.port(), second.port());
                SessionEvent event = ingress.nextSession();
                while (event.state() != SessionState.UP) {
                    event = ingress.nextSession();
                }
                assertEquals(bid(0, 0), ingress.nextQuote().bidPrice());
                gateway.venue().onFrame(order(2, 0, Side.BUY, TimeInForce.GTC, ONE, 50 * ONE), 2, true);
                OrderEvent accepted = ingress.nextOrder();
                assertEquals(2, accepted.clOrdId());
                assertEquals("1", accepted.orderId(), "the second venue saw one order");
            }
        } finally {
            first.close();
        }
    }

    @Test
    void portInUseIsRefusedWithOneClearMessage() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            VenueConfig venue = Loopback.at(Loopback.venue(FAST, null), taken.getLocalPort(), null);
            try (FixSimulator simulator = new FixSimulator(venue, new ScriptedMarket(universe(1), 1, 1), null)) {
                FixException refused = assertThrows(FixException.class, simulator::start);
                assertEquals(FixException.Kind.ENVIRONMENT, refused.kind());
                assertTrue(
                        String.valueOf(refused.getMessage()).contains("127.0.0.1:" + taken.getLocalPort()),
                        refused.getMessage());
                assertTrue(String.valueOf(refused.getMessage()).contains("in use"), refused.getMessage());
            }
        }
    }

    private static FixSimulator simulator(
            VenueConfig venue, Universe universe, int steps, int quotesPerStep, long minStepWallMs) {
        FixSimulator simulator = new FixSimulator(
                venue, new ScriptedMarket(universe, steps, quotesPerStep), null, minStepWallMs, new WallClock(), null);
        simulator.start();
        return simulator;
    }

    private FixGateway start(VenueConfig venue, Universe universe, FixSimulator simulator) {
        FixGateway gateway = gateway(Loopback.at(venue, simulator.port(), null), universe, ingress, folder);
        gateway.start();
        return gateway;
    }
}
