package mnvh.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import mnvh.config.VenueConfig;
import mnvh.event.SessionState;
import quickfix.Message;

/** A gateway for one instrument, S0, that is logged on at a {@link ScriptedVenue} over a real socket. */
final class ScriptedSession implements AutoCloseable {
    final RecordingIngress ingress = new RecordingIngress();
    final ScriptedVenue venue;
    final FixGateway gateway;

    /** @param folder for the store and the log of messages */
    ScriptedSession(Path folder) throws Exception {
        VenueConfig config = Loopback.venue(1, null);
        venue = new ScriptedVenue(config);
        gateway = Loopback.gateway(Loopback.at(config, venue.port(), null), Loopback.universe(1), ingress, folder);
        gateway.start();
        venue.take("x");
    }

    /** The venue lists the instrument as it is, and the session comes up. */
    void comeUp() throws Exception {
        venue.send(ScriptedVenue.list("S0", "0.01"));
        Message request = venue.take("V");
        assertEquals("S0", request.getGroup(1, 146).getString(55));
        assertEquals(SessionState.UP, ingress.nextSession().state());
    }

    @Override
    public void close() {
        gateway.close();
        venue.close();
    }
}
