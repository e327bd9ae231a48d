package mnvh.fix;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Predicate;
import quickfix.Message;

/**
 * The simulator's drop copy: every execution again, for a session of its own.
 *
 * <p>The latest {@link #MOST_WAITING} of what is told while that session is away wait, and come with PossResend(97)=Y
 * once it is back, as from venues whose sequence numbers start again at every logon. What was on its way when the
 * session fell is lost. The market's thread, but for {@link #lose}.
 */
final class SimulatorCopies {
    /** Copies that wait for their session; beyond them the oldest are lost. */
    static final int MOST_WAITING = 4096;

    private final Queue<Message> waiting = new ArrayDeque<>();
    private final Predicate<Message> sender;
    private volatile boolean losing;

    /** @param sender sends to the drop copy's session; false while it is away */
    SimulatorCopies(Predicate<Message> sender) {
        this.sender = sender;
    }

    /** Tells a report again that the client was sent. */
    void tell(Message report) {
        if (losing) {
            return;
        }
        Message copy = (Message) report.clone();
        copy.setString(Tag.COPY_MSG_INDICATOR, "Y");
        if (sender.test(copy)) {
            return;
        }
        if (waiting.size() == MOST_WAITING) {
            waiting.remove();
        }
        waiting.add(copy);
    }

    /** Loses every copy from now on; any thread. */
    void lose() {
        losing = true;
    }

    /** The session is back. */
    void onLogon() {
        for (Message copy = waiting.peek(); copy != null; copy = waiting.peek()) {
            copy.getHeader().setString(Tag.POSS_RESEND, "Y");
            if (!sender.test(copy)) {
                return;
            }
            waiting.remove();
        }
    }
}
