package mnvh.journal;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Objects;
import mnvh.event.EventConsumer;
import mnvh.event.EventHeader;
import mnvh.event.EventSlot;
import mnvh.event.FrameConsumer;
import mnvh.event.OutboundFrame;
import mnvh.units.HotPath;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.core.io.BackgroundResourceReleaser;
import net.openhft.chronicle.core.time.TimeProvider;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.wire.DocumentContext;
import org.jspecify.annotations.Nullable;

/**
 * Appends sealed records to one stream of a session.
 *
 * <p>A record is on disk when the call returns; {@link WriteAhead} commits a whole ring batch as one excerpt instead.
 * Appended by one thread at a time; {@link #head}, {@link #records}, {@link #sync} and the positions are for any
 * thread. Allocates nothing after the first record but a few kilobytes where Chronicle maps a block or rolls its file
 * (daily). After any failure the open excerpt is rolled back and every later append fails.
 */
@HotPath
public final class JournalWriter implements AutoCloseable, EventConsumer, FrameConsumer {
    /** Time between two syncs of {@link SyncLevel#INTERVAL}. */
    public static final long DEFAULT_SYNC_INTERVAL_MS = 100;

    private final Path folder;
    private final String stream;
    private final SyncLevel level;
    private final DurablePoint durable;
    private final @Nullable IntervalSync intervalSync;
    private final SingleChronicleQueue queue;
    private final RecordSeal seal = new RecordSeal();
    private final FileEnds ends;

    private @Nullable ExcerptAppender appender;
    private @Nullable DocumentContext context;
    private @Nullable Bytes<?> bytes;
    private @Nullable Pretoucher pretoucher;
    private int cycle = Integer.MIN_VALUE;
    private long writePosition;
    private int excerptBytes;
    private long staged;
    private long chain = RecordSeal.FIRST;

    private volatile long records;
    private volatile long head = RecordSeal.FIRST;
    private volatile long position;
    private volatile @Nullable File file;
    private volatile @Nullable Throwable failure;
    private boolean closed;

    /** @param folder the stream's folder, empty; see {@link SessionFolder} */
    public JournalWriter(Path folder) {
        this(folder, SyncLevel.PROCESS, DEFAULT_SYNC_INTERVAL_MS);
    }

    /**
     * @param folder the stream's folder, empty; see {@link SessionFolder}
     * @param syncIntervalMs time between two syncs, for {@link SyncLevel#INTERVAL} only
     */
    public JournalWriter(Path folder, SyncLevel level, long syncIntervalMs) {
        this(folder, level, syncIntervalMs, Chronicle.wallClock());
    }

    /** @param rollClock says the day, which names the queue file */
    JournalWriter(Path folder, SyncLevel level, long syncIntervalMs, TimeProvider rollClock) {
        this.folder = folder;
        this.stream = String.valueOf(folder.getFileName());
        this.level = level;
        this.durable = new DurablePoint(this);
        this.ends = new FileEnds(folder);
        this.queue = Chronicle.queue(folder, rollClock);
        this.intervalSync = level == SyncLevel.INTERVAL ? new IntervalSync(this, syncIntervalMs) : null;
    }

    /**
     * Appends a text of the session, as the first records of the inbound stream.
     *
     * @param kind {@code EventKind.CONFIG} or {@code EventKind.UNIVERSE}
     */
    public void appendText(int kind, long sequence, long timestampNs, String text) {
        ByteBuffer record = TextRecord.encode(kind, timestampNs, text);
        append(record, EventHeader.length(record, 0), sequence);
    }

    /** Seals the slot's record in place and commits it, batch or not: the next consumer of the slot may act on it. */
    @Override
    public void onEvent(EventSlot slot, long sequence, boolean endOfBatch) {
        append(slot.buffer(), slot.length(), sequence);
    }

    /** Seals the frame in place and commits it as one excerpt. */
    @Override
    public void onFrame(OutboundFrame frame, long sequence, boolean endOfBatch) {
        append(frame.buffer(), frame.length(), sequence);
    }

    private void append(ByteBuffer record, int length, long sequence) {
        stage(record, length, sequence);
        commit();
    }

