package mnvh.fix;

import static mnvh.fix.Loopback.ONE;
import static mnvh.fix.Loopback.gateway;
import static mnvh.fix.Loopback.order;
import static mnvh.fix.ScriptedVenue.entry;
import static mnvh.fix.ScriptedVenue.increment;
import static mnvh.fix.ScriptedVenue.list;
import static mnvh.fix.ScriptedVenue.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.List;
import mnvh.config.VenueConfig;
import mnvh.event.SessionEvent;
import mnvh.event.SessionState;
import mnvh.units.Side;
import mnvh.units.TimeInForce;
import org.junit.jupiter.api.Test;
import quickfix.Message;

/** The session of the gateway with a venue that misbehaves on demand, over a real socket. */
class FixGatewayTest extends ScriptedCase {
    @Test
    void differentTickIsRefusedNamingSymbolAndBothValues() throws Exception {
        venue.send(list("S0", "0.05"));
        SessionEvent refused = ingress.nextSession();
        assertEquals(SessionState.REFUSED, refused.state());
        assertEquals("S0: tick 0.05 at the venue, 0.01 here", refused.text());
        assertEquals("S0: tick 0.05 at the venue, 0.01 here", venue.take("5").getString(58));
        assertFalse(gateway.status().up());
    }

    @Test
    void missingInstrumentIsRefused() throws Exception {
        venue.send(list("OTHER", "0.01"));
        assertEquals("S0: not offered by the venue", ingress.nextSession().text());
    }

    @Test
    void ordersAreNotReplayedWhenTheVenueAsksForThem() throws Exception {
        comeUp();
        gateway.venue().onFrame(order(5, 0, Side.BUY, TimeInForce.IOC, ONE, 100 * ONE), 1, true);
        Message sent = venue.take("D");
        String number = sent.getHeader().getString(34);
        venue.send(message("2", 7, number, 16, number));
        // Answered after the resend, so that the log then holds both.
        venue.send(message("1", 112, "PING"));
        while (!"PING".equals(Fields.optional(venue.take("0"), 112))) {
            assertTrue(gateway.status().loggedOn());
        }
        gateway.close();
        List<String> out = Files.readAllLines(folder.resolve("messages.log")).stream()
                .filter(line -> line.contains(" > ") && line.contains("|34=" + number + "|"))
                .toList();
        assertEquals(2, out.size(), out.toString());
        assertTrue(out.get(0).contains("|35=D|"), out.get(0));
        assertTrue(out.get(1).contains("|35=4|") && out.get(1).contains("|123=Y|"), "a gap fill stands for the order");
        assertEquals(1, gateway.status().resendRequests());
    }

    @Test
    void gapInTheVenuesNumbersIsCountedAsAResendRequest() throws Exception {
        comeUp();
        assertEquals(0, gateway.status().resendRequests());
        venue.skipNumbers(3);
        venue.send(increment(entry("S0", "0", "100", "1")));
        venue.take("2");
        assertEquals(1, gateway.status().resendRequests());
        assertEquals(100 * ONE, ingress.nextQuote().bidPrice(), "the session heals");
    }

    @Test
    void refusedSubscriptionTakesTheSessionDown() throws Exception {
        comeUp();
        venue.send(message("Y", 262, "QUOTES", 281, "0", 58, "unknown symbol S0"));
        SessionEvent refused = ingress.nextSession();
        assertEquals(SessionState.REFUSED, refused.state());
        assertEquals("market data refused: unknown symbol S0", refused.text());
    }

    @Test
    void nobodyListeningIsReported() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            free = socket.getLocalPort();
        }
        VenueConfig config = Loopback.at(Loopback.venue(1, null), free, null);
        RecordingIngress other = new RecordingIngress();
        try (FixGateway alone = gateway(config, Loopback.universe(1), other, folder.resolve("alone"))) {
            alone.start();
            SessionEvent down = other.nextSession();
            assertEquals(SessionState.DOWN, down.state());
            assertTrue(down.text().startsWith("cannot connect to 127.0.0.1:" + free), down.text());
        }
    }
}
