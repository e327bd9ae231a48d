package mnvh.fix;

import java.util.concurrent.atomic.AtomicLong;
import mnvh.event.Refusal;
import org.jspecify.annotations.Nullable;
import quickfix.Application;
import quickfix.DoNotSend;
import quickfix.Message;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.SessionStateListener;

/**
 * What QuickFIX/J calls at the initiator: by MsgType(35) to the decoders, and the session's state to its flow.
 *
 * <p>Calls come from the session's thread and from the timer; decoding is under one lock. No exception leaves a
 * decoder: a message that cannot be read is refused and the session lives on.
 */
final class FixCallbacks implements Application {
    private final FixMarketData marketData;
    private final FixOrderEntry orderEntry;
    private final FixPositions positions;
    private final FixSessionFlow flow;
    private final FixVenue venue;
    private final SentRequests sent;
    private final KillLane lane;
    private final Refusals refusals;
    private final String address;
    private final Credentials credentials;
    private final AtomicLong messagesIn = new AtomicLong();
    private final AtomicLong messagesOut = new AtomicLong();
    private final AtomicLong resendRequests = new AtomicLong();
    private final Object decoding = new Object();
    private volatile @Nullable Session session;
    private volatile long lastInNanos;

    FixCallbacks(
            FixMarketData marketData,
            FixOrderEntry orderEntry,
            FixPositions positions,
            FixSessionFlow flow,
            FixVenue venue,
            SentRequests sent,
            KillLane lane,
            Refusals refusals,
            String address,
            Credentials credentials) {
        this.marketData = marketData;
        this.orderEntry = orderEntry;
        this.positions = positions;
        this.flow = flow;
        this.venue = venue;
        this.sent = sent;
        this.lane = lane;
        this.refusals = refusals;
        this.address = address;
        this.credentials = credentials;
    }

    @Override
    public void onCreate(SessionID sessionId) {
        Session created = Session.lookupSession(sessionId);
        session = created;
        created.addStateListener(new SessionWatch());
        venue.session(created);
        lane.session(created);
    }

    @Override
    public void onLogon(SessionID sessionId) {
        Session current = session;
        if (current != null) {
            synchronized (decoding) {
                marketData.clear();
            }
            flow.onLogon(current);
        }
    }

    @Override
    public void onLogout(SessionID sessionId) {
        flow.onLogout();
    }

    @Override
    public void toAdmin(Message message, SessionID sessionId) {
        messagesOut.incrementAndGet();
        switch (type(message)) {
            case MsgType.LOGON:
                credentials.sign(message);
                break;
            case MsgType.RESEND_REQUEST:
                resendRequests.incrementAndGet();
                break;
            default:
                break;
        }
    }

    @Override
    public void fromAdmin(Message message, SessionID sessionId) {
        received();
        switch (type(message)) {
            case MsgType.LOGOUT:
                flow.note(Fields.textOr(message, Tag.TEXT, "logged out by the venue"));
                break;
            case MsgType.REJECT:
                onReject(message);
                break;
            case MsgType.RESEND_REQUEST:
                resendRequests.incrementAndGet();
                break;
            default:
                break;
        }
    }

    @Override
    public void toApp(Message message, SessionID sessionId) throws DoNotSend {
        if (message instanceof RequestMessage request) {
            messagesOut.incrementAndGet();
            sent.add(request.request());
            return;
        }
        String type = type(message);
        boolean order = type.equals(MsgType.NEW_ORDER_SINGLE) || type.equals(MsgType.ORDER_CANCEL_REQUEST);
        if (order) {
            // Only a resend reads one from its text. An order of the past is not repeated: its price was of its time. A
            // gap fill takes its number.
            throw new DoNotSend();
        }
        messagesOut.incrementAndGet();
    }

