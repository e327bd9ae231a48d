package mnvh.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The kill switch of a daemon in a process of its own: pulled every way, killed by force, started again, reset. */
@Timeout(300)
@Tag("slow")
class KillSwitchTest extends DaemonCase {
    @Test
    void c08_staysPulledOverKillAndRestartUntilANamedPersonResetsIt() throws Exception {
        Process first = daemon("journal");
        Path file = folder.resolve("KILL");
        assertEquals(0, ask("kill --by alice"), err.toString());
        killed(first);
        assertTrue(Files.readString(file).contains("by alice: drill"), Files.readString(file));
        // A session is named by the second of its start.
        Thread.sleep(1100);
        Process second = daemon("journal");
        await("killed", "true");
        await("state", "HALTED");
        assertEquals(0, ask("resume --by bob"));
        assertEquals("HALTED", status("state"));
        assertEquals(0, ask("kill --by bob"), "twice");
        assertEquals(2, execute("reset --reason drill --control " + folder), "in nobody's name");
        assertEquals("true", status("killed"));
        assertEquals(0, ask("reset --by carol"), err.toString());
        assertEquals("false", status("killed"));
        assertFalse(Files.exists(file));
        assertEquals("HALTED", status("state"), "a reset trades nothing");
        assertEquals(0, ask("resume --by carol"));
        await("state", "ACTIVE");
        killed(second);
        String asked = inspect(1, "command");
        assertTrue(asked.lines().findFirst().orElse("").contains("still pulled from before"), asked);
        assertTrue(asked.contains("reset reason=drill operator=carol"), asked);
    }

    @Test
    void isPulledByItsFileAndBySignal() throws Exception {
        Process process = daemon("journal");
        Path file = folder.resolve("KILL");
        Files.createFile(file);
        await("killed", "true");
        await("state", "HALTED");
        assertEquals(0, ask("reset --by carol"), err.toString());
        assertFalse(Files.exists(file));
        Thread.sleep(200);
        assertEquals("false", status("killed"), "the file that is gone pulls nothing");
        assertEquals(
                0,
                new ProcessBuilder("kill", "-" + KillSignal.NAME, Long.toString(process.pid()))
                        .start()
                        .waitFor());
        await("killed", "true");
        assertTrue(Files.readString(file).contains("SIGUSR2"));
        killed(process);
        assertTrue(inspect(0, "command").contains("kill reason=SIGUSR2 operator=signal"), inspect(0, "command"));
    }
}
