package mnvh.fix;

import static mnvh.fix.Loopback.ONE;
import static mnvh.fix.Loopback.cancel;
import static mnvh.fix.Loopback.gateway;
import static mnvh.fix.Loopback.order;
import static mnvh.fix.Loopback.replacement;
import static mnvh.fix.Loopback.universe;
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
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import mnvh.config.VenueConfig;
import mnvh.event.EventKind;
import mnvh.event.EventSlot;
import mnvh.event.FillEvent;
import mnvh.event.MarketDataEvent;
import mnvh.event.OrderEvent;
import mnvh.event.OrderEventType;
import mnvh.event.PositionReportEvent;
import mnvh.event.Refusal;
import mnvh.event.RefusedEvent;
import mnvh.event.ReportStatus;
import mnvh.event.SessionEvent;
import mnvh.event.SessionState;
import mnvh.units.Liquidity;
import mnvh.units.Side;
import mnvh.units.TimeInForce;
import mnvh.universe.Universe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quickfix.Group;
import quickfix.Message;

/** The gateway against a venue that misbehaves on demand, over a real socket. */
@Timeout(60)
class FixGatewayTest {
    /** 2024-01-02 03:04:05.678901234 UTC. */
    private static final long STAMP_NS =
            Instant.parse("2024-01-02T03:04:05Z").getEpochSecond() * 1_000_000_000L + 678_901_234L;

    @TempDir
    Path folder;

    private final Universe universe = universe(1);
    private final RecordingIngress ingress = new RecordingIngress();
    private ScriptedVenue venue;
    private FixGateway gateway;

    @BeforeEach
    void connect() throws Exception {
        VenueConfig config = Loopback.venue(1, null);
        venue = new ScriptedVenue(config);
        gateway = gateway(Loopback.at(config, venue.port(), null), universe, ingress, folder);
        gateway.start();
        venue.take("x");
    }

    @AfterEach
    void disconnect() {
        gateway.close();
        venue.close();
    }

    private void comeUp() throws Exception {
        venue.send(list("S0", "0.01"));
        Message request = venue.take("V");
        assertEquals("S0", request.getGroup(1, 146).getString(55));
        assertEquals(SessionState.UP, ingress.nextSession().state());
    }

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

    /** A report of a position with one entry for each quantity, long where positive. */
    private static Message position(String symbol, String... quantities) {
        Message report = message("AP", Tag.SYMBOL, symbol, Tag.POS_MAINT_RPT_ID, "P", Tag.POS_REQ_RESULT, "0");
        for (String quantity : quantities) {
            Group entry = new Group(Tag.NO_POSITIONS, Tag.POS_TYPE);
            entry.setString(Tag.POS_TYPE, "TQ");
            boolean negative = quantity.startsWith("-");
            entry.setString(negative ? Tag.SHORT_QTY : Tag.LONG_QTY, negative ? quantity.substring(1) : quantity);
            report.addGroup(entry);
        }
        return report;
    }

    private PositionReportEvent nextPosition() throws Exception {
        return new PositionReportEvent()
                .wrap(ingress.next(EventKind.POSITION_REPORT).buffer(), 0);
    }

    @Test
    void positionsAreAskedForByAccountAndReported() throws Exception {
        comeUp();
        Message request = venue.take("AN");
        assertEquals("T1", request.getString(Tag.ACCOUNT));
        assertEquals("0", request.getString(Tag.POS_REQ_TYPE));
        assertEquals("1", request.getString(Tag.SUBSCRIPTION_REQUEST_TYPE));
        venue.send(position("S0", "2.5"));
        PositionReportEvent report = nextPosition();
        assertEquals(ReportStatus.REPORTED, report.status());
        assertEquals(0, report.instrument());
        assertEquals(5 * ONE / 2, report.quantity());
        assertEquals(0, report.asOfSequence());
        venue.send(position("S0", "-2"));
        assertEquals(-2 * ONE, nextPosition().quantity());
        venue.send(position("S0", "5", "-2"));
        assertEquals(3 * ONE, nextPosition().quantity(), "long less short");
    }

    @Test
    void positionThatTheVenueCannotTellIsFailedAndNotFlat() throws Exception {
        comeUp();
        venue.send(message("AP", Tag.SYMBOL, "S0", Tag.POS_REQ_RESULT, "99", Tag.TEXT, "busy"));
        PositionReportEvent report = nextPosition();
        assertEquals(ReportStatus.FAILED, report.status());
        assertEquals("busy", report.text());
    }

