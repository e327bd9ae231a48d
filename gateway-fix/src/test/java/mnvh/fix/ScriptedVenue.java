package mnvh.fix;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import mnvh.config.VenueConfig;
import quickfix.Application;
import quickfix.Group;
import quickfix.Message;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.ThreadedSocketAcceptor;
import quickfix.fix44.MessageFactory;

/** A venue that says what a test tells it to, well formed or not. */
final class ScriptedVenue implements Application, AutoCloseable {
    private static final long DEADLINE_S = 20;

    private final BlockingQueue<Message> received = new LinkedBlockingQueue<>();
    private final SessionID id;
    private final ThreadedSocketAcceptor acceptor;

    ScriptedVenue(VenueConfig venue) throws Exception {
        id = FixSettings.seenFromThere(FixSettings.initiatorId(venue));
        SessionStore store = new SessionStore(null, 0);
        acceptor = new ThreadedSocketAcceptor(
                this,
                sessionId -> store,
                FixSettings.acceptor(venue, id, null),
                MessageLog.none(),
                new MessageFactory());
        acceptor.start();
    }

    int port() {
        return ((InetSocketAddress) acceptor.getEndpoints().iterator().next().getLocalAddress()).getPort();
    }

    /** @return the next application message of this type */
    Message take(String type) throws InterruptedException {
        while (true) {
            Message message = received.poll(DEADLINE_S, TimeUnit.SECONDS);
            if (message == null) {
                return fail("no 35=" + type + " within " + DEADLINE_S + " s");
            }
            if (type.equals(Fields.textOr(message.getHeader(), Tag.MSG_TYPE, ""))) {
                return message;
            }
        }
    }

    /** @return the next message, whatever it is */
    Message take() throws InterruptedException {
        Message message = received.poll(DEADLINE_S, TimeUnit.SECONDS);
        return message == null ? fail("no message within " + DEADLINE_S + " s") : message;
    }

    /** A message of {@code type} with fields {@code tag, value, tag, value, ...}. */
    static Message message(String type, Object... fields) {
        Message message = new Message();
        message.getHeader().setString(Tag.MSG_TYPE, type);
        for (int i = 0; i < fields.length; i += 2) {
            message.setString((int) fields[i], fields[i + 1].toString());
        }
        return message;
    }

    /** An entry of 35=X: bid, offer or trade at a fixed time. */
    static Group entry(String symbol, String type, String price, String size) {
        int[] order = {279, 269, 55, 270, 271, 272, 273, 0};
        Group entry = new Group(Tag.NO_MD_ENTRIES, Tag.MD_UPDATE_ACTION, order);
        entry.setString(Tag.MD_UPDATE_ACTION, "1");
        entry.setString(Tag.MD_ENTRY_TYPE, type);
        entry.setString(Tag.SYMBOL, symbol);
        entry.setString(Tag.MD_ENTRY_PX, price);
        entry.setString(Tag.MD_ENTRY_SIZE, size);
        entry.setString(Tag.MD_ENTRY_DATE, "20240102");
        entry.setString(Tag.MD_ENTRY_TIME, "03:04:05.678901234");
        return entry;
    }

    static Message increment(Group... entries) {
        Message message = message("X");
        for (Group entry : entries) {
            message.addGroup(entry);
        }
        return message;
    }

    /** A security list of one instrument with the sizes of {@link Loopback#universe}, but for the tick. */
    static Message list(String symbol, String tick) {
        Message list = message("y", 320, "LIST", 322, "1", 560, "0");
        Group entry = new Group(146, 55, new int[] {55, 231, 15, 561, 562, 969, 0});
        entry.setString(55, symbol);
        entry.setString(231, "1.0");
        entry.setString(15, "USD");
        entry.setString(561, "0.001");
        entry.setString(562, "0.001");
        entry.setString(969, tick);
        list.addGroup(entry);
        return list;
    }

    /** The end of a step that closes at this UTCTimestamp. */
    static Message stepEnd(String closeTime) {
        return message("h", 336, "STEP", 340, "2", 344, closeTime);
    }

    /** Leaves out this many sequence numbers before the next message. */
    void skipNumbers(int count) throws IOException {
        Session session = Session.lookupSession(id);
        session.setNextSenderMsgSeqNum(session.getExpectedSenderNum() + count);
    }

    void send(Message message) {
        Session.lookupSession(id).send(message);
    }

    @Override
    public void onCreate(SessionID sessionId) {
        // Nothing to prepare.
    }

    @Override
    public void onLogon(SessionID sessionId) {
        // The client begins.
    }

    @Override
    public void onLogout(SessionID sessionId) {
        // Nothing to tidy up.
    }

    @Override
    public void toAdmin(Message message, SessionID sessionId) {
        // Nothing to add.
    }

    @Override
    public void fromAdmin(Message message, SessionID sessionId) {
        received.add(message);
    }

    @Override
    public void toApp(Message message, SessionID sessionId) {
        // Nothing to add.
    }

    @Override
    public void fromApp(Message message, SessionID sessionId) {
        received.add(message);
    }

    @Override
    public void close() {
        acceptor.stop(true);
    }
}
