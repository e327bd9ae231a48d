package mnvh.bench;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import mnvh.units.DecimalText;
import mnvh.universe.Instrument;
import mnvh.universe.Universe;
import org.jspecify.annotations.Nullable;
import quickfix.ConfigError;
import quickfix.FieldNotFound;
import quickfix.Group;
import quickfix.MemoryStoreFactory;
import quickfix.Message;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.SessionSettings;
import quickfix.SocketAcceptor;
import quickfix.fix44.MessageFactory;

/**
 * The other end of both measured sessions: plain QuickFIX/J with a memory store and no log, which acknowledges every
 * order with one report, or keeps quiet. Cancels are answered once every order that works has one.
 */
final class EchoVenue extends QuietApplication implements AutoCloseable {
    private final Universe universe;
    private final SocketAcceptor acceptor;
    private volatile boolean answering;
    private volatile @Nullable Session session;
    private final Set<String> working = ConcurrentHashMap.newKeySet();
    private final List<Message> cancels = new ArrayList<>();
    private volatile int received;
    private volatile long emptyNs;
    private long reports;

    /**
     * @param client CompID of the other side
     * @param venue CompID of this one
     */
    EchoVenue(Universe universe, String client, String venue) throws ConfigError {
        this.universe = universe;
        SessionID id = new SessionID("FIX.4.4", venue, client);
        SessionSettings settings = PlainSettings.common(id);
        settings.setString(id, "ConnectionType", "acceptor");
        settings.setString(id, "SocketAcceptAddress", "127.0.0.1");
        settings.setLong(id, "SocketAcceptPort", 0);
        acceptor = new SocketAcceptor(
                this, new MemoryStoreFactory(), settings, PlainSettings.NO_LOG, new MessageFactory());
        acceptor.start();
    }

    /** @return where it listens */
    int port() {
        return ((InetSocketAddress) acceptor.getEndpoints().iterator().next().getLocalAddress()).getPort();
    }

    /** Says whether orders are answered from now on. */
    void answering(boolean value) {
        answering = value;
    }

    @Override
    public void onCreate(SessionID sessionId) {
        session = Session.lookupSession(sessionId);
    }

    @Override
    public void fromApp(Message message, SessionID sessionId) throws FieldNotFound {
        Session current = session;
        if (current == null) {
            return;
        }
        switch (message.getHeader().getString(35)) {
            case "D":
                received++;
                working.add(message.getString(11));
                if (answering) {
                    current.send(report(message));
                }
                break;
            case "F":
                canceled(message, current);
                break;
            case "x":
                current.send(list(message));
                break;
            default:
                // A subscription: prices are no part of the measurement.
                break;
        }
    }

    /** The clock is read before anything is answered: what an answer costs is the venue's. */
    private void canceled(Message cancel, Session current) throws FieldNotFound {
        cancels.add(cancel);
        if (!working.remove(cancel.getString(41)) || !working.isEmpty()) {
            return;
        }
        emptyNs = System.nanoTime();
        for (Message request : cancels) {
            Message report = report(request);
            report.setString(41, request.getString(41));
            report.setString(150, "4");
            report.setString(39, "4");
            report.setString(151, "0");
            current.send(report);
        }
        cancels.clear();
    }

    /** @return orders received so far */
    int received() {
        return received;
    }

    /** @return orders that no cancel was received of */
    int working() {
        return working.size();
    }

    /** @return {@link System#nanoTime} when the last of them had its cancel */
    long emptyNs() {
        return emptyNs;
    }

    private Message report(Message order) throws FieldNotFound {
        reports++;
        Message report = new Message();
        report.getHeader().setString(35, "8");
        report.setString(37, Long.toString(reports));
        report.setString(11, order.getString(11));
        report.setString(17, "R-" + reports);
        report.setString(150, "0");
        report.setString(39, "0");
        report.setString(55, order.getString(55));
        report.setString(54, order.getString(54));
        report.setString(38, order.getString(38));
        report.setString(14, "0");
        report.setString(151, order.getString(38));
        report.setString(6, "0");
        report.setString(60, order.getString(60));
        return report;
    }

    private Message list(Message request) throws FieldNotFound {
        Message list = new Message();
        list.getHeader().setString(35, "y");
        list.setString(320, request.getString(320));
        list.setString(322, "1");
        list.setString(560, "0");
        for (Instrument instrument : universe.instruments()) {
            Group entry = new Group(146, 55, new int[] {55, 231, 15, 561, 562, 969, 0});
            entry.setString(55, instrument.symbol());
            entry.setString(231, DecimalText.format(instrument.multiplier()));
            entry.setString(15, instrument.currency());
            entry.setString(561, DecimalText.format(instrument.sizeIncrement()));
            entry.setString(562, DecimalText.format(instrument.minQuantity()));
            entry.setString(969, DecimalText.format(instrument.tickSize()));
            list.addGroup(entry);
        }
        return list;
    }

    @Override
    public void close() {
        acceptor.stop(true);
    }
}