    @Test
    void positionReportThatCannotBeReadIsRefusedAndNotFlat() throws Exception {
        comeUp();
        venue.send(message("AP", Tag.SYMBOL, "S0", Tag.POS_REQ_RESULT, "0"));
        assertEquals("35=AP NoPositions(702) is missing", ingress.nextRefusal().text());
        venue.send(position("S0", "x"));
        assertEquals("35=AP LongQty(704)='x'", ingress.nextRefusal().text());
        venue.send(position("NOPE", "1"));
        assertEquals("35=AP Symbol(55)='NOPE'", ingress.nextRefusal().text());
        venue.send(message("AP", Tag.SYMBOL, "S0"));
        assertEquals("35=AP PosReqResult(728) is missing", ingress.nextRefusal().text());
        venue.send(position("S0", "1"));
        assertEquals(ONE, nextPosition().quantity(), "the session goes on");
    }

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

    @Test
    void reportsAreDecodedExactlyAndForeignOrdersAreNamed() throws Exception {
        comeUp();
        Message fill = message(
                "8",
                37,
                "V-1",
                11,
                "T1-42",
                17,
                "X-9",
                150,
                "F",
                39,
                "1",
                55,
                "S0",
                54,
                "2",
                32,
                "0.001",
                31,
                "99.99",
                14,
                "0.001",
                151,
                "1.999",
                6,
                "99.99",
                851,
                "1",
                12,
                "-0.00000001",
                13,
                "3",
                60,
                "20240102-03:04:05.678901234");
        venue.send(fill);
        EventSlot slot = ingress.next();
        assertEquals(EventKind.FILL, slot.kind());
        FillEvent event = new FillEvent().wrap(slot.buffer(), 0);
        assertEquals(STAMP_NS, slot.timestampNs());
        assertEquals(42, event.clOrdId());
        assertEquals(Side.SELL, event.side());
        assertEquals(Liquidity.MAKER, event.liquidity());
        assertEquals(ONE / 1000, event.quantity());
        assertEquals(100 * ONE - ONE / 100, event.price());
        assertEquals(1, event.hasCommission());
        assertEquals(-1, event.commission());
        assertEquals(2 * ONE - ONE / 1000, event.leavesQuantity());
        assertEquals("X-9", event.execId());
        assertEquals("V-1", event.orderId());

        // A repeat is passed on: the core knows executions by their id.
        fill.getHeader().setString(97, "Y");
        venue.send(fill);
        assertEquals("X-9", ingress.nextFill().execId());

        for (String foreign : new String[] {"T2-42", "T1-", "T1-4x", "42"}) {
            venue.send(message(
                    "8", 37, "V-2", 11, foreign, 17, "X-10", 150, "4", 39, "4", 55, "S0", 54, "2", 14, "0", 151, "0"));
            OrderEvent unknown = ingress.nextOrder();
            assertEquals(0, unknown.clOrdId(), foreign);
            assertEquals("ClOrdID(11) '" + foreign + "' is not ours", unknown.text());
        }
        venue.send(message(
                "8", 37, "V-1", 11, "T1-42", 17, "X-11", 150, "F", 39, "1", 55, "S0", 54, "2", 32, "-1", 31, "99.99",
                14, "0", 151, "0"));
        RefusedEvent unreadable = ingress.nextRefusal();
        assertEquals(Refusal.EXECUTION, unreadable.refusal(), "the books may miss a fill");
        assertEquals("35=8 LastQty(32)='-1' of T1-42", unreadable.text());
    }

