package mnvh.fix;

import java.util.List;
import mnvh.event.SessionEvent;
import mnvh.event.SessionState;
import mnvh.universe.Instrument;
import mnvh.universe.Universe;
import org.jspecify.annotations.Nullable;
import quickfix.Group;
import quickfix.Message;
import quickfix.Session;

/**
 * From logon to trading: 35=x, y compared with the universe, 35=V, and only then the session is up; then 35=AF, AN.
 *
 * <p>Callbacks come from the session's own thread and from QuickFIX/J's timer, hence the lock, which is never held
 * while waiting: events leave through {@link Answers}. After a refusal on our side the session logs out and stays out.
 */
final class FixSessionFlow {
    private static final String LIST_ID = "LIST";
    private static final String SUBSCRIPTION_ID = "QUOTES";
    private static final String ORDERS_ID = "ORDERS";
    private static final String POSITIONS_ID = "POSITIONS";

    private final Universe universe;
    private final String account;
    private final Answers answers;
    private final VenueTime time;
    private volatile boolean up;
    private Runnable onUp = () -> {};
    private boolean loggedOn;
    private boolean refused;
    private boolean closing;
    private @Nullable SecurityListCheck check;
    private @Nullable SessionState lastState;
    private String lastText = "";
    private String reason = "";

    /** @param account start of every ClOrdID(11), by which the simulator tells accounts apart */
    FixSessionFlow(Universe universe, String account, Answers answers, VenueTime time) {
        this.universe = universe;
        this.account = account;
        this.answers = answers;
        this.time = time;
    }

    /** Names what is to be done as soon as orders may leave; before the start. */
    void whenUp(Runnable action) {
        onUp = action;
    }

    /** @return true while orders may leave */
    boolean up() {
        return up;
    }

    synchronized void onLogon(Session session) {
        loggedOn = true;
        reason = "";
        check = new SecurityListCheck(universe);
        Message request = message(MsgType.SECURITY_LIST_REQUEST);
        request.setString(Tag.SECURITY_REQ_ID, LIST_ID);
        request.setString(Tag.SECURITY_LIST_REQUEST_TYPE, "4");
        session.send(request);
    }

    /** @return false when nobody asked for a list */
    synchronized boolean onSecurityList(Message list, Session session) {
        SecurityListCheck current = check;
        if (current == null) {
            return false;
        }
        if (!current.add(list)) {
            return true;
        }
        check = null;
        List<String> differences = current.differences();
        if (!differences.isEmpty()) {
            String more = differences.size() == 1 ? "" : " (and " + (differences.size() - 1) + " more)";
            refuse(differences.get(0) + more, session);
        } else if (session.send(subscription())) {
            up = true;
            // Before anybody hears of it: a kill that somebody then asks for is another.
            onUp.run();
            publish(SessionState.UP, "logged on, " + universe.size() + " instruments subscribed");
            session.send(ordersRequest());
            session.send(positionsRequest());
        }
        return true;
    }

    /** The venue will not serve us: it refused what no trading is possible without. */
    synchronized void refuse(String text, Session session) {
        refused = true;
        up = false;
        publish(SessionState.REFUSED, text);
        session.logout(text);
    }

    /** Notes why the session is about to fall; the first reason is the cause, later ones are its effects. */
    synchronized void note(String text) {
        if (reason.isEmpty()) {
            reason = text;
        }
    }

    /** The session fell, or a logon was answered by a Logout(35=5) or by silence. */
    synchronized void onLogout() {
        up = false;
        boolean wasOn = loggedOn;
        loggedOn = false;
        check = null;
        String text = reason;
        reason = "";
        if (refused) {
            return;
        }
        if (wasOn) {
            publish(SessionState.DOWN, text.isEmpty() ? "connection lost" : text);
        } else {
            publish(SessionState.REFUSED, text.isEmpty() ? "connection closed without an answer to the logon" : text);
        }
    }

    synchronized void onConnectFailure(String text) {
        publish(SessionState.DOWN, text);
    }

    /** From here on nothing is published: we end the session ourselves. */
    synchronized void close() {
        closing = true;
        up = false;
    }

    private void publish(SessionState state, String text) {
        if (closing || (state == lastState && text.equals(lastText))) {
            return;
        }
        lastState = state;
        lastText = text;
        long stampNs = time.nowNs();
        answers.offer(
                slot -> new SessionEvent().begin(slot, stampNs).state(state).text(text));
    }

    private Message subscription() {
        Message request = message(MsgType.MARKET_DATA_REQUEST);
        request.setString(Tag.MD_REQ_ID, SUBSCRIPTION_ID);
        request.setString(Tag.SUBSCRIPTION_REQUEST_TYPE, "1");
        request.setString(Tag.MARKET_DEPTH, "1");
        request.setString(Tag.MD_UPDATE_TYPE, "1");
        for (String type : new String[] {EntryType.BID, EntryType.OFFER, EntryType.TRADE, EntryType.SETTLEMENT_PRICE}) {
            Group entry = new Group(Tag.NO_MD_ENTRY_TYPES, Tag.MD_ENTRY_TYPE);
            entry.setString(Tag.MD_ENTRY_TYPE, type);
            request.addGroup(entry);
        }
        for (Instrument instrument : universe.instruments()) {
            Group entry = new Group(Tag.NO_RELATED_SYM, Tag.SYMBOL);
            entry.setString(Tag.SYMBOL, instrument.symbol());
            request.addGroup(entry);
        }
        return request;
    }

    /** The status of every order that works: of ours after a lost session, and of what an earlier process left. */
    private static Message ordersRequest() {
        Message request = message(MsgType.ORDER_MASS_STATUS_REQUEST);
        request.setString(Tag.MASS_STATUS_REQ_ID, ORDERS_ID);
        request.setString(Tag.MASS_STATUS_REQ_TYPE, "7");
        return request;
    }

    /** Positions now and whenever the venue tells them; a venue that cannot is asked for nothing more. */
    private Message positionsRequest() {
        Message request = message(MsgType.REQUEST_FOR_POSITIONS);
        request.setString(Tag.POS_REQ_ID, POSITIONS_ID);
        request.setString(Tag.POS_REQ_TYPE, "0");
        request.setString(Tag.SUBSCRIPTION_REQUEST_TYPE, "1");
        request.setString(Tag.ACCOUNT, account);
        request.setString(Tag.TRANSACT_TIME, FixTime.timestamp(time.nowNs()));
        return request;
    }

    private static Message message(String type) {
        Message message = new Message();
        message.getHeader().setString(Tag.MSG_TYPE, type);
        return message;
    }
}
