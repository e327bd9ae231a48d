package mnvh.fix;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import quickfix.Message;
import quickfix.Session;

/**
 * The simulator's drop copy: every execution again, for a session of its own.
 *
 * <p>What is told while that session is away waits, and comes with PossResend(97)=Y once it is back, as venues do whose
 * sequence numbers start again at every logon. The market's thread but for {@link #session}.
 */
final class SimulatorCopies {
    private final Queue<Message> waiting = new ArrayDeque<>();
    private volatile @Nullable Session session;

    /** The session that copies go to. */
    void session(Session value) {
        session = value;
    }

    /** Tells a report again that the client was sent; nothing where there is no such session. */
    void tell(Message report) {
        if (session == null) {
            return;
        }
        Message copy = (Message) report.clone();
        copy.setString(Tag.COPY_MSG_INDICATOR, "Y");
        if (!send(copy)) {
            waiting.add(copy);
        }
    }

    /** The session is back. */
    void onLogon() {
        for (Message copy = waiting.peek(); copy != null; copy = waiting.peek()) {
            copy.getHeader().setString(Tag.POSS_RESEND, "Y");
            if (!send(copy)) {
                return;
            }
            waiting.remove();
        }
    }

    private boolean send(Message copy) {
        Session current = session;
        return current != null && current.isLoggedOn() && current.send(copy);
    }
}
