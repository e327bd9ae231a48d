package mnvh.bench;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import mnvh.units.DecimalText;
import quickfix.ConfigError;
import quickfix.FieldNotFound;
import quickfix.MemoryStoreFactory;
import quickfix.Message;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.SessionSettings;
import quickfix.SocketInitiator;
import quickfix.UtcTimestampPrecision;
import quickfix.field.TransactTime;
import quickfix.fix44.MessageFactory;

/** Orders through plain QuickFIX/J with a memory store and no log: a new message for each order. */
final class PlainClient extends FixClient {
    private static final String PREFIX = "BENCH-";

    private final SocketInitiator initiator;
    private final Session session;
    private long orders;

    PlainClient(String client, String venue, int port) throws ConfigError, InterruptedException {
        SessionID id = new SessionID("FIX.4.4", client, venue);
        SessionSettings settings = PlainSettings.common(id);
        settings.setString(id, "ConnectionType", "initiator");
        settings.setString(id, "SocketConnectHost", "127.0.0.1");
        settings.setLong(id, "SocketConnectPort", port);
        settings.setLong(id, "ReconnectInterval", 1);
        initiator = new SocketInitiator(
                new Reports(), new MemoryStoreFactory(), settings, PlainSettings.NO_LOG, new MessageFactory());
        initiator.start();
        session = Session.lookupSession(id);
        awaitLogon(session::isLoggedOn);
    }

    @Override
    long nextOrder() {
        return orders + 1;
    }

    @Override
    void send() {
        orders++;
        Message message = new Message();
        message.getHeader().setString(35, "D");
        message.setString(11, PREFIX + orders);
        message.setString(21, "1");
        message.setString(38, DecimalText.format(123_400_000));
        message.setString(40, "2");
        message.setString(44, DecimalText.format(10_012_000_000L));
        message.setChar(54, '1');
        message.setString(55, "SYM0");
        message.setChar(59, '3');
        message.setUtcTimeStamp(TransactTime.FIELD, LocalDateTime.now(ZoneOffset.UTC), UtcTimestampPrecision.MILLIS);
        if (!session.send(message)) {
            throw new IllegalStateException("the plain session is down");
        }
    }

    @Override
    public void close() {
        initiator.stop(true);
    }

    /** Hears the reports. */
    private final class Reports extends QuietApplication {
        @Override
        public void fromApp(Message message, SessionID sessionId) throws FieldNotFound {
            if (message.getHeader().getString(35).equals("8")) {
                answered(Long.parseLong(message.getString(11).substring(PREFIX.length())));
            }
        }
    }
}
