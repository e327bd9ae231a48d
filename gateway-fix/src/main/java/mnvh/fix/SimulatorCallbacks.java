package mnvh.fix;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import quickfix.Application;
import quickfix.Message;
import quickfix.RejectLogon;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.UnsupportedMessageType;

/** What QuickFIX/J calls at the acceptor: checks the logon, hands everything else to the market thread. */
final class SimulatorCallbacks implements Application {
    private final SimulatorLoop loop;
    private final @Nullable SessionID dropCopy;
    private final @Nullable String username;
    private final @Nullable String password;

    /**
     * @param dropCopy the session that is told every execution again, null for none
     * @param username Username(553) a logon must carry, null for any; the same for the password
     */
    SimulatorCallbacks(
            SimulatorLoop loop, @Nullable SessionID dropCopy, @Nullable String username, @Nullable String password) {
        this.loop = loop;
        this.dropCopy = dropCopy;
        this.username = username;
        this.password = password;
    }

    @Override
    public void onCreate(SessionID sessionId) {
        Session created = Session.lookupSession(sessionId);
        if (sessionId.equals(dropCopy)) {
            loop.copySession(created);
        } else {
            loop.session(created);
        }
    }

    @Override
    public void onLogon(SessionID sessionId) {
        // The client asks for what it wants; nothing is sent unasked but what a drop copy missed.
        if (sessionId.equals(dropCopy)) {
            loop.onCopyLogon();
        }
    }

    @Override
    public void onLogout(SessionID sessionId) {
        if (!sessionId.equals(dropCopy)) {
            loop.onLogout();
        }
    }

    @Override
    public void toAdmin(Message message, SessionID sessionId) {
        // Nothing to add.
    }

    @Override
    public void fromAdmin(Message message, SessionID sessionId) throws RejectLogon {
        boolean logon = MsgType.LOGON.equals(Fields.textOr(message.getHeader(), Tag.MSG_TYPE, ""));
        if (logon
                && !(matches(username, Fields.textOr(message, Tag.USERNAME, ""))
                        && matches(password, Fields.textOr(message, Tag.PASSWORD, "")))) {
            throw new RejectLogon("unknown user or wrong password");
        }
    }

    /** Compares in constant time. */
    private static boolean matches(@Nullable String expected, String given) {
        return expected == null
                || MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void toApp(Message message, SessionID sessionId) {
        // Nothing to add.
    }

    @Override
    public void fromApp(Message message, SessionID sessionId) throws UnsupportedMessageType {
        if (sessionId.equals(dropCopy)) {
            throw new UnsupportedMessageType();
        }
        loop.onMessage(message);
    }
}
