package mnvh.journal;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Forces a stream's files to the device, through channels of its own: Chronicle's sync promises nothing by default and
 * only logs a failure.
 *
 * <p>Any thread, one at a time. Allocates where the file changes only.
 */
final class DurablePoint implements AutoCloseable {
    private final JournalWriter writer;
    private @Nullable File file;
    private @Nullable FileChannel channel;
    private volatile long records;

    DurablePoint(JournalWriter writer) {
        this.writer = writer;
    }

    /** Returns when everything that was committed before the call survives loss of power. */
    synchronized void force() throws IOException {
        long committed = writer.records();
        File current = writer.file();
        if (current == null) {
            return;
        }
        FileChannel open = channel;
        if (open == null || !current.equals(file)) {
            if (open != null) {
                // The end of the file that was rolled away.
                open.force(true);
                open.close();
            }
            open = FileChannel.open(current.toPath(), StandardOpenOption.READ, StandardOpenOption.WRITE);
            channel = open;
            file = current;
            open.force(true);
            forceFolder(writer.folder());
        } else {
            open.force(false);
        }
        records = committed;
    }

    /** A new file's name survives only when its folder does; systems that cannot open folders do not need it. */
    private static void forceFolder(Path folder) throws IOException {
        FileChannel names;
        try {
            names = FileChannel.open(folder, StandardOpenOption.READ);
        } catch (IOException e) {
            return;
        }
        try (names) {
            names.force(true);
        }
    }

    /** @return records that survive loss of power */
    long records() {
        return records;
    }

    @Override
    public synchronized void close() {
        FileChannel open = channel;
        channel = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                writer.failed(e);
            }
        }
    }
}
