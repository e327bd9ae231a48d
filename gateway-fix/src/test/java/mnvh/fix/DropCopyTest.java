package mnvh.fix;

import static mnvh.fix.Loopback.ONE;
import static mnvh.fix.Loopback.order;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import mnvh.config.DropCopyConfig;
import mnvh.config.VenueConfig;
import mnvh.event.EventKind;
import mnvh.event.EventSlot;
import mnvh.event.FillCopyEvent;
import mnvh.event.FillEvent;
import mnvh.event.Refusal;
import mnvh.event.RefusedEvent;
import mnvh.event.SessionEvent;
import mnvh.event.SessionRole;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quickfix.Message;
import quickfix.SessionID;

/** Control 13 on the wire: a second session, over a real socket, on which the simulator tells every execution again. */
@Timeout(60)
class DropCopyTest {
    private static final int ORDERS = 6;
    private static final SessionID HERE = new SessionID("FIX.4.4", "COPY", "THERE");

    @TempDir
    Path folder;

    private final RecordingIngress ingress = new RecordingIngress();
    private final Answers answers = new Answers(ingress);
    private final Universe universe = Loopback.universe(2);
    private final VenueConfig plain = Loopback.venue(1e9, null);
    private final VenueConfig venue = withDropCopy(plain);
    private final FixSimulator simulator =
            new FixSimulator(venue, new ScriptedMarket(universe, 10_000, 1), null, 100, new WallClock(), null);

    private static VenueConfig withDropCopy(VenueConfig of) {
        return withDropCopy(of, of.port());
    }

    private static VenueConfig withDropCopy(VenueConfig of, int port) {
        return of.withDropCopy(new DropCopyConfig(of.senderCompId() + "-COPY", of.targetCompId(), of.host(), port, 10));
    }

    @BeforeEach
    void listen() {
        simulator.start();
        answers.start();
    }

    @AfterEach
    void end() {
        answers.close();
        simulator.close();
    }

    private FixGateway gateway(VenueConfig config) {
        return gateway(config, simulator.port());
    }

    private FixGateway gateway(VenueConfig config, int port) {
        return new FixGateway(
                config.at(port),
                universe,
                Currencies.of(universe, "USD", List.of("EUR")),
                true,
                Loopback.PREFIX,
                ingress,
                new WallClock(),
                folder,
                folder.resolve("messages.log"));
    }

    private DropCopy dropCopy() {
        VenueConfig open = venue.at(simulator.port());
        VenueTime time = new VenueTime(new WallClock(), true);
        return new DropCopy(
                open,
                Objects.requireNonNull(open.dropCopy()),
                universe,
                new ClOrdIds(Loopback.PREFIX),
                ingress,
                answers,
                time,
                new Refusals(ingress, time),
                Credentials.of(open),
                true,
                folder,
                new WallClock());
    }

    /** What of a fill both sources tell. */
    private record Told(long clOrdId, int instrument, Side side, long quantity, long price) {}

    /** Waits until both instruments have a price, so that every order fills at once. */
    private void start(FixGateway gateway) throws Exception {
        gateway.start();
        Set<Integer> priced = new TreeSet<>();
        while (priced.size() < universe.size()) {
            priced.add(ingress.nextQuote().instrument());
        }
    }

    private static void trade(FixGateway gateway) {
        for (int id = 1; id <= ORDERS; id++) {
            Side side = id % 2 == 0 ? Side.BUY : Side.SELL;
            long limit = side == Side.BUY ? 200 * ONE : 50 * ONE;
            gateway.venue().onFrame(order(id, id % 2, side, TimeInForce.IOC, ONE, limit), id, true);
        }
    }

    private Map<String, Told> fills(int count) throws Exception {
        Map<String, Told> told = new TreeMap<>();
        while (told.size() < count) {
            FillEvent fill = ingress.nextFill();
            told.put(
                    fill.execId(),
                    new Told(fill.clOrdId(), fill.instrument(), fill.side(), fill.quantity(), fill.price()));
        }
        return told;
    }

