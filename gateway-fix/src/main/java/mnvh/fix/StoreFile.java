package mnvh.fix;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The file behind a {@link SessionStore}: a line per change, {@code kind number [message]}, written by its own thread.
 *
 * <p>A creation time starts the file afresh. Line feeds within messages are escaped. A last line without its line feed
 * is what a crash left and is ignored. The target's number changes with every message received and is written only
 * every {@link #TARGET_EVERY}th time and at the end: one that is too low costs a resend, never a lost message. When the
 * disk fails, the next append throws, and the session reports that nothing was sent.
 */
final class StoreFile implements AutoCloseable {
    static final char CREATED = 'C';
    static final char SENDER = 'S';
    static final char TARGET = 'T';
    static final char MESSAGE = 'M';

    private static final int CAPACITY = 1 << 14;
    private static final int TARGET_EVERY = 64;
    private static final long POLL_MS = 2;
    private static final long CLOSE_WAIT_MS = 2_000;
    private static final long OFFER_WAIT_MS = 2_000;

    private record Line(char kind, long number, @Nullable String message) {}

    private static final Line END = new Line(' ', 0, null);

    /** Takes what a file held, in order. */
    @FunctionalInterface
    interface Reader {
        void onLine(char kind, long number, String message);
    }

    private final Path path;
    private final BlockingQueue<Line> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final Thread thread = new Thread(this::run, "fix-store");
    private volatile @Nullable IOException failure;
    private volatile long lastTarget = 1;

    /** Names the file and makes its folder; throws {@link FixException} when that cannot be done. */
    StoreFile(Path path) {
        this.path = path;
        try {
            Path parent = path.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
        } catch (IOException e) {
            throw new FixException(
                    FixException.Kind.ENVIRONMENT, "cannot write the FIX store " + path + ": " + e.getMessage(), e);
        }
        thread.setDaemon(true);
    }

    /** Reads the file once and starts the writer; returns false when there was none. */
    boolean load(Reader reader) throws IOException {
        boolean exists = Files.exists(path);
        if (exists) {
            String text = Files.readString(path, StandardCharsets.ISO_8859_1);
            int start = 0;
            for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
                read(text.substring(start, end), reader);
                start = end + 1;
            }
            if (start < text.length()) {
                truncate(start);
            }
        }
        thread.start();
        return exists;
    }

    void created(long ms) throws IOException {
        lastTarget = 1;
        append(new Line(CREATED, ms, null));
    }

    void sender(int next) throws IOException {
        append(new Line(SENDER, next, null));
    }

    void target(int next) throws IOException {
        lastTarget = next;
        if (next % TARGET_EVERY == 0) {
            append(new Line(TARGET, next, null));
        }
    }

    void message(int sequence, String message) throws IOException {
        append(new Line(MESSAGE, sequence, message));
    }

    private void append(Line line) throws IOException {
        IOException failed = failure;
        if (failed != null) {
            throw new IOException("FIX store " + path + " failed: " + failed.getMessage(), failed);
        }
        try {
            if (!queue.offer(line, OFFER_WAIT_MS, TimeUnit.MILLISECONDS)) {
                throw new IOException("FIX store " + path + " does not keep up");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private void run() {
        @Nullable BufferedWriter writer = null;
        try {
            writer = open(StandardOpenOption.APPEND);
            Line line = await();
            while (line != END) {
                if (line.kind == CREATED) {
                    writer.close();
                    writer = open(StandardOpenOption.TRUNCATE_EXISTING);
                }
                write(writer, line);
                line = queue.poll();
                if (line == null) {
                    writer.flush();
                    line = await();
                }
            }
        } catch (IOException e) {
            failure = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close(writer);
        }
    }

    /** Looks now and then: a thread that waited to be told would be woken by, and on the time of, whoever sends. */
    private Line await() throws InterruptedException {
        Line line = queue.poll();
        while (line == null) {
            TimeUnit.MILLISECONDS.sleep(POLL_MS);
            line = queue.poll();
        }
        return line;
    }

    private void close(@Nullable BufferedWriter writer) {
        try {
            if (writer != null) {
                writer.close();
            }
        } catch (IOException e) {
            failure = e;
        }
    }

    private BufferedWriter open(StandardOpenOption option) throws IOException {
        return Files.newBufferedWriter(path, StandardCharsets.ISO_8859_1, StandardOpenOption.CREATE, option);
    }

    private static void write(BufferedWriter writer, Line line) throws IOException {
        writer.write(line.kind);
        writer.write(' ');
        writer.write(Long.toString(line.number));
        if (line.message != null) {
            writer.write(' ');
            writer.write(line.message.replace("\\", "\\\\").replace("\n", "\\n"));
        }
        writer.write('\n');
    }

    private void read(String line, Reader reader) throws IOException {
        try {
            int second = line.indexOf(' ', 2);
            long number = Long.parseLong(second < 0 ? line.substring(2) : line.substring(2, second));
            String message = second < 0 ? "" : unescape(line.substring(second + 1));
            if (line.charAt(0) == TARGET) {
                lastTarget = number;
            }
            reader.onLine(line.charAt(0), number, message);
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new IOException(
                    "FIX store " + path + " is damaged at '" + line + "'; move it away to start afresh", e);
        }
    }

    private static String unescape(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                i++;
                c = text.charAt(i) == 'n' ? '\n' : text.charAt(i);
            }
            plain.append(c);
        }
        return plain.toString();
    }

    private void truncate(long length) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            channel.truncate(length);
        }
    }

    /** Writes what waits and the target's number, and closes the file. */
    @Override
    public void close() {
        try {
            if (thread.isAlive()
                    && queue.offer(new Line(TARGET, lastTarget, null), CLOSE_WAIT_MS, TimeUnit.MILLISECONDS)
                    && queue.offer(END, CLOSE_WAIT_MS, TimeUnit.MILLISECONDS)) {
                thread.join(CLOSE_WAIT_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
