package mnvh.fix;

import static mnvh.fix.Loopback.ONE;
import static mnvh.fix.ScriptedVenue.entry;
import static mnvh.fix.ScriptedVenue.increment;
import static mnvh.fix.ScriptedVenue.stepEnd;
import static org.junit.jupiter.api.Assertions.assertEquals;

import mnvh.event.EventKind;
import mnvh.event.EventSlot;
import mnvh.event.MarketDataEvent;
import mnvh.event.Refusal;
import mnvh.event.RefusedEvent;
import mnvh.event.TimerEvent;
import mnvh.units.WallClock;
import org.junit.jupiter.api.Test;

/** Decoding of market data, message by message. */
class FixMarketDataTest {
    private static final String CLOSE = "20240102-03:04:05.000";

    private final RecordingIngress ingress = new RecordingIngress();
    private final VenueTime time = new VenueTime(new WallClock(), true);
    private final Refusals refusals = new Refusals(ingress, time);
    private final FixMarketData marketData = new FixMarketData(Loopback.universe(1), ingress, time, refusals);

    @Test
    void lastPriceAndMarkAreInTheirOwnUpdateOnlyAndBothSidesAreCarried() throws Exception {
        marketData.onIncrement(increment(
                entry("S0", "0", "100", "1"),
                entry("S0", "1", "101", "1"),
                entry("S0", "2", "100.2", "4"),
                entry("S0", "6", "100.3", "1")));
        MarketDataEvent all = ingress.nextQuote();
        assertEquals(100 * ONE + ONE / 5, all.lastPrice());
        assertEquals(100 * ONE + 3 * ONE / 10, all.markPrice());
        assertEquals(4 * ONE, all.volume());

        marketData.onIncrement(increment(entry("S0", "0", "100.1", "2")));
        MarketDataEvent quote = ingress.nextQuote();
        assertEquals(100 * ONE + ONE / 10, quote.bidPrice());
        assertEquals(101 * ONE, quote.askPrice());
        assertEquals(ONE, quote.askSize());
        assertEquals(0, quote.lastPrice(), "an old trade is not as fresh as the quote");
        assertEquals(0, quote.markPrice(), "an old mark is not as fresh as the quote");
        assertEquals(0, quote.volume());

        marketData.onIncrement(increment(entry("S0", "6", "100.4", "1")));
        MarketDataEvent marked = ingress.nextQuote();
        assertEquals(100 * ONE + 4 * ONE / 10, marked.markPrice());
        assertEquals(0, marked.lastPrice());
        assertEquals(100 * ONE + ONE / 10, marked.bidPrice());
        assertEquals(101 * ONE, marked.askPrice());

        marketData.onIncrement(increment(entry("S0", "2", "100.5", "3")));
        MarketDataEvent traded = ingress.nextQuote();
        assertEquals(100 * ONE + ONE / 2, traded.lastPrice());
        assertEquals(0, traded.markPrice());
        assertEquals(3 * ONE, traded.volume());
    }

    @Test
    void stepThatClosesNoLaterThanTheOneBeforeIsRefusedNamingBothTimes() throws Exception {
        marketData.onTradingSession(stepEnd(CLOSE));
        long closeNs = nextTimer();
        for (String again : new String[] {CLOSE, "20240102-03:04:04.999"}) {
            marketData.onTradingSession(stepEnd(again));
            EventSlot slot = ingress.next();
            assertEquals(EventKind.REFUSED, slot.kind(), again);
            RefusedEvent refused = new RefusedEvent().wrap(slot.buffer(), 0);
            assertEquals(Refusal.MALFORMED, refused.refusal());
            assertEquals(
                    "35=h TradSesCloseTime(344)='" + again + "' is not after the last close '" + CLOSE + "'",
                    refused.text());
        }
        marketData.onTradingSession(stepEnd("20240102-03:04:05.001"));
        assertEquals(closeNs + 1_000_000, nextTimer());
        assertEquals(2, refusals.count());
    }

    @Test
    void stepsThatClosedStayClosedInANewSubscription() throws Exception {
        marketData.onTradingSession(stepEnd(CLOSE));
        nextTimer();
        marketData.clear();
        marketData.onTradingSession(stepEnd(CLOSE));
        assertEquals(EventKind.REFUSED, ingress.next().kind());
    }

    private long nextTimer() throws InterruptedException {
        EventSlot slot = ingress.next();
        assertEquals(EventKind.TIMER, slot.kind());
        return new TimerEvent().wrap(slot.buffer(), 0).closeNs();
    }
}
