package mnvh.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import mnvh.event.EventKind;
import mnvh.event.EventSlot;
import mnvh.event.OutboundFrame;
import mnvh.journal.JournalWriter;
import mnvh.journal.Pretoucher;

/**
 * The journal's append, record sealed and chained, against a raw mapped file with CRC32C; and what it sustains against
 * the disk.
 */
public final class JournalBenchmark implements Benchmark {
    /** Bytes of a full step of some two hundred instruments. */
    static final int FRAME_BYTES = 12_800;

    private static final int FRAMES_PER_S = 5_000;
    private static final int FRAMES = 2_000;
    private static final int EVENTS = 50_000;
    private static final int RAW_BYTES = 64 << 20;
    private static final int BLOCK = 1 << 20;
    private static final int SUSTAINED_BLOCKS = 1 << 10;
    private static final long FULL_BYTES = 5L << 30;
    private static final long BRIEF_BYTES = 512L << 20;
    private static final double[] PERCENTS = {50, 99, 99.9};

    @Override
    public String name() {
        return "journal";
    }

    @Override
    public String summary() {
        return "append of events and frames, paced and flat out, against a raw mapped file and the disk";
    }

    @Override
    public void run(Meter meter) throws Exception {
        try (BenchFolder folder = BenchFolder.open(name(), meter.brief() ? BRIEF_BYTES : FULL_BYTES)) {
            events(meter, folder);
            frames(meter, folder);
            sustained(meter, folder);
        }
    }

    /** @return a concluded frame of about {@code bytes} bytes */
    static OutboundFrame frame(int bytes) {
        OutboundFrame frame = new OutboundFrame(bytes + 64);
        frame.begin(1, 1);
        int entries =
                (bytes - OutboundFrame.SECTIONS_OFFSET - OutboundFrame.COLUMN_ENTRIES) / OutboundFrame.COLUMN_ENTRY;
        for (int i = 0; i < entries; i++) {
            frame.column(1, i, 0x9E3779B97F4A7C15L * i);
        }
        frame.conclude();
        return frame;
    }

    /** @return an event that fills its slot */
    static EventSlot event() {
        EventSlot slot = new EventSlot();
        slot.begin(EventKind.MARKET_DATA, EventSlot.CAPACITY, 1);
        return slot;
    }

    private static void events(Meter meter, BenchFolder folder) throws Exception {
        int count = meter.count(EVENTS);
        EventSlot slot = event();
        int rawBytes = Math.max(RAW_BYTES / 2, 1);
        try (RawLog raw = new RawLog(folder.path().resolve("events.raw"), rawBytes, true);
                RawLog cold = new RawLog(folder.path().resolve("events-cold.raw"), rawBytes, false);
                Stream plain = new Stream(folder.folder("events"), false);
                Stream pretouched = new Stream(folder.folder("events-pretouched"), true)) {
            Samples[][] taken = meter.sideBySide(
                    "append of " + slot.length() + " B",
                    () -> raw(raw, slot.buffer(), slot.length(), count, 0),
                    () -> raw(cold, slot.buffer(), slot.length(), count, 0),
                    () -> plain.events(slot, count),
                    () -> pretouched.events(slot, count));
            figures(meter, "append of " + slot.length() + " B, flat out", taken, false);
        }
    }

    private static void frames(Meter meter, BenchFolder folder) throws Exception {
        int count = meter.count(FRAMES);
        OutboundFrame frame = frame(FRAME_BYTES);
        try (RawLog raw = new RawLog(folder.path().resolve("frames.raw"), RAW_BYTES, true);
                RawLog cold = new RawLog(folder.path().resolve("frames-cold.raw"), RAW_BYTES / 2, false);
                Stream plain = new Stream(folder.folder("frames"), false);
                Stream pretouched = new Stream(folder.folder("frames-pretouched"), true)) {
            Samples[][] taken = meter.sideBySide(
                    "append of 12.8 KB at 64 MB/s",
                    3,
                    10,
                    () -> raw(raw, frame.buffer(), frame.length(), count, FRAMES_PER_S),
                    () -> raw(cold, frame.buffer(), frame.length(), count, FRAMES_PER_S),
                    () -> plain.frames(frame, count, FRAMES_PER_S),
                    () -> pretouched.frames(frame, count, FRAMES_PER_S));
            figures(meter, "append of 12.8 KB at 64 MB/s", taken, true);
        }
    }