    @Override
    public void fromApp(Message message, SessionID sessionId) {
        received();
        synchronized (decoding) {
            try {
                decode(message);
            } catch (RuntimeException e) {
                String type = type(message);
                // A fill may have been in it.
                Refusal refusal = type.equals(MsgType.EXECUTION_REPORT) ? Refusal.EXECUTION : Refusal.MALFORMED;
                refusals.refuse(refusal, -1, "35=" + type + " " + e);
            }
        }
    }

    private void decode(Message message) {
        String type = type(message);
        switch (type) {
            case MsgType.MARKET_DATA_INCREMENT:
                marketData.onIncrement(message);
                break;
            case MsgType.MARKET_DATA_SNAPSHOT:
                marketData.onSnapshot(message);
                break;
            case MsgType.EXECUTION_REPORT:
                orderEntry.onExecutionReport(message);
                break;
            case MsgType.POSITION_REPORT:
                positions.onReport(message);
                break;
            case MsgType.ORDER_CANCEL_REJECT:
                orderEntry.onCancelReject(message);
                break;
            case MsgType.TRADING_SESSION_STATUS:
                marketData.onTradingSession(message);
                break;
            case MsgType.BUSINESS_MESSAGE_REJECT:
                onReject(message);
                break;
            case MsgType.SECURITY_LIST:
                marketData.onSecurityList(message);
                Session current = session;
                if (current != null && !flow.onSecurityList(message, current)) {
                    refusals.refuse(Refusal.UNSUPPORTED, -1, "35=y that nobody asked for");
                }
                break;
            case MsgType.MARKET_DATA_REQUEST_REJECT:
                refuseSession("market data refused: " + Fields.textOr(message, Tag.TEXT, "no reason given"));
                break;
            default:
                refusals.refuse(Refusal.UNSUPPORTED, -1, "MsgType(35)=" + type);
        }
    }

    private void onReject(Message reject) {
        synchronized (decoding) {
            if (orderEntry.onMessageReject(reject)) {
                return;
            }
        }
        String refType = Fields.textOr(reject, Tag.REF_MSG_TYPE, "?");
        String text = Fields.textOr(reject, Tag.TEXT, "no reason given");
        if (refType.equals(MsgType.SECURITY_LIST_REQUEST) || refType.equals(MsgType.MARKET_DATA_REQUEST)) {
            refuseSession("35=" + refType + " rejected: " + text);
        } else {
            refusals.refuse(Refusal.UNSUPPORTED, -1, "venue rejected our 35=" + refType + ": " + text);
        }
    }

    private void refuseSession(String text) {
        Session current = session;
        if (current != null) {
            flow.refuse(text, current);
        }
    }

    private void received() {
        messagesIn.incrementAndGet();
        lastInNanos = System.nanoTime();
    }

    private static String type(Message message) {
        return Fields.textOr(message.getHeader(), Tag.MSG_TYPE, "");
    }

    /** @return the session at this moment */
    FixStatus status() {
        Session current = session;
        long in = messagesIn.get();
        return new FixStatus(
                current != null && current.isLoggedOn(),
                flow.up(),
                current == null ? 1 : current.getExpectedSenderNum(),
                current == null ? 1 : current.getExpectedTargetNum(),
                in,
                messagesOut.get(),
                refusals.count(),
                venue.notSent(),
                resendRequests.get(),
                in == 0 ? -1 : System.nanoTime() - lastInNanos);
    }

    /** What {@link Application} is not told; apart from it because both name a logon alike. */
    private final class SessionWatch implements SessionStateListener {
        @Override
        public void onConnectException(SessionID sessionId, Exception exception) {
            Throwable cause = exception.getCause() == null ? exception : exception.getCause();
            flow.onConnectFailure("cannot connect to " + address + ": " + cause.getMessage());
        }

        @Override
        public void onHeartBeatTimeout(SessionID sessionId) {
            flow.note("no heartbeat from the venue");
        }

        @Override
        public void onReset(SessionID sessionId) {
            sent.clear();
        }
    }
}
