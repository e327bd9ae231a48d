package mnvh.fix;

import static mnvh.fix.Loopback.ONE;
import static mnvh.fix.ScriptedVenue.entry;
import static mnvh.fix.ScriptedVenue.increment;
import static mnvh.fix.ScriptedVenue.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import mnvh.event.EventKind;
import mnvh.event.EventSlot;
import mnvh.event.MarketDataEvent;
import mnvh.event.Refusal;
import mnvh.event.RefusedEvent;
import org.junit.jupiter.api.Test;
import quickfix.Group;

/** Prices of a venue that misbehaves on demand, over a real socket. */
class FixQuotesTest extends ScriptedCase {
    @Test
    void unknownSymbolIsRefusedAndTheSessionContinues() throws Exception {
        comeUp();
        venue.send(increment(entry("NOPE", "0", "100", "1"), entry("S0", "0", "100.01", "2")));
        RefusedEvent refused = ingress.nextRefusal();
        assertEquals(Refusal.UNKNOWN_SYMBOL, refused.refusal());
        assertEquals("35=X Symbol(55)='NOPE'", refused.text());
        EventSlot slot = ingress.next();
        assertEquals(EventKind.MARKET_DATA, slot.kind());
        MarketDataEvent quote = new MarketDataEvent().wrap(slot.buffer(), 0);
        assertEquals(STAMP_NS, slot.timestampNs());
        assertEquals(100 * ONE + ONE / 100, quote.bidPrice());
        assertEquals(2 * ONE, quote.bidSize());
        assertEquals(0, quote.askPrice());
        assertEquals(1, gateway.status().refused());
        assertTrue(gateway.status().loggedOn());
    }

    @Test
    void badPricesAndSizesAreRefusedEachWithItsReason() throws Exception {
        comeUp();
        String[][] bad = {
            {"0", "1", "BAD_PRICE", "MDEntryPx(270)='0' of S0"},
            {"-5", "1", "BAD_PRICE", "MDEntryPx(270)='-5' of S0"},
            {"NaN", "1", "BAD_PRICE", "MDEntryPx(270)='NaN' of S0"},
            {"1e300", "1", "BAD_PRICE", "MDEntryPx(270)='1e300' of S0"},
            {"1000000000", "1", "BAD_PRICE", "MDEntryPx(270)='1000000000' of S0"},
            {"100.123456789", "1", "BAD_PRICE", "MDEntryPx(270)='100.123456789' of S0"},
            {"100", "0", "BAD_SIZE", "MDEntrySize(271)='0' of S0"},
            {"100", "-1", "BAD_SIZE", "MDEntrySize(271)='-1' of S0"},
            {"100", "x", "BAD_SIZE", "MDEntrySize(271)='x' of S0"},
        };
        for (String[] row : bad) {
            venue.send(increment(entry("S0", "0", row[0], row[1])));
            EventSlot slot = ingress.next();
            assertEquals(EventKind.REFUSED, slot.kind(), row[0] + " x " + row[1]);
            RefusedEvent refused = new RefusedEvent().wrap(slot.buffer(), 0);
            assertEquals(row[2], refused.refusal().name());
            assertEquals(row[3], refused.text());
            assertEquals(0, refused.instrument());
        }
        Group without = entry("S0", "0", "100", "1");
        without.removeField(Tag.MD_ENTRY_SIZE);
        venue.send(increment(without));
        assertEquals("MDEntrySize(271) is missing of S0", ingress.nextRefusal().text());
        venue.send(message("X", 262, "QUOTES"));
        assertEquals("NoMDEntries(268) has no entry", ingress.nextRefusal().text());
        Group ageless = entry("S0", "0", "100", "1");
        ageless.setString(Tag.MD_ENTRY_TIME, "25:00:00");
        venue.send(increment(ageless));
        assertEquals(
                "MDEntryTime(273)='20240102-25:00:00' of S0",
                ingress.nextRefusal().text());
        assertEquals(bad.length + 3, gateway.status().refused());
        assertTrue(gateway.status().up());
    }

    @Test
    void noHalfOfAQuoteReachesTheCoreAndTheOtherSideIsKept() throws Exception {
        comeUp();
        venue.send(increment(entry("S0", "0", "100", "1"), entry("S0", "1", "101", "1")));
        assertEquals(101 * ONE, ingress.nextQuote().askPrice());
        venue.send(increment(entry("S0", "0", "102", "1"), entry("S0", "1", "-103", "1")));
        assertEquals(Refusal.BAD_PRICE, ingress.nextRefusal().refusal());
        venue.send(increment(entry("S0", "1", "100.5", "3"), entry("S0", "2", "100.2", "4")));
        EventSlot slot = ingress.next();
        assertEquals(EventKind.MARKET_DATA, slot.kind());
        MarketDataEvent quote = new MarketDataEvent().wrap(slot.buffer(), 0);
        assertEquals(100 * ONE, quote.bidPrice(), "the refused update left no bid of 102");
        assertEquals(100 * ONE + ONE / 2, quote.askPrice());
        assertEquals(4 * ONE, quote.volume());
        venue.send(increment(entry("S0", "1", "100.6", "3")));
        assertEquals(0, ingress.nextQuote().volume(), "volume is reported once");
    }
}