    private static void figures(Meter meter, String what, Samples[][] taken, boolean judged) {
        String[] percentile = {" p50", " p99", " p99.9"};
        for (int k = 0; k < percentile.length; k++) {
            Figure cold = Figure.of("raw mapped file, cold: " + what + percentile[k], Unit.NS, taken[1][k]);
            Figure plain = Figure.of("journal without pretoucher: " + what + percentile[k], Unit.NS, taken[2][k]);
            Figure pretouched = Figure.of("journal: " + what + percentile[k], Unit.NS, taken[3][k])
                    .against("raw mapped file with CRC32C, pretouched", taken[0][k]);
            meter.figure(cold);
            meter.figure(plain.against("raw mapped file with CRC32C, cold", taken[1][k]));
            if (judged && k == 0) {
                meter.figure(pretouched.aiming(Goal.mostTimesLimit(2)));
            } else if (judged && k == 2) {
                meter.figure(pretouched.aiming(Goal.most(150_000)));
            } else {
                meter.figure(pretouched);
            }
        }
    }

    private static double[] raw(RawLog log, ByteBuffer record, int length, int count, int perSecond)
            throws IOException {
        log.fresh();
        Latencies taken = new Latencies(count);
        Pace pace = new Pace(perSecond);
        pace.start();
        for (int i = 0; i < count; i++) {
            long startNs = pace.await();
            log.append(record, length);
            taken.add(System.nanoTime() - startNs);
        }
        return taken.percentiles(PERCENTS);
    }

    private static void sustained(Meter meter, BenchFolder folder) throws Exception {
        int blocks = meter.brief() ? 4 : SUSTAINED_BLOCKS;
        OutboundFrame frame = frame(FRAME_BYTES);
        Samples[][] taken = meter.sideBySide("sustained journal", 1, 4, () -> new double[] {disk(folder, blocks)}, () ->
                new double[] {journal(folder, frame, (long) blocks * BLOCK)});
        meter.figure(Figure.of("journal, 12.8 KB frames flat out and synced at the end", Unit.BYTES_PER_S, taken[1][0])
                .against("sequential write of 1 MiB blocks and one sync", taken[0][0])
                .aiming(Goal.leastTimesLimit(0.7)));
    }

    private static double disk(BenchFolder folder, int blocks) throws IOException {
        Path file = folder.path().resolve("sequential");
        ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
        while (block.hasRemaining()) {
            block.putLong(0x9E3779B97F4A7C15L * block.position());
        }
        long startNs = System.nanoTime();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int i = 0; i < blocks; i++) {
                block.clear();
                while (block.hasRemaining()) {
                    channel.write(block);
                }
            }
            channel.force(false);
        }
        double seconds = (System.nanoTime() - startNs) / 1e9;
        folder.delete(file);
        return (double) blocks * BLOCK / seconds;
    }

    private static double journal(BenchFolder folder, OutboundFrame frame, long bytes) throws IOException {
        Path path = folder.folder("sustained");
        double rate;
        try (JournalWriter writer = new JournalWriter(path)) {
            new Pretoucher(writer);
            long written = 0;
            long startNs = System.nanoTime();
            for (long sequence = 1; written < bytes; sequence++) {
                writer.onFrame(frame, sequence, true);
                written += frame.length();
            }
            writer.sync();
            rate = written / ((System.nanoTime() - startNs) / 1e9);
        }
        folder.delete(path);
        return rate;
    }

    /** A stream that goes on from block to block. */
    private static final class Stream implements AutoCloseable {
        private final JournalWriter writer;
        private long sequence;

        Stream(Path folder, boolean pretouched) {
            writer = new JournalWriter(folder);
            if (pretouched) {
                new Pretoucher(writer);
            }
        }

        double[] events(EventSlot slot, int count) {
            Latencies taken = new Latencies(count);
            for (int i = 0; i < count; i++) {
                long startNs = System.nanoTime();
                writer.onEvent(slot, ++sequence, true);
                taken.add(System.nanoTime() - startNs);
            }
            return taken.percentiles(PERCENTS);
        }

        double[] frames(OutboundFrame frame, int count, int perSecond) {
            Latencies taken = new Latencies(count);
            Pace pace = new Pace(perSecond);
            pace.start();
            for (int i = 0; i < count; i++) {
                long startNs = pace.await();
                writer.onFrame(frame, ++sequence, true);
                taken.add(System.nanoTime() - startNs);
            }
            return taken.percentiles(PERCENTS);
        }

        @Override
        public void close() {
            writer.close();
        }
    }
}
