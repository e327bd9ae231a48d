package mnvh.fix;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import mnvh.units.Clock;
import org.jspecify.annotations.Nullable;
import quickfix.Log;
import quickfix.LogFactory;
import quickfix.SessionID;

/**
 * The session's messages and events as text, one line each: time, direction, message with {@code |} for SOH.
 *
 * <p>Any thread logs, and never waits: a thread of its own masks secrets and writes. Lines that find its queue full are
 * dropped and their number is written instead. A disk that fails ends the log, not the session.
 */
final class MessageLog implements LogFactory, AutoCloseable {
    private static final int CAPACITY = 1 << 16;
    private static final long POLL_MS = 5;
    private static final long CLOSE_WAIT_MS = 2_000;

    private record Line(long timestampNs, char direction, String text) {}

    private static final Line END = new Line(0, ' ', "");

    private final BlockingQueue<Line> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final AtomicLong dropped = new AtomicLong();
    private final Clock clock;
    private final WireText stamp = new WireText();
    private final BufferedWriter writer;
    private final Thread thread = new Thread(this::run, "fix-message-log");

    /** Opens {@code file} for appending; throws {@link FixException} when that cannot be done. */
    MessageLog(Path file, Clock clock) {
        this.clock = clock;
        try {
            @Nullable Path parent = file.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            writer = Files.newBufferedWriter(
                    file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new FixException(
                    FixException.Kind.ENVIRONMENT, "cannot write the message log " + file + ": " + e.getMessage(), e);
        }
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public Log create(SessionID sessionId) {
        return new SessionLog(this);
    }

    /** @return a log that keeps nothing */
    static LogFactory none() {
        return sessionId -> new SessionLog(null);
    }

    private void add(char direction, String text) {
        if (!queue.offer(new Line(clock.nowNs(), direction, text))) {
            dropped.incrementAndGet();
        }
    }

    private void run() {
        try (writer) {
            Line line = await();
            while (line != END) {
                write(line);
                line = queue.poll();
                if (line == null) {
                    writer.flush();
                    line = await();
                }
            }
        } catch (IOException e) {
            // Nothing is left to tell it with but the session's own counters; trading goes on.
            dropped.incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks now and then: a thread that waited to be told would be woken by, and on the time of, whoever logs. */
    private Line await() throws InterruptedException {
        Line line = queue.poll();
        while (line == null) {
            TimeUnit.MILLISECONDS.sleep(POLL_MS);
            line = queue.poll();
        }
        return line;
    }

    private void write(Line line) throws IOException {
        long lost = dropped.getAndSet(0);
        if (lost > 0) {
            writer.write(FixTime.timestamp(line.timestampNs) + " # " + lost + " lines lost\n");
        }
        writer.write(stamp.clear().timestamp(line.timestampNs).text());
        writer.write(' ');
        writer.write(line.direction);
        writer.write(' ');
        writer.write(MessageMask.mask(line.text));
        writer.write('\n');
    }

    /** Writes what waits and closes the file. */
    @Override
    public void close() {
        try {
            if (queue.offer(END, CLOSE_WAIT_MS, TimeUnit.MILLISECONDS)) {
                thread.join(CLOSE_WAIT_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** QuickFIX/J's view; without a target it keeps nothing. */
    private record SessionLog(@Nullable MessageLog target) implements Log {
        @Override
        public void clear() {
            // A log is history: a session that starts again does not rewrite it.
        }

        @Override
        public void onIncoming(String message) {
            add('<', message);
        }

        @Override
        public void onOutgoing(String message) {
            add('>', message);
        }

        @Override
        public void onEvent(String text) {
            add('#', text);
        }

        @Override
        public void onErrorEvent(String text) {
            add('!', text);
        }

        private void add(char direction, String text) {
            if (target != null) {
                target.add(direction, text);
            }
        }
    }
}
