package mnvh.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import mnvh.event.EventHeader;
import mnvh.event.EventSlot;
import mnvh.event.Ingress;
import mnvh.event.OutboundFrame;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.ExcerptTailer;
import net.openhft.chronicle.wire.DocumentContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalRoundTripTest {
    private static final int RECORDS = 100_000;

    private final JournalFixture fixture = new JournalFixture();

    @TempDir
    Path temp;

    @Test
    void hundredThousandRecordsReadBackByteForByte() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("inbound"));
        long head;
        try (JournalWriter writer = new JournalWriter(folder)) {
            fixture.inbound(writer, RECORDS);
            assertEquals(RECORDS, writer.records());
            head = writer.head();
        }
        EventSlot expected = new EventSlot();
        try (JournalReader reader = new JournalReader(folder)) {
            assertTrue(reader.next());
            assertEquals(JournalFixture.CONFIG, reader.text());
            assertTrue(reader.next());
            assertEquals(JournalFixture.UNIVERSE, reader.text());
            for (long sequence = 3; sequence <= RECORDS; sequence++) {
                assertTrue(reader.next());
                fixture.event(expected, sequence);
                expected.sequence(sequence);
                assertArrayEquals(unsealed(expected.buffer(), 0), unsealed(reader.buffer(), reader.offset()));
            }
            assertFalse(reader.next());
            assertTrue(reader.checkEnd());
            assertEquals(head, reader.head());
        }
    }

    private static byte[] unsealed(ByteBuffer buffer, int start) {
        byte[] record = new byte[EventHeader.length(buffer, start)];
        buffer.get(start, record);
        Arrays.fill(record, EventHeader.CRC_OFFSET, EventHeader.CRC_OFFSET + 4, (byte) 0);
        Arrays.fill(record, EventHeader.CHAIN_OFFSET, EventHeader.LENGTH, (byte) 0);
        return record;
    }

    @Test
    void ringBatchIsOneExcerptAndIsOnDiskBeforeItIsHandedOn() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("inbound"));
        List<Long> handled = new ArrayList<>();
        try (JournalWriter writer = new JournalWriter(folder)) {
            JournalFixture.texts(writer);
            WriteAhead ahead = new WriteAhead(writer, (slot, sequence, last) -> {
                assertTrue(writer.records() >= sequence, "handed on before it was committed");
                assertEquals(sequence, slot.sequence());
                assertEquals(last, sequence == 9 || sequence == 1009);
                handled.add(sequence);
            });
            EventSlot[] ring = new EventSlot[1024];
            for (int i = 0; i < ring.length; i++) {
                ring[i] = new EventSlot();
            }
            for (long sequence = 3; sequence <= 1009; sequence++) {
                EventSlot slot = ring[(int) sequence];
                fixture.event(slot, sequence);
                ahead.onEvent(slot, sequence, sequence == 9 || sequence == 1009);
            }
        }
        assertEquals(1007, handled.size());
        try (JournalReader reader = new JournalReader(folder)) {
            while (reader.next()) {
                continue;
            }
            assertEquals(1009, reader.records());
            // Two texts, a batch of 7, and a batch of 1000 that is cut at 256 slots: 256, 256, 256, 232.
            assertEquals(2 + 1 + 4, reader.excerpts());
        }
    }

    @Test
    void frameIsOneExcerptAndMegabytesFit() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("outbound"));
        int wide = OutboundFrame.capacityFor(5_000, 100);
        assertTrue(wide > 3 << 20);
        try (JournalWriter writer = new JournalWriter(folder)) {
            for (long sequence = 1; sequence <= 40; sequence++) {
                OutboundFrame frame = new OutboundFrame(wide);
                frame.begin(sequence, 0);
                while (frame.length() < wide - 64) {
                    frame.section(8, 40);
                }
                frame.conclude();
                writer.onFrame(frame, sequence, true);
            }
        }
        assertEquals(40, JournalFixture.readAll(folder));
    }

    @Test
    void chronicleReadsTheSameExcerptsAsOurReader() throws IOException {
        Path folder = JournalFixture.inboundStream(temp, 5_000);
        List<byte[]> ours = new ArrayList<>();
        try (ExcerptReader excerpts = new ExcerptReader(folder)) {
            while (excerpts.next()) {
                byte[] copy = new byte[excerpts.length()];
                excerpts.buffer().get(excerpts.offset(), copy);
                ours.add(copy);
            }
        }
        int count = 0;
        try (ChronicleQueue queue = Chronicle.queue(folder, Chronicle.wallClock());
                ExcerptTailer tailer = queue.createTailer()) {
            while (true) {
                try (DocumentContext document = tailer.readingDocument()) {
                    if (!document.isPresent()) {
                        break;
                    }
                    Bytes<?> bytes = Objects.requireNonNull(document.wire()).bytes();
                    assertArrayEquals(ours.get(count), bytes.toByteArray());
                    count++;
                }
            }
        }
        assertEquals(5_000, count);
        assertEquals(ours.size(), count);
    }

    @Test
    void readerFollowsAWriterThatIsAlive() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("inbound"));
        EventSlot slot = new EventSlot();
        try (JournalReader reader = new JournalReader(folder);
                JournalWriter writer = new JournalWriter(folder)) {
            assertFalse(reader.next());
            JournalFixture.texts(writer);
            assertTrue(reader.next());
            assertTrue(reader.next());
            for (long sequence = 3; sequence < 20_000; sequence++) {
                assertFalse(reader.next());
                fixture.event(slot, sequence);
                writer.onEvent(slot, sequence, true);
                assertTrue(reader.next());
                assertEquals(sequence, reader.records());
            }
            assertFalse(reader.checkEnd());
        }
    }

    @Test
    void feedFillsSlotsWithTheBytesOnDisk() throws IOException {
        Path folder = JournalFixture.inboundStream(temp, 50);
        List<Long> sequences = new ArrayList<>();
        EventSlot slot = new EventSlot();
        JournalReader reader = new JournalReader(folder);
        try (JournalFeed feed = new JournalFeed(reader, new Ingress() {
            @Override
            public EventSlot claim() {
                return slot;
            }

            @Override
            public long sequenceOf(EventSlot claimed) {
                return reader.records();
            }

            @Override
            public void publish(EventSlot filled) {
                byte[] onDisk = new byte[reader.length()];
                reader.buffer().get(reader.offset(), onDisk);
                byte[] published = new byte[filled.length()];
                filled.buffer().get(0, published);
                assertArrayEquals(onDisk, published);
                sequences.add(filled.sequence());
            }
        })) {
            feed.start();
            assertEquals(50, feed.sequence());
        }
        assertEquals(48, sequences.size());
        assertEquals(3, sequences.get(0));
    }

    @Test
    void sparseSequencesAndWrongLengthsAreRefusedAndNothingFollows() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("inbound"));
        EventSlot slot = new EventSlot();
        JournalWriter writer = new JournalWriter(folder);
        JournalFixture.texts(writer);
        fixture.event(slot, 4);
        assertThrows(IllegalStateException.class, () -> writer.onEvent(slot, 4, true));
        JournalException later = assertThrows(JournalException.class, () -> writer.onEvent(slot, 3, true));
        assertTrue(later.toString().contains("sequences must be dense"), later.toString());
        writer.close();
        assertFalse(Files.exists(folder.resolve("END")));
        assertEquals(2, JournalFixture.readAll(folder));
    }

    @Test
    void failureInsideABatchRollsTheOpenExcerptBack() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("inbound"));
        JournalWriter writer = new JournalWriter(folder);
        JournalFixture.texts(writer);
        EventSlot slot = new EventSlot();
        for (long sequence = 3; sequence < 10; sequence++) {
            fixture.event(slot, sequence);
            writer.stage(slot.buffer(), slot.length(), sequence);
        }
        assertThrows(IllegalStateException.class, () -> writer.stage(slot.buffer(), 40, 10));
        writer.close();
        assertEquals(2, JournalFixture.readAll(folder));
    }

    @Test
    void closedSessionTakesLittleMoreThanItsRecords() throws IOException {
        Path folder = JournalFixture.inboundStream(temp, 1_000);
        long size = Files.size(JournalFixture.queueFile(folder));
        assertTrue(size < 65_812 + 1_000 * 240 + 8192, "queue file of " + size + " bytes");
    }
}