    private static void take(EventSlot slot, Map<String, Told> into) {
        FillCopyEvent copy = new FillCopyEvent().wrap(slot.buffer(), 0);
        into.put(
                copy.execId(), new Told(copy.clOrdId(), copy.instrument(), copy.side(), copy.quantity(), copy.price()));
    }

    @Test
    void c13_everyFillComesFromBothSessions() throws Exception {
        try (FixGateway gateway = gateway(venue)) {
            start(gateway);
            awaitUp(gateway);
            trade(gateway);
            Map<String, Told> fills = new TreeMap<>();
            Map<String, Told> copies = new TreeMap<>();
            while (fills.size() < ORDERS || copies.size() < ORDERS) {
                EventSlot slot = ingress.next();
                if (slot.kind() == EventKind.FILL) {
                    FillEvent fill = new FillEvent().wrap(slot.buffer(), 0);
                    fills.put(
                            fill.execId(),
                            new Told(fill.clOrdId(), fill.instrument(), fill.side(), fill.quantity(), fill.price()));
                } else if (slot.kind() == EventKind.FILL_COPY) {
                    take(slot, copies);
                }
            }
            assertEquals(fills, copies);
        }
        String log = Files.readString(folder.resolve("messages.log"));
        assertTrue(log.contains("797=Y"), "told as copies");
        assertFalse(log.contains("|97=Y|"), "none of them late");
    }

    private static void awaitUp(FixGateway gateway) throws InterruptedException {
        while (gateway.dropCopyUp() != 1) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    @Test
    void whatADropCopyMissedIsToldWhenItIsBack() throws Exception {
        try (FixGateway gateway = gateway(plain)) {
            start(gateway);
            trade(gateway);
            Map<String, Told> fills = fills(ORDERS);
            assertTrue(Double.isNaN(gateway.dropCopyUp()), "there is none");
            Map<String, Told> copies = new TreeMap<>();
            MessageLog log = new MessageLog(folder.resolve("copy.log"), new WallClock());
            try (DropCopy back = dropCopy()) {
                back.start(log);
                while (copies.size() < ORDERS) {
                    take(ingress.next(EventKind.FILL_COPY), copies);
                }
            } finally {
                log.close();
            }
            assertEquals(fills, copies);
            String lines = Files.readString(folder.resolve("copy.log"));
            assertEquals(ORDERS, lines.split("\\|97=Y\\|", -1).length - 1, "each as a PossResend(97)");
        }
    }

    private SessionEvent nextOfDropCopy() throws Exception {
        SessionEvent event = new SessionEvent();
        do {
            event.wrap(ingress.next(EventKind.SESSION).buffer(), 0);
        } while (event.role() != SessionRole.DROP_COPY);
        return event;
    }

    @Test
    void thatItIsUpOrDownIsTold() throws Exception {
        try (FixGateway gateway = gateway(venue)) {
            gateway.start();
            assertEquals(SessionState.UP, nextOfDropCopy().state());
            simulator.close();
            SessionEvent down = nextOfDropCopy();
            assertEquals(SessionState.DOWN, down.state());
            SessionEvent away = nextOfDropCopy();
            assertTrue(away.text().startsWith("cannot connect to 127.0.0.1:"), away.text());
            assertEquals(0, gateway.dropCopyUp());
        }
    }

    @Test
    void aDropCopyMayHaveAPortOfItsOwn() throws Exception {
        int free;
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = probe.getLocalPort();
        }
        VenueConfig own = withDropCopy(Loopback.venue(1e9, null), free);
        try (FixSimulator there = new FixSimulator(own, new ScriptedMarket(universe, 10_000, 1), null)) {
            there.start();
            assertNotEquals(free, there.port());
            try (FixGateway gateway = gateway(own, there.port())) {
                gateway.start();
                awaitUp(gateway);
            }
        }
    }