    /** Seals a record and adds it to the open excerpt; readers see it after {@link #commit}. */
    void stage(ByteBuffer record, int length, long sequence) {
        Throwable earlier = failure;
        if (earlier != null) {
            rollBack(earlier);
            throw WriteFault.after(folder, sequence, earlier);
        }
        try {
            check(record, length, sequence);
            if (context == null || excerptBytes + length > JournalFormat.BATCH_BYTES) {
                commit();
                open();
            }
            EventHeader.sequence(record, 0, sequence);
            chain = seal.seal(record, 0, length, chain);
            Bytes<?> target = bytes;
            if (target == null) {
                throw new IllegalStateException(stream + ": no excerpt is open");
            }
            target.write(writePosition, record, 0, length);
            writePosition += length;
            target.writePosition(writePosition);
            excerptBytes += length;
            staged++;
        } catch (Throwable e) {
            throw fail(sequence, e);
        }
    }

    /** Makes everything staged visible, and durable where the level says so. */
    void commit() {
        DocumentContext open = context;
        if (open == null) {
            return;
        }
        try {
            open.close();
            context = null;
            bytes = null;
            excerptBytes = 0;
            position = writePosition;
            records = staged;
            head = chain;
            if (level == SyncLevel.ALWAYS) {
                durable.force();
            }
        } catch (Throwable e) {
            throw fail(staged, e);
        }
    }

    private void open() {
        ExcerptAppender target = appender;
        if (target == null) {
            target = queue.createAppender();
            // Texts come from the starting thread and events from the core; never two at once, so the check is ours.
            target.singleThreadedCheckDisabled(true);
            appender = target;
        }
        DocumentContext opened = target.writingDocument();
        context = opened;
        Bytes<?> to = Objects.requireNonNull(opened.wire()).bytes();
        bytes = to;
        writePosition = to.writePosition();
        if (target.cycle() != cycle) {
            cycle = target.cycle();
            ends.left(file, position);
            file = target.currentFile();
        }
    }

    private void check(ByteBuffer record, int length, long sequence) {
        if (sequence != staged + 1) {
            throw new IllegalStateException(
                    stream + ": record " + sequence + " follows " + staged + ", sequences must be dense");
        }
        if (length < EventHeader.LENGTH
                || (length & 7) != 0
                || length > JournalFormat.MAX_RECORD
                || length > record.capacity()
                || length != EventHeader.length(record, 0)) {
            throw new IllegalStateException(stream + ": record " + sequence + " of " + length
                    + " bytes, its header says " + EventHeader.length(record, 0) + ", the buffer holds "
                    + record.capacity());
        }
    }

    private RuntimeException fail(long sequence, Throwable error) {
        failure = error;
        rollBack(error);
        return WriteFault.of(folder, sequence, error);
    }

    /** Drops the open excerpt: closing it without this would commit torn bytes. */
    private void rollBack(Throwable error) {
        DocumentContext open = context;
        context = null;
        bytes = null;
        if (open != null) {
            try {
                open.rollbackOnClose();
                open.close();
            } catch (Throwable second) {
                error.addSuppressed(second);
            }
        }
    }

    /** Tells the appending thread, at its next record, of a failure on a helper thread. */
    void failed(Throwable error) {
        failure = error;
    }

    /** @return chain value after the last committed record; any thread */
    public long head() {
        return head;
    }

    /** @return records committed; any thread */
    public long records() {
        return records;
    }

    /** @return records known to survive loss of power; any thread */
    public long durableRecords() {
        return durable.records();
    }

    /** Forces everything committed to the device, whatever the level; any thread. */
    public void sync() {
        try {
            durable.force();
        } catch (IOException e) {
            failed(e);
            throw new JournalException(
                    JournalException.Kind.ENVIRONMENT, "cannot make " + folder + " durable: " + e.getMessage(), e);
        }
    }

    /** @return the stream's folder */
    public Path folder() {
        return folder;
    }

    /** @return where the next byte goes in {@link #file}; any thread */
    long position() {
        return position;
    }

    /** @return the queue file being written, null before the first record; any thread */
    @Nullable
    File file() {
        return file;
    }

    /** Ties a pretoucher to this writer's life. */
    void attach(Pretoucher helper) {
        pretoucher = helper;
    }

    /**
     * Commits what is staged, stops the helpers, cuts the files to their length and, unless the writer failed, notes
     * the orderly end beside them. The appending thread must have stopped.
     */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            Throwable earlier = failure;
            if (earlier == null) {
                commit();
            } else {
                rollBack(earlier);
            }
        } finally {
            if (pretoucher != null) {
                pretoucher.close();
            }
            if (intervalSync != null) {
                intervalSync.close();
            }
            queue.close();
            BackgroundResourceReleaser.releasePendingResources();
            ends.left(file, position);
            ends.trim();
        }
        if (failure == null) {
            SessionEnd.write(folder, records, head);
            if (level != SyncLevel.PROCESS) {
                sync();
            }
        }
        durable.close();
    }
}
