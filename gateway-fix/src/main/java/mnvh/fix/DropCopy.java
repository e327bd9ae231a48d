package mnvh.fix;

import java.nio.file.Path;
import mnvh.config.DropCopyConfig;
import mnvh.config.VenueConfig;
import mnvh.event.EventSlot;
import mnvh.event.FillCopyEvent;
import mnvh.event.Ingress;
import mnvh.event.Refusal;
import mnvh.event.SessionEvent;
import mnvh.event.SessionRole;
import mnvh.event.SessionState;
import mnvh.units.Clock;
import mnvh.units.Side;
import mnvh.universe.Universe;
import org.jspecify.annotations.Nullable;
import quickfix.Application;
import quickfix.Message;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.SessionStateListener;

/**
 * The second session, on which the venue tells every execution of ours again: 35=8 to {@link FillCopyEvent}.
 *
 * <p>It asks for nothing and trades nothing, and that it is down stops nothing by itself: the fills that lack their
 * copy do. Repeats (PossResend(97)) pass, the core knows them by ExecID(17). What is no execution, and what belongs to
 * an earlier run, is not the core's; an execution that cannot be read is refused and told.
 */
final class DropCopy implements Application, AutoCloseable {
    private final Universe universe;
    private final ReportFields fields;
    private final Ingress ingress;
    private final Refusals refusals;
    private final ClOrdIds ids;
    private final Credentials credentials;
    private final FixConnection connection;
    private final String address;
    private final Answers answers;
    private final VenueTime time;
    private volatile @Nullable Session session;
    private volatile String reason = "";
    private volatile boolean closing;
    private @Nullable SessionState lastState;
    private String lastText = "";

    /** @param resetOnLogon whether both sides forget their sequence numbers at every logon */
    DropCopy(
            VenueConfig venue,
            DropCopyConfig config,
            Universe universe,
            ClOrdIds ids,
            Ingress ingress,
            Answers answers,
            VenueTime time,
            Refusals refusals,
            Credentials credentials,
            boolean resetOnLogon,
            Path storeFolder,
            Clock clock) {
        this.universe = universe;
        this.fields = new ReportFields(universe, time);
        this.ingress = ingress;
        this.answers = answers;
        this.time = time;
        this.refusals = refusals;
        this.ids = ids;
        this.credentials = credentials;
        this.address = config.host() + ":" + config.port();
        SessionID id = FixSettings.initiatorId(venue, config);
        this.connection =
                new FixConnection(id, FixSettings.initiator(venue, config, id, resetOnLogon), this, storeFolder, clock);
    }

    /** Begins to connect. */
    void start(MessageLog log) {
        connection.start(log, null);
    }

    /** @return true while it is logged on; any thread */
    boolean up() {
        Session current = session;
        return current != null && current.isLoggedOn();
    }

    @Override
    public void onCreate(SessionID sessionId) {
        Session created = Session.lookupSession(sessionId);
        session = created;
        created.addStateListener(new SessionStateListener() {
            @Override
            public void onConnectException(SessionID of, Exception exception) {
                Throwable cause = exception.getCause() == null ? exception : exception.getCause();
                publish(SessionState.DOWN, "cannot connect to " + address + ": " + cause.getMessage());
            }
        });
    }

    @Override
    public void onLogon(SessionID sessionId) {
        reason = "";
        publish(SessionState.UP, "logged on");
    }

    /** It fell, or a logon was answered by a Logout(35=5) or by silence: told once until something changes. */
    @Override
    public void onLogout(SessionID sessionId) {
        publish(SessionState.DOWN, reason.isEmpty() ? "connection lost" : reason);
        reason = "";
    }

    private synchronized void publish(SessionState state, String text) {
        if (closing || (state == lastState && text.equals(lastText))) {
            return;
        }
        lastState = state;
        lastText = text;
        long stampNs = time.nowNs();
        answers.offer(slot -> new SessionEvent()
                .begin(slot, stampNs)
                .role(SessionRole.DROP_COPY)
                .state(state)
                .text(text));
    }

    @Override
    public void toAdmin(Message message, SessionID sessionId) {
        if (MsgType.LOGON.equals(Fields.textOr(message.getHeader(), Tag.MSG_TYPE, ""))) {
            credentials.sign(message);
        }
    }

    @Override
    public void fromAdmin(Message message, SessionID sessionId) {
        if (MsgType.LOGOUT.equals(Fields.textOr(message.getHeader(), Tag.MSG_TYPE, ""))) {
            reason = Fields.textOr(message, Tag.TEXT, "logged out by the venue");
        }
    }

    @Override
    public void toApp(Message message, SessionID sessionId) {
        // Nothing is sent.
    }

    @Override
    public void fromApp(Message message, SessionID sessionId) {
        String type = Fields.textOr(message.getHeader(), Tag.MSG_TYPE, "");
        if (!type.equals(MsgType.EXECUTION_REPORT)) {
            refusals.refuse(Refusal.UNSUPPORTED, -1, "drop copy: MsgType(35)=" + type);
            return;
        }
        try {
            onReport(message);
        } catch (MalformedField e) {
            refusals.refuse(e.refusal(), -1, "drop copy: 35=8 " + e.text());
        } catch (RuntimeException e) {
            refusals.refuse(Refusal.MALFORMED, -1, "drop copy: 35=8 " + e);
        }
    }

    private void onReport(Message report) throws MalformedField {
        switch (Fields.text(report, Tag.EXEC_TYPE, "ExecType")) {
            case "F", "1", "2" -> onFill(report);
            case "G", "H" ->
                // They change the books, and the order session halts at them.
                refusals.refuse(
                        Refusal.UNSUPPORTED,
                        universe.indexOf(Fields.textOr(report, Tag.SYMBOL, "")),
                        "drop copy: 35=8 ExecType(150)=" + Fields.text(report, Tag.EXEC_TYPE, "ExecType") + " of "
                                + Fields.textOr(report, Tag.CL_ORD_ID, "?"));
            default -> {}
        }
    }

    private void onFill(Message report) throws MalformedField {
        String order = Fields.text(report, Tag.CL_ORD_ID, "ClOrdID");
        long id = ids.parse(order);
        if (id == ClOrdIds.FOREIGN) {
            int of = universe.indexOf(Fields.textOr(report, Tag.SYMBOL, ""));
            refusals.refuse(Refusal.UNSUPPORTED, of, "drop copy: a fill not of this run: " + order);
            return;
        }
        int instrument = fields.instrument(report);
        Side side = fields.side(report);
        long quantity = Fields.size(report, Tag.LAST_QTY, "LastQty");
        long price = Fields.price(report, Tag.LAST_PX, "LastPx");
        String execId = Fields.text(report, Tag.EXEC_ID, "ExecID");
        long stampNs = fields.transactTime(report);
        EventSlot slot = ingress.claim();
        new FillCopyEvent()
                .begin(slot, stampNs)
                .clOrdId(id)
                .instrument(instrument)
                .side(side)
                .quantity(quantity)
                .price(price)
                .execId(execId);
        ingress.publish(slot);
    }

    @Override
    public void close() {
        closing = true;
        connection.close();
    }
}
