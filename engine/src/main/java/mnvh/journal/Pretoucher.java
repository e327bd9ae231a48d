package mnvh.journal;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;
import net.openhft.chronicle.core.Memory;
import net.openhft.chronicle.core.OS;
import org.jspecify.annotations.Nullable;

/**
 * Runs ahead of a writer on a thread of its own, so that the appender finds its pages mapped and their blocks
 * allocated.
 *
 * <p>A second mapping of the queue file is touched with one compare-and-set of 0 by 0 per page: an atomic store that
 * can only write what is there, so it may race with the appender on any byte. It never goes past the end of the file
 * and never makes it longer.
 *
 * <p>It also watches the disk: below {@link #LEAST_FREE_BYTES} the writer is told and refuses its next record, before a
 * store into a sparse file can fault.
 */
public final class Pretoucher implements AutoCloseable {
    /** Bytes kept ready ahead of the writer. */
    public static final long DEFAULT_AHEAD_BYTES = 4L << 20;

    /** Bytes below which a running session stops. */
    public static final long LEAST_FREE_BYTES = 64L << 20;

    private static final long WINDOW = 16L << 20;
    private static final long PAGE = 4096;
    private static final long BUSY_PARK_NS = 1_000_000;
    private static final long IDLE_PARK_NS = 10_000_000;
    private static final long SPACE_CHECK_NS = 50_000_000;

    private final JournalWriter writer;
    private final long aheadBytes;
    private final long leastFreeBytes;
    private final Thread thread;
    private volatile boolean stopped;
    private volatile long touchedTo;

    private @Nullable File file;
    private @Nullable FileChannel channel;
    private long windowAddress;
    private long windowStart;
    private long windowBytes;

    /** Starts ahead of {@code writer}, which stops it when it is closed. */
    public Pretoucher(JournalWriter writer) {
        this(writer, DEFAULT_AHEAD_BYTES, LEAST_FREE_BYTES);
    }

    Pretoucher(JournalWriter writer, long aheadBytes, long leastFreeBytes) {
        this.writer = writer;
        this.aheadBytes = aheadBytes;
        this.leastFreeBytes = leastFreeBytes;
        this.thread = new Thread(this::run, "mnvh-pretouch-" + writer.folder().getFileName());
        thread.setDaemon(true);
        writer.attach(this);
        thread.start();
    }

    private void run() {
        try {
            FileStore disk = Files.getFileStore(writer.folder());
            long checked = System.nanoTime() - SPACE_CHECK_NS;
            while (!stopped) {
                if (System.nanoTime() - checked >= SPACE_CHECK_NS) {
                    checked = System.nanoTime();
                    checkSpace(disk);
                }
                boolean moved = touchAhead();
                LockSupport.parkNanos(moved ? BUSY_PARK_NS : IDLE_PARK_NS);
            }
        } catch (Throwable e) {
            writer.failed(e);
        }
        try {
            forget();
        } catch (Throwable e) {
            writer.failed(e);
        }
    }

    private void checkSpace(FileStore disk) throws IOException {
        long free = disk.getUsableSpace();
        if (free < leastFreeBytes) {
            throw new IOException("the disk has " + (free >> 20) + " MiB left, a session stops below "
                    + (leastFreeBytes >> 20) + " MiB");
        }
    }

    private boolean touchAhead() throws IOException {
        File current = writer.file();
        if (current == null) {
            return false;
        }
        if (!current.equals(file)) {
            forget();
            channel = FileChannel.open(current.toPath(), StandardOpenOption.READ, StandardOpenOption.WRITE);
            file = current;
            touchedTo = 0;
        }
        long from = Math.max(touchedTo, writer.position()) & -PAGE;
        long to = (writer.position() + aheadBytes) & -PAGE;
        long page = from;
        while (page < to && !stopped && map(page)) {
            touch(windowAddress + page - windowStart);
            page += PAGE;
        }
        touchedTo = page;
        return page > from;
    }

    /** Stores 0 over 0 in one word: dirties the page, or leaves it alone where the word is already in use. */
    static void touch(long address) {
        Memory memory = OS.memory();
        memory.compareAndSwapLong(address, 0L, 0L);
    }

    /** @return true where the page is inside the mapped window, which is moved as needed; false past the file's end */
    private boolean map(long page) throws IOException {
        if (page >= windowStart && page + PAGE <= windowStart + windowBytes) {
            return true;
        }
        FileChannel open = channel;
        if (open == null) {
            return false;
        }
        long start = page / WINDOW * WINDOW;
        long bytes = Math.min(WINDOW, (open.size() - start) & -PAGE);
        if (page + PAGE > start + bytes) {
            return false;
        }
        unmap();
        windowAddress = OS.map(open, MapMode.READ_WRITE, start, bytes);
        windowStart = start;
        windowBytes = bytes;
        return true;
    }

    private void unmap() throws IOException {
        if (windowBytes != 0) {
            OS.unmap(windowAddress, windowBytes);
            windowBytes = 0;
        }
    }

    private void forget() throws IOException {
        unmap();
        FileChannel open = channel;
        channel = null;
        if (open != null) {
            open.close();
        }
    }

    /** @return end of the pages known to be ready in the writer's file */
    long touchedTo() {
        return touchedTo;
    }

    /** Returns when the thread has ended and its mapping is gone. */
    @Override
    public void close() {
        stopped = true;
        LockSupport.unpark(thread);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
