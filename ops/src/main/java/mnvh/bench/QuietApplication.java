package mnvh.bench;

import quickfix.Application;
import quickfix.FieldNotFound;
import quickfix.Message;
import quickfix.SessionID;

/** A FIX application that has nothing to say about its session. */
abstract class QuietApplication implements Application {
    @Override
    public void onCreate(SessionID sessionId) {
        // Nothing to prepare.
    }

    @Override
    public void onLogon(SessionID sessionId) {
        // Nothing to begin with.
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
        // Nothing to read.
    }

    @Override
    public void toApp(Message message, SessionID sessionId) {
        // Nothing to add.
    }

    @Override
    public abstract void fromApp(Message message, SessionID sessionId) throws FieldNotFound;
}