    @Test
    void commissionIsReadWithItsCurrencyAndItsType() throws Exception {
        comeUp();
        venue.send(commission("0.75"));
        FillEvent plain = ingress.nextFill();
        assertEquals(ONE * 3 / 4, plain.commission());
        assertEquals(0, plain.commissionCurrency());
        venue.send(commission("-0.5", 13, "3", 479, "EUR"));
        FillEvent euros = ingress.nextFill();
        assertEquals(-ONE / 2, euros.commission());
        assertEquals(1, euros.commissionCurrency());
        venue.send(commission("0.00000003", 13, "1", 479, "USD"));
        FillEvent each = ingress.nextFill();
        assertEquals(1, each.hasCommission());
        assertEquals(8, each.commission(), "2.5 contracts at 3 units are 7.5, rounded towards the venue");
        venue.send(commission("0"));
        assertEquals(1, ingress.nextFill().hasCommission(), "no fee is a commission too");
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 479, DOGE, CommCurrency(479)='DOGE'",
        "0.5, 13, 2, CommType(13)='2'",
        "0.5, 13, 9, CommType(13)='9'",
        "0.5x, 13, 3, Commission(12)='0.5x'",
        "90000000000, 13, 1, Commission(12)='90000000000'"
    })
    void commissionThatCannotBeChargedIsRefusedAsAFillThatIsMissing(String amount, int tag, String value, String why)
            throws Exception {
        comeUp();
        venue.send(commission(amount, tag, value));
        RefusedEvent refused = ingress.nextRefusal();
        assertEquals(Refusal.EXECUTION, refused.refusal(), "the core halts");
        assertEquals("35=8 " + why + " of T1-42", refused.text());
    }

    private static Message commission(String amount, Object... more) {
        Message report = message(
                "8",
                37,
                "V-1",
                11,
                "T1-42",
                17,
                "X-" + amount,
                150,
                "F",
                39,
                "1",
                55,
                "S0",
                54,
                "2",
                32,
                "2.5",
                31,
                "99.99",
                14,
                "2.5",
                151,
                "0",
                12,
                amount);
        for (int n = 0; n < more.length; n += 2) {
            report.setString((Integer) more[n], (String) more[n + 1]);
        }
        return report;
    }

    @Test
    void replacementIsRefusedHereAndTheCoreIsTold() throws Exception {
        comeUp();
        gateway.venue().onFrame(replacement(8, 5, 0, Side.BUY, ONE, 100 * ONE), 1, true);
        OrderEvent refused = ingress.nextOrder();
        assertEquals(OrderEventType.REPLACE_REJECTED, refused.type());
        assertEquals(8, refused.clOrdId());
        assertEquals(0, refused.instrument());
        assertEquals("replacement not sent: the dialect has no 35=G", refused.text());
        assertEquals(1, gateway.status().notSent());
    }

    @Test
    void reportStatesQuantityAndPriceWhereItHasThem() throws Exception {
        comeUp();
        venue.send(message(
                "8", 37, "V-1", 11, "T1-42", 17, "R-1", 150, "0", 39, "0", 55, "S0", 54, "2", 38, "3", 44, "99.5", 14,
                "0", 151, "3"));
        OrderEvent stated = ingress.nextOrder();
        assertEquals(3 * ONE, stated.quantity());
        assertEquals(99 * ONE + ONE / 2, stated.price());
        venue.send(message(
                "8", 37, "V-1", 11, "T1-43", 17, "R-2", 150, "0", 39, "0", 55, "S0", 54, "2", 44, "0", 14, "0", 151,
                "3"));
        OrderEvent silent = ingress.nextOrder();
        assertEquals(0, silent.quantity());
        assertEquals(0, silent.price());
    }

    @Test
    void rejectsOfTheSessionAndOfTheBusinessFindTheirOrder() throws Exception {
        comeUp();
        gateway.venue().onFrame(order(5, 0, Side.BUY, TimeInForce.IOC, ONE, 100 * ONE), 1, true);
        Message sent = venue.take("D");
        assertEquals("T1-5", sent.getString(11));
        assertEquals("100", sent.getString(44));
        assertEquals("1", sent.getString(38));
        assertEquals("3", sent.getString(59));
        venue.send(message("3", 45, sent.getHeader().getString(34), 372, "D", 373, "5", 58, "value is incorrect"));
        OrderEvent rejected = ingress.nextOrder();
        assertEquals(OrderEventType.REJECTED, rejected.type());
        assertEquals(5, rejected.clOrdId());
        assertEquals(0, rejected.instrument());
        assertEquals(5, rejected.reason());
        assertEquals("value is incorrect", rejected.text());

        gateway.venue().onFrame(cancel(6, 5, 0, Side.BUY, ONE), 2, true);
        Message cancel = venue.take("F");
        venue.send(message("j", 45, cancel.getHeader().getString(34), 372, "F", 380, "4", 58, "not available"));
        OrderEvent cancelRejected = ingress.nextOrder();
        assertEquals(OrderEventType.CANCEL_REJECTED, cancelRejected.type());
        assertEquals(5, cancelRejected.clOrdId(), "the order, not the request");
        assertEquals(4, cancelRejected.reason());

        venue.send(message("j", 372, "D", 379, "T1-7", 380, "2", 58, "unknown security"));
        assertEquals(7, ingress.nextOrder().clOrdId());
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
        try (FixGateway alone = gateway(config, universe, other, folder.resolve("alone"))) {
            alone.start();
            SessionEvent down = other.nextSession();
            assertEquals(SessionState.DOWN, down.state());
            assertTrue(down.text().startsWith("cannot connect to 127.0.0.1:" + free), down.text());
        }
    }
}
