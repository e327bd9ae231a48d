package mnvh.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mnvh.journal.JournalException.Kind;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionFolderTest {
    @TempDir
    Path temp;

    private static String refused(Path journal) {
        JournalException found = assertThrows(
                JournalException.class,
                () -> SessionFolder.create(journal, "day", 0).close());
        assertEquals(Kind.ENVIRONMENT, found.kind());
        assertTrue(found.toString().contains(journal.toString()), "the message names the folder: " + found);
        return found.toString();
    }

    /** Another daemon: takes a session on the folder and says so, or says why not. */
    static final class Daemon {
        private Daemon() {}

        public static void main(String[] arguments) throws IOException {
            try (SessionFolder session = SessionFolder.create(Path.of(arguments[0]), "day", 0)) {
                System.out.println("holds " + session.path().getFileName());
                System.out.flush();
                System.in.read();
            } catch (JournalException e) {
                System.out.println(e.kind() + " " + e.getMessage());
            }
        }
    }

    private Process daemon() throws IOException {
        return new ProcessBuilder(JournalFixture.java(Daemon.class.getName(), temp.toString()))
                .redirectErrorStream(true)
                .start();
    }

    private static String line(Process process) throws IOException {
        return String.valueOf(process.inputReader(StandardCharsets.UTF_8).readLine());
    }

    @Test
    void sessionHasItsTwoStreamsAndTakenNamesGetASuffix() {
        try (SessionFolder first = SessionFolder.create(temp, "day", 0)) {
            assertTrue(Files.isDirectory(first.inbound()) && Files.isDirectory(first.outbound()));
            assertEquals(temp.resolve("day"), first.path());
        }
        try (SessionFolder second = SessionFolder.create(temp, "day", 0)) {
            assertEquals(temp.resolve("day-2"), second.path());
        }
        try (SessionFolder third = SessionFolder.create(temp, "day", 0)) {
            assertEquals(temp.resolve("day-3"), third.path());
        }
        assertEquals(
                List.of(temp.resolve("day"), temp.resolve("day-2"), temp.resolve("day-3")),
                SessionFolder.sessions(temp));
    }

    @Test
    void secondDaemonInThisProcessIsRefusedUntilTheFirstCloses() {
        SessionFolder first = SessionFolder.create(temp, "day", 0);
        assertTrue(refused(temp)
                .contains("is used by another daemon (process "
                        + ProcessHandle.current().pid() + ")"));
        assertEquals(first.path(), SessionFolder.open(first.path()).path());
        first.close();
        SessionFolder.create(temp, "day", 0).close();
    }

    @Test
    void secondDaemonInAnotherProcessIsRefusedEvenAfterAFailedTryHere() throws IOException, InterruptedException {
        try (SessionFolder first = SessionFolder.create(temp, "day", 0)) {
            assertTrue(Files.isDirectory(first.path()));
            refused(temp);
            Process other = daemon();
            assertEquals(
                    "ENVIRONMENT journal folder " + temp + " is used by another daemon (process "
                            + ProcessHandle.current().pid() + "): stop it, or set journal.dir to a folder of its own",
                    line(other));
            assertEquals(0, other.waitFor());
        }
    }

    @Test
    void lockEndsWithTheProcessThatHeldIt() throws IOException, InterruptedException {
        Process other = daemon();
        assertEquals("holds day", line(other));
        assertTrue(refused(temp).contains("process " + other.pid()));
        other.destroyForcibly();
        assertNotEquals(0, other.waitFor());
        SessionFolder.create(temp, "day", 0).close();
    }

    @Test
    void fileInPlaceOfTheFolderIsRefused() throws IOException {
        Path file = Files.createFile(temp.resolve("journal"));
        assertTrue(refused(file).contains("is a file, not a folder"));
        assertTrue(refused(file.resolve("below")).contains("cannot be written"));
    }

    @Test
    void folderThatCannotBeWrittenIsRefused() {
        Assumptions.assumeTrue(
                Files.isDirectory(Path.of("/proc/self")), "skipped: needs a file system nobody can write");
        assertTrue(refused(Path.of("/proc/mnvh")).contains("cannot be written"));
        assertTrue(refused(Path.of("/proc")).contains("cannot be written"));
    }

    @Test
    void nearlyFullDiskIsRefusedAndTheLockIsGivenBack() {
        JournalException found = assertThrows(
                JournalException.class,
                () -> SessionFolder.create(temp, "day", Long.MAX_VALUE).close());
        assertEquals(Kind.ENVIRONMENT, found.kind());
        assertTrue(found.toString().contains(temp + " has "), found.toString());
        SessionFolder.create(temp, "day", 0).close();
    }

    @Test
    void missingSessionAndBadNamesAreRefused() {
        JournalException found = assertThrows(
                JournalException.class,
                () -> SessionFolder.open(temp.resolve("nothing")).close());
        assertTrue(found.toString().contains("no session at " + temp.resolve("nothing")));
        assertThrows(
                IllegalArgumentException.class,
                () -> SessionFolder.create(temp, "../x", 0).close());
        assertThrows(
                IllegalArgumentException.class,
                () -> SessionFolder.create(temp, "", 0).close());
    }
}
