package mnvh.journal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import mnvh.journal.JournalException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A session's folder: {@code inbound} is the truth, {@code outbound} is the proof.
 *
 * <p>One that was created holds an exclusive lock on the journal's folder until it is closed or the process ends. Any
 * thread.
 */
public final class SessionFolder implements AutoCloseable {
    /** Bytes that must be free before a session starts. */
    public static final long MINIMUM_FREE_BYTES = 256L << 20;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final int MOST_SUFFIXES = 10_000;

    private final Path path;
    private final @Nullable JournalLock lock;

    private SessionFolder(Path path, @Nullable JournalLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Makes a new session and locks the journal for this process.
     *
     * @param journalDir made where it is missing
     * @param name letters, digits, dot, dash and underscore; where it is taken, -2, -3 and so on are tried
     * @return the session; throws {@link JournalException} ENVIRONMENT where another daemon holds the journal, or where
     *     the folder is no folder, cannot be written or is nearly full
     */
    public static SessionFolder create(Path journalDir, String name) {
        return create(journalDir, name, MINIMUM_FREE_BYTES);
    }

    static SessionFolder create(Path journalDir, String name, long minimumFreeBytes) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a session name: '" + name + "'");
        }
        if (Files.exists(journalDir) && !Files.isDirectory(journalDir)) {
            throw new JournalException(Kind.ENVIRONMENT, "journal folder " + journalDir + " is a file, not a folder");
        }
        JournalLock lock = null;
        try {
            Files.createDirectories(journalDir);
            lock = JournalLock.acquire(journalDir);
            long free = Files.getFileStore(journalDir).getUsableSpace();
            if (free < minimumFreeBytes) {
                throw new JournalException(
                        Kind.ENVIRONMENT,
                        "journal folder " + journalDir + " has " + (free >> 20) + " MiB free, a session needs "
                                + (minimumFreeBytes >> 20) + " MiB");
            }
            Path session = createSession(journalDir, name);
            Files.createDirectory(session.resolve("inbound"));
            Files.createDirectory(session.resolve("outbound"));
            SessionFolder created = new SessionFolder(session, lock);
            lock = null;
            return created;
        } catch (IOException e) {
            throw new JournalException(
                    Kind.ENVIRONMENT, "journal folder " + journalDir + " cannot be written: " + reason(e), e);
        } finally {
            if (lock != null) {
                lock.close();
            }
        }
    }

    private static Path createSession(Path journalDir, String name) throws IOException {
        for (int suffix = 1; suffix < MOST_SUFFIXES; suffix++) {
            try {
                return Files.createDirectory(journalDir.resolve(suffix == 1 ? name : name + "-" + suffix));
            } catch (FileAlreadyExistsException e) {
                // Two sessions started within one second: the later one gets the next suffix.
                continue;
            }
        }
        throw new JournalException(
                Kind.ENVIRONMENT, "journal folder " + journalDir + " has too many sessions called " + name);
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return e.getClass().getSimpleName() + (message == null ? "" : ", " + message);
    }

    /**
     * Opens a session for reading; takes no lock and writes nothing.
     *
     * @return the session; throws {@link JournalException} ENVIRONMENT where there is none
     */
    public static SessionFolder open(Path session) {
        SessionFolder folder = new SessionFolder(session, null);
        if (!isSession(session)) {
            throw new JournalException(
                    Kind.ENVIRONMENT, "no session at " + session + ": expected the folders inbound and outbound in it");
        }
        return folder;
    }

    /** @return the sessions of a journal, by name; empty where the journal does not exist */
    public static List<Path> sessions(Path journalDir) {
        List<Path> found = new ArrayList<>();
        if (!Files.isDirectory(journalDir)) {
            return found;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(journalDir, SessionFolder::isSession)) {
            for (Path entry : entries) {
                found.add(entry);
            }
        } catch (IOException e) {
            throw new JournalException(
                    Kind.ENVIRONMENT, "journal folder " + journalDir + " cannot be read: " + reason(e), e);
        }
        Collections.sort(found);
        return found;
    }

    private static boolean isSession(Path path) {
        return Files.isDirectory(path.resolve("inbound")) && Files.isDirectory(path.resolve("outbound"));
    }

    /** @return the session's folder */
    public Path path() {
        return path;
    }

    /** @return folder of the inbound stream */
    public Path inbound() {
        return path.resolve("inbound");
    }

    /** @return folder of the outbound stream */
    public Path outbound() {
        return path.resolve("outbound");
    }

    /** Releases the journal for the next daemon; the session stays. */
    @Override
    public void close() {
        if (lock != null) {
            lock.close();
        }
    }
}