    @Test
    void whatWaitsIsBounded() {
        List<String> told = new ArrayList<>();
        AtomicBoolean open = new AtomicBoolean();
        SimulatorCopies copies = new SimulatorCopies(copy -> {
            told.add(Fields.textOr(copy, Tag.EXEC_ID, "?"));
            return open.get();
        });
        for (int k = 0; k < SimulatorCopies.MOST_WAITING + 10; k++) {
            Message report = new Message();
            report.setString(Tag.EXEC_ID, "E" + k);
            copies.tell(report);
        }
        told.clear();
        open.set(true);
        copies.onLogon();
        assertEquals(SimulatorCopies.MOST_WAITING, told.size());
        assertEquals("E10", told.get(0), "the oldest are lost");
    }

    private static Message report(String execType, String clOrdId, String... fields) {
        Message report = new Message();
        report.getHeader().setString(Tag.MSG_TYPE, MsgType.EXECUTION_REPORT);
        report.setString(Tag.EXEC_TYPE, execType);
        report.setString(Tag.CL_ORD_ID, clOrdId);
        report.setString(Tag.SYMBOL, "S1");
        report.setString(Tag.SIDE, "2");
        report.setString(Tag.LAST_QTY, "1.5");
        report.setString(Tag.LAST_PX, "100.25");
        report.setString(Tag.EXEC_ID, "E-1");
        for (int i = 0; i < fields.length; i += 2) {
            report.setString(Integer.parseInt(fields[i]), fields[i + 1]);
        }
        return report;
    }

    @ParameterizedTest
    @CsvSource({"F", "1", "2"})
    void anExecutionIsReadInEveryFormThatVenuesUse(String execType) throws Exception {
        try (DropCopy copy = dropCopy()) {
            copy.fromApp(report(execType, "T1-7"), HERE);
            Map<String, Told> told = new TreeMap<>();
            take(ingress.next(EventKind.FILL_COPY), told);
            assertEquals(Map.of("E-1", new Told(7, 1, Side.SELL, ONE * 3 / 2, 100 * ONE + ONE / 4)), told);
        }
    }

    @Test
    void whatIsNoExecutionIsNotTold() throws Exception {
        try (DropCopy copy = dropCopy()) {
            for (String execType : List.of("0", "4", "8", "A", "I")) {
                copy.fromApp(report(execType, "T1-7"), HERE);
            }
            copy.fromApp(report("F", "T1-8"), HERE);
            EventSlot first = ingress.next();
            assertEquals(8, new FillCopyEvent().wrap(first.buffer(), 0).clOrdId());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "OLD-3, 58, x, UNSUPPORTED, drop copy: a fill not of this run: OLD-3",
        "T1-7, 55, XYZ, UNKNOWN_SYMBOL, drop copy: 35=8 Symbol(55)",
        "T1-7, 32, -1, BAD_SIZE, drop copy: 35=8 LastQty(32)",
        "T1-7, 31, 0, BAD_PRICE, drop copy: 35=8 LastPx(31)",
        "T1-7, 54, 9, MALFORMED, drop copy: 35=8 Side(54)",
        "T1-7, 150, H, UNSUPPORTED, drop copy: 35=8 ExecType(150)=H of T1-7"
    })
    void whatCannotBeReadIsRefusedAndHaltsNothing(
            String clOrdId, String tag, String value, Refusal refusal, String text) throws Exception {
        try (DropCopy copy = dropCopy()) {
            copy.fromApp(report("F", clOrdId, tag, value), HERE);
            RefusedEvent refused = new RefusedEvent().wrap(ingress.next().buffer(), 0);
            assertEquals(refusal, refused.refusal());
            assertTrue(refused.text().startsWith(text), refused.text());
        }
    }

    @Test
    void otherMessagesAreRefused() throws Exception {
        try (DropCopy copy = dropCopy()) {
            Message message = new Message();
            message.getHeader().setString(Tag.MSG_TYPE, MsgType.POSITION_REPORT);
            copy.fromApp(message, HERE);
            RefusedEvent refused = new RefusedEvent().wrap(ingress.next().buffer(), 0);
            assertEquals("drop copy: MsgType(35)=AP", refused.text());
        }
    }
}
