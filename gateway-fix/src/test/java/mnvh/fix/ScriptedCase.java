package mnvh.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import mnvh.config.VenueConfig;
import mnvh.event.SessionState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import quickfix.Message;

/** A gateway for one instrument, S0, that is logged on at a {@link ScriptedVenue} over a real socket. */
@Timeout(60)
abstract class ScriptedCase {
    /** 2024-01-02 03:04:05.678901234 UTC. */
    static final long STAMP_NS = Instant.parse("2024-01-02T03:04:05Z").getEpochSecond() * 1_000_000_000L + 678_901_234L;

    /** For the store and the log of messages. */
    @TempDir
    Path folder;

    final RecordingIngress ingress = new RecordingIngress();
    ScriptedVenue venue;
    FixGateway gateway;

    @BeforeEach
    void connect() throws Exception {
        VenueConfig config = Loopback.venue(1, null);
        venue = new ScriptedVenue(config);
        gateway = Loopback.gateway(Loopback.at(config, venue.port(), null), Loopback.universe(1), ingress, folder);
        gateway.start();
        venue.take("x");
    }

    @AfterEach
    void disconnect() {
        gateway.close();
        venue.close();
    }

    /** The venue lists the instrument as it is, and the session comes up. */
    void comeUp() throws Exception {
        venue.send(ScriptedVenue.list("S0", "0.01"));
        Message request = venue.take("V");
        assertEquals("S0", request.getGroup(1, 146).getString(55));
        assertEquals(SessionState.UP, ingress.nextSession().state());
    }
}
