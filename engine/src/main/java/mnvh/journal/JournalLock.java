package mnvh.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import mnvh.journal.JournalException.Kind;

/** The exclusive lock on a journal's folder: the file {@code .lock}, held by the operating system for one process. */
final class JournalLock implements AutoCloseable {
    private static final String FILE = ".lock";
    // Closing any channel of a file drops the process's locks on it, so a second try must not even open the file.
    private static final Set<Path> HELD = new HashSet<>();

    private final Path folder;
    private final FileChannel channel;
    private boolean closed;

    private JournalLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** @return the lock; throws {@link JournalException} ENVIRONMENT where somebody holds it */
    static JournalLock acquire(Path journalDir) throws IOException {
        Path folder = journalDir.toRealPath();
        synchronized (HELD) {
            if (HELD.contains(folder)) {
                throw taken(journalDir, String.valueOf(ProcessHandle.current().pid()));
            }
            Path file = folder.resolve(FILE);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            boolean locked = false;
            try {
                FileLock lock = channel.tryLock();
                if (lock == null) {
                    throw taken(journalDir, Files.readString(file).strip());
                }
                byte[] pid = (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII);
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(pid));
                HELD.add(folder);
                locked = true;
                return new JournalLock(folder, channel);
            } finally {
                if (!locked) {
                    channel.close();
                }
            }
        }
    }

    private static JournalException taken(Path journalDir, String pid) {
        return new JournalException(
                Kind.ENVIRONMENT,
                "journal folder " + journalDir + " is used by another daemon"
                        + (pid.isEmpty() ? "" : " (process " + pid + ")")
                        + ": stop it, or set journal.dir to a folder of its own");
    }

    @Override
    public void close() {
        synchronized (HELD) {
            if (closed) {
                return;
            }
            closed = true;
            HELD.remove(folder);
            try {
                channel.close();
            } catch (IOException e) {
                throw new JournalException(
                        Kind.ENVIRONMENT, "cannot release journal folder " + folder + ": " + e.getMessage(), e);
            }
        }
    }
}
