package mnvh.bench;

import quickfix.Log;
import quickfix.LogFactory;
import quickfix.SessionID;
import quickfix.SessionSettings;

/** QuickFIX/J as it comes: what a session needs, and its defaults for everything else. */
final class PlainSettings {
    /** Keeps nothing. */
    static final LogFactory NO_LOG = id -> new SilentLog();

    private PlainSettings() {}

    /** @return a session of FIX 4.4 that never ends and starts at 1 */
    static SessionSettings common(SessionID id) {
        SessionSettings settings = new SessionSettings();
        settings.setString(id, "BeginString", id.getBeginString());
        settings.setString(id, "SenderCompID", id.getSenderCompID());
        settings.setString(id, "TargetCompID", id.getTargetCompID());
        settings.setBool(id, "NonStopSession", true);
        settings.setBool(id, "ResetOnLogon", true);
        settings.setLong(id, "HeartBtInt", 30);
        return settings;
    }

    /** A log that keeps nothing. */
    private static final class SilentLog implements Log {
        @Override
        public void clear() {
            // Nothing is kept.
        }

        @Override
        public void onIncoming(String message) {
            // Nothing is kept.
        }

        @Override
        public void onOutgoing(String message) {
            // Nothing is kept.
        }

        @Override
        public void onEvent(String text) {
            // Nothing is kept.
        }

        @Override
        public void onErrorEvent(String text) {
            // Nothing is kept.
        }
    }
}
