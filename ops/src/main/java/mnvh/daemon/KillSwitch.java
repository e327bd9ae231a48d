package mnvh.daemon;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import mnvh.event.Command;
import mnvh.monitor.ControlRefusal;
import org.apache.logging.log4j.LogManager;
import org.jspecify.annotations.Nullable;

/**
 * The kill switch of a running daemon and the file it stands in, which is both its memory and a way to pull it.
 *
 * <p>Pulled by an operator over the control API, by SIGUSR2, or by the file's appearance, it closes the gateway first,
 * then writes the file, and only then enters the inbound stream, which may be full. As long as the file is there every
 * start begins killed. Only a reset in somebody's name takes it away. Any thread.
 */
final class KillSwitch implements AutoCloseable {
    private static final long POLL_MS = 5;
    private static final long RESET_TIMEOUT_NS = TimeUnit.SECONDS.toNanos(5);
    private static final int READ_MOST = 4096;

    private final Path file;
    private final KillSignal signal;
    private final TradingDaemon daemon;
    private final AtomicLong pulled = new AtomicLong();
    private final Object fileLock = new Object();
    private final Object resetting = new Object();
    private final Thread watch = new Thread(this::watch, "mnvh-kill-file");
    private volatile boolean closed;

    /**
     * @param file stands for the switch: there while it is pulled
     * @param signal pulls it too
     */
    KillSwitch(Path file, KillSignal signal, TradingDaemon daemon) {
        this.file = file;
        this.signal = signal;
        this.daemon = daemon;
        watch.setDaemon(true);
    }

    /**
     * Begins to watch file and signal; the daemon's rings run, its gateway may not yet. Where the file is there
     * already, the first thing in the stream is that the switch is pulled.
     *
     * @return what the file says, null where there is none
     */
    @Nullable
    String start() {
        String found = found();
        if (found != null) {
            kill("", "still pulled from before: " + found);
        }
        signal.pulls(() -> kill("signal", "SIG" + KillSignal.NAME));
        watch.start();
        return found;
    }

    private @Nullable String found() {
        if (Files.notExists(file)) {
            return null;
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            String text = new String(bytes, 0, Math.min(bytes.length, READ_MOST), StandardCharsets.UTF_8);
            return text.isBlank()
                    ? file.toString()
                    : text.strip().lines().findFirst().orElse("");
        } catch (IOException e) {
            // What cannot be read is there, and that is what counts.
            return file + " cannot be read";
        }
    }

    /** @return true while no order may leave */
    boolean active() {
        return daemon.killed();
    }

    /**
     * Pulls it: the gateway first, then the file, then the stream. Throws {@link ControlRefusal} when the file cannot
     * be written; the switch is pulled then all the same, for as long as the process lives.
     *
     * @return inbound sequence of the command
     */
    long kill(String operator, String reason) {
        pulled.incrementAndGet();
        daemon.closeGateway();
        IOException unwritten = null;
        synchronized (fileLock) {
            try {
                write(operator, reason);
            } catch (IOException e) {
                unwritten = e;
            }
        }
        long sequence = daemon.journalKill(operator, reason);
        if (unwritten != null) {
            throw new ControlRefusal(
                    500, "killed, but a restart would not know: " + file + " cannot be written: " + unwritten);
        }
        return sequence;
    }

    /** On the disk before the caller goes on; one that is there already stands. */
    private void write(String operator, String reason) throws IOException {
        String text = Instant.now() + " by " + (operator.isEmpty() ? "the daemon" : operator) + ": " + reason + "\n";
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (FileAlreadyExistsException e) {
            // Pulled before, by this or by who made the file: the first reason stays.
            return;
        }
    }

    /**
     * Lifts it: the core answers, the gateway opens, and then the file goes. What was killed stays halted. Throws
     * {@link ControlRefusal} when it was not lifted: it was pulled again meanwhile, or the core did not answer.
     *
     * @return inbound sequence of the command
     */
    long reset(String operator, String reason) {
        synchronized (resetting) {
            long before = pulled.get();
            long sequence = daemon.requests().command(Command.RESET, operator, reason);
            long startNs = System.nanoTime();
            while (daemon.killed() && pulled.get() == before) {
                if (daemon.failure() != null || System.nanoTime() - startNs > RESET_TIMEOUT_NS) {
                    throw new ControlRefusal(503, "the core has not answered; still killed");
                }
                pause();
            }
            synchronized (fileLock) {
                if (daemon.killed()) {
                    throw new ControlRefusal(409, "pulled again meanwhile; still killed");
                }
                try {
                    Files.deleteIfExists(file);
                } catch (IOException e) {
                    throw new ControlRefusal(500, file + " cannot be removed: " + e + "; it pulls the switch again");
                }
            }
            return sequence;
        }
    }

    private void watch() {
        while (!closed) {
            pause();
            synchronized (resetting) {
                if (!closed && Files.exists(file) && !daemon.killed()) {
                    pullByFile();
                }
            }
        }
    }

    /** The gateway is closed first; what fails behind that, as a full ring of an ending daemon, ends no watching. */
    private void pullByFile() {
        try {
            kill("file", file + " appeared");
        } catch (RuntimeException e) {
            LogManager.getLogger("mnvh.kill").error("pulled by {}, but not journaled", file, e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        watch.interrupt();
    }
}
