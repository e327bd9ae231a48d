package mnvh.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import mnvh.monitor.ControlToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Whose the files of a folder are, and who may read them. */
@DisabledOnOs(OS.WINDOWS)
class ControlFolderOwnerTest {
    private final ControlToken own = ControlToken.create();
    private final ControlToken other = ControlToken.create();

    @TempDir
    private Path path;

    @Test
    void daemonTakesAwayWhatItLeft() throws IOException {
        ControlFolder folder = new ControlFolder(path.resolve("run"));
        folder.write("http://127.0.0.1:1", own);
        assertEquals("http://127.0.0.1:1", folder.address());
        assertEquals(own.text(), folder.token());
        folder.clear(own);
        assertEquals(List.of(), left(folder));
        assertThrows(RunFailure.class, folder::token);
        assertThrows(RunFailure.class, folder::address);
    }

    @Test
    void daemonLeavesWhatIsAnotherOnesByNow() throws IOException {
        ControlFolder folder = new ControlFolder(path);
        folder.write("http://127.0.0.1:1", own);
        folder.write("http://127.0.0.1:2", other);
        folder.clear(own);
        assertEquals("http://127.0.0.1:2", folder.address());
        assertEquals(other.text(), folder.token());
        folder.clear(other);
        assertEquals(List.of(), left(folder));
    }

    @Test
    void daemonThatFindsNothingTakesNothingAway() throws IOException {
        ControlFolder folder = new ControlFolder(path);
        Files.writeString(path.resolve("control.address"), "http://127.0.0.1:2\n");
        folder.clear(own);
        assertEquals(List.of("control.address"), left(folder), "whose it is nothing tells");
    }

    @Test
    void onlyTheOwnerMayReadThem() throws IOException {
        ControlFolder folder = new ControlFolder(path);
        folder.write("http://127.0.0.1:1", own);
        for (String file : left(folder)) {
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(path.resolve(file))),
                    file);
        }
        assertTrue(left(folder).contains("control.token"));
    }

    private static List<String> left(ControlFolder folder) throws IOException {
        try (Stream<Path> files = Files.list(folder.path())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
