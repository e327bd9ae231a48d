package mnvh.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import mnvh.event.Column;
import mnvh.event.Command;
import mnvh.event.CommandEvent;
import mnvh.event.EventKind;
import mnvh.event.EventSlot;
import mnvh.event.FillEvent;
import mnvh.event.MarketDataEvent;
import mnvh.event.NewOrderSection;
import mnvh.event.OrderEvent;
import mnvh.event.OrderEventType;
import mnvh.event.OutboundFrame;
import mnvh.event.SectionKind;
import mnvh.event.StepSection;
import mnvh.event.TimerEvent;
import mnvh.units.Component;
import mnvh.units.Liquidity;
import mnvh.units.Side;
import mnvh.units.TimeInForce;

/** Sessions whose every byte follows from the sequence, and ways to look at and to damage their files. */
final class JournalFixture {
    static final String CONFIG = "mode: paper\n# Gr\u00fc\u00dfe\n";
    static final String UNIVERSE = "AAA-PERP\tperp\tUSD\t0.01\nBBB-PERP\tperp\tUSD\t0.01\n";
    static final long START_NS = 1_700_000_000_000_000_000L;

    private final MarketDataEvent quote = new MarketDataEvent();
    private final FillEvent fill = new FillEvent();
    private final OrderEvent order = new OrderEvent();
    private final TimerEvent timer = new TimerEvent();
    private final CommandEvent command = new CommandEvent();
    private final StepSection step = new StepSection();
    private final NewOrderSection newOrder = new NewOrderSection();

    /** Fills a slot; one kind in five follows another. */
    void event(EventSlot slot, long sequence) {
        long time = START_NS + sequence * 1_000;
        switch ((int) (sequence % 5)) {
            case 0:
                fill.begin(slot, time)
                        .clOrdId(sequence)
                        .instrument(1)
                        .side(Side.SELL)
                        .liquidity(Liquidity.TAKER);
                fill.quantity(25_000_000).price(sequence).execId("E-1").orderId("V-1");
                break;
            case 1:
                timer.begin(slot, time).closeNs(time);
                break;
            case 2:
                order.begin(slot, time)
                        .clOrdId(sequence)
                        .type(OrderEventType.REJECTED)
                        .text("too \"late\",\nsir");
                break;
            case 3:
                command.begin(slot, time).command(Command.HALT).reason("test");
                break;
            default:
                quote.begin(slot, time).instrument(1).bidPrice(10_001_000_000L).bidSize(sequence);
                quote.askPrice(10_002_000_000L).askSize(300_000_000).receivedNs(time + 7);
        }
    }

    /** Fills a frame with a step, two columns and an order. */
    void frame(OutboundFrame frame, long sequence, long cause) {
        frame.begin(cause, START_NS + sequence * 1_000);
        step.wrap(frame.buffer(), frame.section(SectionKind.STEP, StepSection.LENGTH));
        step.step(sequence)
                .rho(0.25)
                .varianceRatio(Double.NaN)
                .equity(100_000_000_000_000L)
                .financingScale(500_000_000_000L);
        frame.component(Component.FEE, 0, 0, -1_234);
        frame.component(Component.FEE, 1, 0, -sequence);
        frame.column(Column.WEIGHT, 1, 0.5);
        newOrder.wrap(frame.buffer(), frame.section(SectionKind.NEW_ORDER, NewOrderSection.LENGTH));
        newOrder.clOrdId(sequence).instrument(1).side(Side.SELL).timeInForce(TimeInForce.IOC);
        newOrder.quantity(150_000_000)
                .price(9_999_000_000L)
                .markPrice(10_000_000_000L)
                .step(sequence);
        frame.conclude();
    }

    /** Appends the session's texts and events up to {@code last}. */
    void inbound(JournalWriter writer, long last) {
        texts(writer);
        EventSlot slot = new EventSlot();
        for (long sequence = 3; sequence <= last; sequence++) {
            event(slot, sequence);
            writer.onEvent(slot, sequence, true);
        }
    }

    static void texts(JournalWriter writer) {
        writer.appendText(EventKind.CONFIG, 1, START_NS, CONFIG);
        writer.appendText(EventKind.UNIVERSE, 2, START_NS, UNIVERSE);
    }

    /** Appends frames 1 to {@code last}; frame s is caused by event s + 2. */
    void outbound(JournalWriter writer, long last) {
        OutboundFrame frame = new OutboundFrame(4096);
        for (long sequence = 1; sequence <= last; sequence++) {
            frame(frame, sequence, sequence + 2);
            writer.onFrame(frame, sequence, true);
        }
    }

    /** Writes a closed stream of {@code last} records into a new folder. */
    static Path inboundStream(Path parent, long last) throws IOException {
        Path folder = Files.createDirectory(parent.resolve("inbound"));
        try (JournalWriter writer = new JournalWriter(folder)) {
            new JournalFixture().inbound(writer, last);
        }
        return folder;
    }

    /** @return sequences of the readable records; throws what the reader throws */
    static long readAll(Path folder) {
        try (JournalReader reader = new JournalReader(folder)) {
            while (reader.next()) {
                continue;
            }
            reader.checkEnd();
            return reader.records();
        }
    }

    /** @return the stream's only queue file */
    static Path queueFile(Path folder) throws IOException {
        List<Path> files = ExcerptReader.files(folder);
        if (files.size() != 1) {
            throw new IllegalStateException("expected one queue file, found " + files);
        }
        return files.get(0);
    }

    /** @return position in the queue file of each record, and of its excerpt's header where it is the first in it */
    static List<long[]> places(Path folder) {
        List<long[]> places = new ArrayList<>();
        try (ExcerptReader excerpts = new ExcerptReader(folder)) {
            while (excerpts.next()) {
                int at = 0;
                while (at < excerpts.length()) {
                    int length = excerpts.buffer().getInt(excerpts.offset() + at);
                    places.add(new long[] {excerpts.position() + at, length, excerpts.position() - 4});
                    at += length;
                }
            }
        }
        return places;
    }

    static byte[] read(Path file, long at, int length) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer bytes = ByteBuffer.allocate(length);
            while (bytes.hasRemaining() && channel.read(bytes, at + bytes.position()) >= 0) {
                continue;
            }
            return bytes.array();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, long at, byte[] bytes) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes), at);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void flip(Path file, long at, int mask) {
        byte[] one = read(file, at, 1);
        one[0] ^= (byte) mask;
        write(file, at, one);
    }

    /** @return a little-endian direct copy of bytes */
    static ByteBuffer direct(byte[] bytes) {
        return ByteBuffer.allocateDirect(bytes.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(0, bytes);
    }

    /** @return a child JVM's command line: this one's module flags and class path, and no -D of it */
    static List<String> java(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String argument : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (argument.startsWith("--add-")
                    || argument.startsWith("--enable-native")
                    || argument.startsWith("--sun-misc")) {
                command.add(argument);
            }
        }
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.addAll(List.of(arguments));
        return command;
    }
}
