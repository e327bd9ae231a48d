package mnvh.fix;

import static mnvh.fix.Loopback.gateway;
import static mnvh.fix.Loopback.universe;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import mnvh.config.VenueConfig;
import mnvh.event.SessionEvent;
import mnvh.event.SessionState;
import mnvh.units.WallClock;
import mnvh.universe.Universe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Passwords: asked for, and written nowhere. */
@Timeout(60)
class FixSecretsTest {
    @TempDir
    Path folder;

    private final RecordingIngress ingress = new RecordingIngress();

    @Test
    void wrongPasswordIsRefusedAndNoSecretIsWrittenAnywhere() throws Exception {
        Universe universe = universe(1);
        Path right = password("right", "correct-horse");
        Path wrong = password("wrong", "battery-staple");
        VenueConfig venue = Loopback.venue(1e9, right);
        Path venueLog = folder.resolve("venue.log");
        try (FixSimulator simulator =
                new FixSimulator(venue, new ScriptedMarket(universe, 1, 1), null, 20, new WallClock(), venueLog)) {
            simulator.start();
            VenueConfig here = Loopback.at(venue, simulator.port(), wrong);
            try (FixGateway gateway = gateway(here, universe, ingress, folder.resolve("a"))) {
                gateway.start();
                SessionEvent refused = ingress.nextSession();
                assertEquals(SessionState.REFUSED, refused.state());
                assertEquals("unknown user or wrong password", refused.text());
            }
            try (FixGateway gateway =
                    gateway(Loopback.at(venue, simulator.port(), right), universe, ingress, folder.resolve("b"))) {
                gateway.start();
                SessionEvent event = ingress.nextSession();
                while (event.state() == SessionState.REFUSED) {
                    event = ingress.nextSession();
                }
                assertEquals(SessionState.UP, event.state());
            }
        }
        List<Path> files = new ArrayList<>(List.of(venueLog));
        for (String name : List.of("a", "b")) {
            try (var listed = Files.list(folder.resolve(name))) {
                listed.forEach(files::add);
            }
        }
        assertEquals(5, files.size(), files.toString());
        for (Path file : files) {
            String text = Files.readString(file);
            assertFalse(text.contains("correct-horse") || text.contains("battery-staple"), file.toString());
        }
        String log = Files.readString(folder.resolve("b/messages.log"));
        assertTrue(log.contains("|35=A|") && log.contains("|553=alice|554=***|"), log);
        assertTrue(log.contains(" < 8=FIX.4.4|") && log.contains("|35=y|"), log);
    }

    @Test
    void passwordFileOpenToOthersIsRefused() throws IOException {
        Path file = password("open", "secret");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        FixException refused = assertThrows(FixException.class, () -> PasswordFile.read(file));
        assertTrue(String.valueOf(refused.getMessage()).contains("chmod 600"), refused.getMessage());
    }

    private Path password(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
