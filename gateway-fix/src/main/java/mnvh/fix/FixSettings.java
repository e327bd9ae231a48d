package mnvh.fix;

import mnvh.config.ConfigException;
import mnvh.config.DropCopyConfig;
import mnvh.config.VenueConfig;
import org.jspecify.annotations.Nullable;
import quickfix.SessionID;
import quickfix.SessionSettings;

/** QuickFIX/J's settings of both ends, in one place. */
final class FixSettings {
    static final String BEGIN_STRING = "FIX.4.4";

    private FixSettings() {}

    /** @return the session as the initiator sees it */
    static SessionID initiatorId(VenueConfig venue) {
        requireVersion(venue);
        return new SessionID(venue.beginString(), venue.senderCompId(), venue.targetCompId());
    }

    /** @return the drop copy's session as the initiator sees it */
    static SessionID initiatorId(VenueConfig venue, DropCopyConfig copy) {
        requireVersion(venue);
        return new SessionID(venue.beginString(), copy.senderCompId(), copy.targetCompId());
    }

    /** @return the session as the other end sees it */
    static SessionID seenFromThere(SessionID id) {
        return new SessionID(id.getBeginString(), id.getTargetCompID(), id.getSenderCompID());
    }

    /** @param resetOnLogon whether both sides forget their sequence numbers at every logon */
    static SessionSettings initiator(VenueConfig venue, SessionID id, boolean resetOnLogon) {
        return initiator(venue, id, venue.host(), venue.port(), resetOnLogon);
    }

    /** @param resetOnLogon whether both sides forget their sequence numbers at every logon */
    static SessionSettings initiator(VenueConfig venue, DropCopyConfig copy, SessionID id, boolean resetOnLogon) {
        return initiator(venue, id, copy.host(), copy.port(), resetOnLogon);
    }

    private static SessionSettings initiator(
            VenueConfig venue, SessionID id, String host, int port, boolean resetOnLogon) {
        SessionSettings settings = new SessionSettings();
        common(settings, id, resetOnLogon);
        settings.setString(id, "ConnectionType", "initiator");
        settings.setString(id, "SocketConnectHost", host);
        settings.setLong(id, "SocketConnectPort", port);
        settings.setLong(id, "HeartBtInt", venue.heartbeatS());
        settings.setString(id, "ReconnectInterval", "1;2;5;10;30");
        return settings;
    }

    /** @param copyId the drop copy's session, null where there is none; it may have an address of its own */
    static SessionSettings acceptor(VenueConfig venue, SessionID id, @Nullable SessionID copyId) {
        SessionSettings settings = new SessionSettings();
        accept(settings, id, venue.host(), venue.port());
        DropCopyConfig copy = venue.dropCopy();
        if (copy != null && copyId != null) {
            accept(settings, copyId, copy.host(), copy.port());
        }
        return settings;
    }

    private static void accept(SessionSettings settings, SessionID id, String host, int port) {
        common(settings, id, true);
        settings.setString(id, "ConnectionType", "acceptor");
        settings.setString(id, "SocketAcceptAddress", host);
        settings.setLong(id, "SocketAcceptPort", port);
    }

    private static void common(SessionSettings settings, SessionID id, boolean resetOnLogon) {
        settings.setString(id, "BeginString", id.getBeginString());
        settings.setString(id, "SenderCompID", id.getSenderCompID());
        settings.setString(id, "TargetCompID", id.getTargetCompID());
        settings.setBool(id, "NonStopSession", true);
        settings.setBool(id, "ResetOnLogon", resetOnLogon);
        // A simulated clock is years away from SendingTime(52).
        settings.setBool(id, "CheckLatency", false);
        settings.setString(id, "TimeStampPrecision", "MILLIS");
        settings.setLong(id, "LogonTimeout", 10);
        settings.setLong(id, "LogoutTimeout", 2);
        // The dictionary is needed to find groups. Judging fields is our decoders' work: what they refuse is counted
        // and journaled, where QuickFIX/J would only send a Reject(35=3).
        settings.setBool(id, "UseDataDictionary", true);
        settings.setString(id, "DataDictionary", "FIX44.xml");
        settings.setBool(id, "ValidateIncomingMessage", false);
        settings.setBool(id, "ValidateUserDefinedFields", false);
        settings.setBool(id, "ValidateUnorderedGroupFields", false);
        settings.setBool(id, "AllowUnknownMsgFields", true);
        settings.setBool(id, "RejectMessageOnUnhandledException", true);
        settings.setBool(id, "LogMessageWhenSessionNotFound", false);
    }

    private static void requireVersion(VenueConfig venue) {
        if (!BEGIN_STRING.equals(venue.beginString())) {
            throw new ConfigException("venue " + venue.name() + ": begin_string must be " + BEGIN_STRING + ", got "
                    + venue.beginString());
        }
    }
}
