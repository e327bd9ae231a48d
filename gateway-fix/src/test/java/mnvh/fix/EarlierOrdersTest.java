package mnvh.fix;

import static mnvh.fix.Loopback.ONE;
import static mnvh.fix.Loopback.order;
import static mnvh.fix.ScriptedVenue.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import mnvh.event.OrderEvent;
import mnvh.event.OrderEventType;
import mnvh.event.OrderStatus;
import mnvh.event.Refusal;
import mnvh.event.RefusedEvent;
import mnvh.units.Side;
import mnvh.units.TimeInForce;
import org.junit.jupiter.api.Test;
import quickfix.Message;

/** What the venue tells of at a logon, 35=AF: orders of earlier processes, and of this one. */
@org.junit.jupiter.api.Tag("slow")
class EarlierOrdersTest extends ScriptedCase {
    private static Message status(String order, String status) {
        return message(
                "8",
                37,
                "V9",
                11,
                order,
                17,
                "I" + order,
                150,
                "I",
                39,
                status,
                55,
                "S0",
                54,
                "2",
                38,
                "2.5",
                44,
                "101.5",
                14,
                "0",
                151,
                "2.5",
                6,
                "0",
                584,
                "ORDERS");
    }

    /** The session comes up, and asks for what works. */
    private void comeUpAsking() throws Exception {
        comeUp();
        Message request = venue.take("AF");
        assertEquals("7", request.getString(585), "status of all orders");
    }

    private void assertCancelled(String order) throws Exception {
        Message request = venue.take("F");
        assertEquals(order, request.getString(41));
        assertEquals("V9", request.getString(37));
        assertEquals("2", request.getString(54));
        assertEquals("2.5", request.getString(38));
        assertEquals("S0", request.getString(55));
        assertTrue(request.getString(11).startsWith("T1-KE"), request.getString(11));
    }

    private static Message answer(Message request, String type, Object... more) {
        Message answer = message(type, more);
        try {
            answer.setString(11, request.getString(11));
            answer.setString(41, request.getString(41));
        } catch (quickfix.FieldNotFound e) {
            throw new IllegalStateException(e);
        }
        return answer;
    }

    @Test
    void everyEarlierOrderIsCancelledByALatchedGateway() throws Exception {
        gateway.kill();
        gateway.killJournaled(1);
        comeUpAsking();
        venue.send(status("20260101T000000Z-4", "0"));
        assertCancelled("20260101T000000Z-4");
        venue.send(status("by-hand", "1"));
        assertCancelled("by-hand");
        RefusedEvent told = ingress.nextRefusal();
        assertEquals(Refusal.UNSUPPORTED, told.refusal());
        assertEquals("works, not of this run: 20260101T000000Z-4", told.text());
    }

    @Test
    void withoutAKillOnlyOrdersOfThisProgramAreCancelled() throws Exception {
        comeUpAsking();
        venue.send(status("by-hand", "0"));
        venue.send(status("T0-4", "0"));
        assertCancelled("T0-4");
        gateway.kill();
        assertCancelled("by-hand");
    }

    @Test
    void whatHasEndedAndThatThereIsNoneSaysNothing() throws Exception {
        comeUpAsking();
        venue.send(status("T0-4", "4"));
        venue.send(status("NONE", "8"));
        venue.send(status("T0-5", "9"));
        assertCancelled("T0-5");
        assertEquals("works, not of this run: T0-5", ingress.nextRefusal().text());
    }

    @Test
    void endOfAnEarlierOrderIsNoneOfTheCores() throws Exception {
        comeUpAsking();
        venue.send(status("T0-4", "0"));
        Message request = venue.take("F");
        for (String report : new String[] {"E1", "E2"}) {
            venue.send(answer(
                    request, "8", 37, "V9", 17, report, 150, "4", 39, "4", 55, "S0", 54, "2", 14, "0", 151, "0", 6,
                    "0"));
        }
        assertEquals("works, not of this run: T0-4", ingress.nextRefusal().text());
        assertEquals("CANCELED, not of this run: T0-4", ingress.nextRefusal().text());
        assertEquals("CANCELED, not of this run: T0-4", ingress.nextRefusal().text(), "the same said again");
        gateway.kill();
        gateway.venue().onFrame(order(1, 0, Side.BUY, TimeInForce.GTC, ONE, 100 * ONE), 1, true);
        OrderEvent next = ingress.nextOrder();
        assertEquals(OrderEventType.NOT_SENT, next.type(), "the first order event is that of our own order");
    }

    @Test
    void refusedCancelIsAskedForAgainUntilTheVenueKnowsNoSuchOrder() throws Exception {
        comeUpAsking();
        venue.send(status("T0-4", "0"));
        Message first = venue.take("F");
        venue.send(answer(first, "9", 37, "V9", 39, "0", 434, "1", 102, "0"));
        Message second = venue.take("F");
        assertEquals("T0-4", second.getString(41));
        assertFalse(first.getString(11).equals(second.getString(11)), "a request of its own");
        venue.send(answer(second, "9", 37, "NONE", 39, "8", 434, "1", 102, "1"));
        ingress.nextOrder();
        OrderEvent unknown = ingress.nextOrder();
        assertEquals(1, unknown.reason());
        venue.send(status("T0-9", "0"));
        assertEquals("T0-9", venue.take("F").getString(41), "nothing more of the first");
    }

    @Test
    void statusOfAnOrderOfOursGoesToTheCore() throws Exception {
        comeUpAsking();
        gateway.venue().onFrame(order(3, 0, Side.SELL, TimeInForce.GTC, ONE, 100 * ONE), 1, true);
        venue.take("D");
        venue.send(status("T1-3", "1"));
        OrderEvent event = ingress.nextOrder();
        assertEquals(OrderEventType.STATUS, event.type());
        assertEquals(OrderStatus.PARTIALLY_FILLED, event.status());
        assertEquals(3, event.clOrdId());
        assertEquals(5 * ONE / 2, event.quantity());
        venue.send(status("T1-3", "9"));
        assertEquals(Refusal.UNSUPPORTED, ingress.nextRefusal().refusal(), "a status that the core does not know");
    }
}
