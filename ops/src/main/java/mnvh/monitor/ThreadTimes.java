package mnvh.monitor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What Linux counts for one thread: time on a CPU, time it could have run and did not, page faults, and whether it is
 * blocked in the kernel right now. Read from two small files kept open; a reading allocates nothing.
 */
final class ThreadTimes implements AutoCloseable {
    /** A thread's name in the kernel has no more characters. */
    private static final int NAME_LENGTH = 15;
    /** Fields of stat after the name's closing bracket. */
    private static final int STATE_FIELD = 0;

    private static final int MINOR_FIELD = 7;
    private static final int MAJOR_FIELD = 9;

    private final FileChannel schedstat;
    private final FileChannel stat;
    private final ByteBuffer text = ByteBuffer.allocateDirect(1024);
    private int at;

    long cpuNs;
    long runDelayNs;
    long minorFaults;
    long majorFaults;
    boolean blocked;

    private ThreadTimes(FileChannel schedstat, FileChannel stat) {
        this.schedstat = schedstat;
        this.stat = stat;
    }

    /** @return the files of this process's thread of that name, or null where there is none or no such files */
    static @Nullable ThreadTimes of(Path tasks, String thread) {
        String shown = thread.length() > NAME_LENGTH ? thread.substring(0, NAME_LENGTH) : thread;
        try (Stream<Path> folders = Files.list(tasks)) {
            Optional<Path> task =
                    folders.filter(folder -> shown.equals(nameOf(folder))).findFirst();
            return task.isPresent() ? open(task.get()) : null;
        } catch (IOException e) {
            return null;
        }
    }

    private static ThreadTimes open(Path task) throws IOException {
        FileChannel schedstat = FileChannel.open(task.resolve("schedstat"), StandardOpenOption.READ);
        try {
            return new ThreadTimes(schedstat, FileChannel.open(task.resolve("stat"), StandardOpenOption.READ));
        } catch (IOException e) {
            schedstat.close();
            throw e;
        }
    }

    private static String nameOf(Path task) {
        try {
            return Files.readString(task.resolve("comm"), StandardCharsets.UTF_8)
                    .strip();
        } catch (IOException e) {
            // The thread has ended between the listing and the look.
            return "";
        }
    }

    /** Reads all five; false once the thread has ended. */
    boolean read() {
        try {
            if (!load(schedstat)) {
                return false;
            }
            cpuNs = number();
            runDelayNs = number();
            if (!load(stat)) {
                return false;
            }
        } catch (IOException e) {
            return false;
        }
        // The name, in brackets, may hold blanks and brackets itself.
        at = text.limit();
        while (at > 0 && text.get(at - 1) != ')') {
            at--;
        }
        at++;
        for (int field = STATE_FIELD; field <= MAJOR_FIELD; field++) {
            if (field == STATE_FIELD) {
                blocked = text.get(at) == 'D';
                at += 2;
            } else {
                long value = number();
                minorFaults = field == MINOR_FIELD ? value : minorFaults;
                majorFaults = field == MAJOR_FIELD ? value : majorFaults;
            }
        }
        return true;
    }

    private boolean load(FileChannel file) throws IOException {
        text.clear();
        int bytes = file.read(text, 0);
        text.flip();
        at = 0;
        return bytes > 0;
    }

    private long number() {
        long value = 0;
        boolean negative = text.get(at) == '-';
        at += negative ? 1 : 0;
        while (at < text.limit() && text.get(at) >= '0' && text.get(at) <= '9') {
            value = value * 10 + text.get(at) - '0';
            at++;
        }
        at++;
        return negative ? -value : value;
    }

    @Override
    public void close() throws IOException {
        try (schedstat) {
            stat.close();
        }
    }
}
