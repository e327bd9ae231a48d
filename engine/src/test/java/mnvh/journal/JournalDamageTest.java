package mnvh.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import mnvh.event.EventHeader;
import mnvh.event.EventSlot;
import mnvh.event.OutboundFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalDamageTest {
    private static final int RECORDS = 40;
    private static final int VICTIM = 20;

    @TempDir
    Path temp;

    private static JournalException damage(Path folder) {
        JournalException found = assertThrows(JournalException.class, () -> JournalFixture.readAll(folder));
        assertEquals(JournalException.Kind.DAMAGED, found.kind(), found.toString());
        return found;
    }

    private static void assertDamagedAt(long sequence, Path folder, String what) {
        String message = damage(folder).toString();
        assertTrue(message.contains("record " + sequence + " is damaged"), what + ": " + message);
    }

    @Test
    void everyFlippedBitPatternOfEveryByteIsFoundWithItsSequence() throws IOException {
        Path folder = JournalFixture.inboundStream(temp, RECORDS);
        Path file = JournalFixture.queueFile(folder);
        long[] place = JournalFixture.places(folder).get(VICTIM - 1);
        for (long at = place[0]; at < place[0] + place[1]; at++) {
            for (int mask : new int[] {1, 0x80}) {
                byte[] before = JournalFixture.read(file, at, 1);
                JournalFixture.flip(file, at, mask);
                assertDamagedAt(VICTIM, folder, "byte " + (at - place[0]) + " mask " + mask);
                JournalFixture.write(file, at, before);
            }
        }
        assertEquals(RECORDS, JournalFixture.readAll(folder));
    }

    @Test
    void everyFlippedBitOfAnExcerptHeaderIsFound() throws IOException {
        Path folder = JournalFixture.inboundStream(temp, RECORDS);
        Path file = JournalFixture.queueFile(folder);
        List<long[]> places = JournalFixture.places(folder);
        for (int record : new int[] {VICTIM, RECORDS}) {
            long header = places.get(record - 1)[2];
            for (int bit = 0; bit < 32; bit++) {
                JournalFixture.flip(file, header + bit / 8, 1 << bit % 8);
                String message = damage(folder).toString();
                // Too long an excerpt holds its own record whole; what follows it is then the first damage.
                assertTrue(
                        message.contains("record " + record + " is damaged")
                                || message.contains("record " + (record + 1) + " is damaged"),
                        "header bit " + bit + ": " + message);
                JournalFixture.flip(file, header + bit / 8, 1 << bit % 8);
            }
        }
        // Without the note of an orderly end, the records behind the header still give it away.
        Files.delete(folder.resolve("END"));
        long header = places.get(VICTIM - 1)[2];
        byte[] before = JournalFixture.read(file, header, 4);
        JournalFixture.write(file, header, new byte[4]);
        assertDamagedAt(VICTIM, folder, "zeroed header");
        JournalFixture.write(file, header, new byte[] {0, 0, 0, (byte) 0x80});
        assertDamagedAt(VICTIM, folder, "uncommitted header");
        JournalFixture.write(file, header, before);
        assertEquals(RECORDS, JournalFixture.readAll(folder));
    }

    /** Gives records that stand in a file a right CRC again, as a careful editor would. */
    private static void reseal(Path file, long[] place) {
        ByteBuffer record = JournalFixture.direct(JournalFixture.read(file, place[0], (int) place[1]));
        int crc = new RecordSeal().crcOf(copy(record), 0, record.capacity());
        record.putInt(EventHeader.CRC_OFFSET, crc);
        byte[] bytes = new byte[record.capacity()];
        record.get(0, bytes);
        JournalFixture.write(file, place[0], bytes);
    }

    private static ByteBuffer copy(ByteBuffer record) {
        byte[] bytes = new byte[record.capacity()];
        record.get(0, bytes);
        return JournalFixture.direct(bytes);
    }

    @Test
    void chainFindsAnEditedRecordWhoseCrcIsRight() throws IOException {
        Path folder = JournalFixture.inboundStream(temp, RECORDS);
        Path file = JournalFixture.queueFile(folder);
        long[] place = JournalFixture.places(folder).get(VICTIM - 1);
        JournalFixture.flip(file, place[0] + 72, 1);
        reseal(file, place);
        JournalException found = damage(folder);
        assertTrue(found.toString().contains("record 20 is damaged: chain value"), found.toString());
    }

    @Test
    void chainFindsTwoRecordsThatChangedPlacesAndNumbers() throws IOException {
        Path folder = JournalFixture.inboundStream(temp, RECORDS);
        Path file = JournalFixture.queueFile(folder);
        List<long[]> places = JournalFixture.places(folder);
        // Records 15 and 20 are both fills, so they have the same length.
        long[] one = places.get(14);
        long[] two = places.get(19);
        assertEquals(one[1], two[1]);
        byte[] first = JournalFixture.read(file, one[0], (int) one[1]);
        byte[] second = JournalFixture.read(file, two[0], (int) two[1]);
        JournalFixture.write(file, one[0], second);
        JournalFixture.write(file, two[0], first);
        assertTrue(damage(folder).toString().contains("record 15 is damaged: sequence 20 stands in its place"));
        JournalFixture.write(file, one[0] + EventHeader.SEQUENCE_OFFSET, new byte[] {15});
        JournalFixture.write(file, two[0] + EventHeader.SEQUENCE_OFFSET, new byte[] {20});
        reseal(file, one);
        reseal(file, two);
        assertTrue(damage(folder).toString().contains("record 15 is damaged: chain value"));
    }

    @Test
    void removedRecordLeavesAGapThatIsFound() throws IOException {
        Path folder = JournalFixture.inboundStream(temp, RECORDS);
        Path file = JournalFixture.queueFile(folder);
        // The excerpt becomes one of Chronicle's own and is passed over.
        JournalFixture.flip(file, JournalFixture.places(folder).get(VICTIM - 1)[2] + 3, 0x40);
        assertTrue(damage(folder).toString().contains("record 20 is damaged: sequence 21 stands in its place"));
    }

    @Test
    void streamThatEndsEarlyIsFoundByTheNoteOfItsEnd() throws IOException {
        Path folder = JournalFixture.inboundStream(temp, RECORDS);
        Path file = JournalFixture.queueFile(folder);
        long[] place = JournalFixture.places(folder).get(VICTIM - 1);
        long size = Files.size(file);
        JournalFixture.write(file, place[2], new byte[(int) (size - place[2])]);
        JournalException found = damage(folder);
        assertTrue(found.toString().contains("record 20 is damaged: the stream ends here"), found.toString());
        Files.delete(folder.resolve("END"));
        assertEquals(VICTIM - 1, JournalFixture.readAll(folder));
    }

    @Test
    void fileCutAtAnyByteNeverReadsWrong() throws IOException {
        Path folder = JournalFixture.inboundStream(temp, 8);
        Path file = JournalFixture.queueFile(folder);
        List<long[]> places = JournalFixture.places(folder);
        long[] last = places.get(7);
        byte[] whole = Files.readAllBytes(file);
        Files.delete(folder.resolve("END"));
        for (int keep = (int) (last[0] + last[1]) - 1; keep >= last[2]; keep--) {
            Files.write(file, Arrays.copyOf(whole, keep));
            if (keep < last[2] + 4) {
                assertEquals(7, JournalFixture.readAll(folder));
            } else {
                assertDamagedAt(8, folder, "cut at " + keep);
            }
        }
    }

    @Test
    void recordOfANewerFormatIsRefusedAsSuch() throws IOException {
        Path folder = JournalFixture.inboundStream(temp, RECORDS);
        Path file = JournalFixture.queueFile(folder);
        long[] place = JournalFixture.places(folder).get(VICTIM - 1);
        JournalFixture.write(file, place[0] + EventHeader.VERSION_OFFSET, new byte[] {7});
        reseal(file, place);
        JournalException found = assertThrows(JournalException.class, () -> JournalFixture.readAll(folder));
        assertEquals(JournalException.Kind.ENVIRONMENT, found.kind());
        assertTrue(found.toString().contains("record 20 has format version 7, this program reads version 6"));
    }

    @Test
    void sessionOfTheOlderFormatIsRefusedAtItsFirstRecord() throws IOException {
        Path folder = JournalFixture.inboundStream(temp, 8);
        Path file = JournalFixture.queueFile(folder);
        for (long[] place : JournalFixture.places(folder)) {
            JournalFixture.write(file, place[0] + EventHeader.VERSION_OFFSET, new byte[] {5});
            reseal(file, place);
        }
        JournalException found = assertThrows(JournalException.class, () -> JournalFixture.readAll(folder));
        assertEquals(JournalException.Kind.ENVIRONMENT, found.kind());
        assertTrue(found.toString().contains("record 1 has format version 5, this program reads version 6"));
    }

    @Test
    void excerptLeftOpenIsInvisibleAndNoDamage() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("inbound"));
        JournalFixture fixture = new JournalFixture();
        EventSlot slot = new EventSlot();
        try (JournalWriter writer = new JournalWriter(folder)) {
            fixture.inbound(writer, 10);
            for (long sequence = 11; sequence <= 15; sequence++) {
                fixture.event(slot, sequence);
                writer.stage(slot.buffer(), slot.length(), sequence);
            }
            try (JournalReader reader = new JournalReader(folder)) {
                while (reader.next()) {
                    continue;
                }
                assertEquals(10, reader.records());
                assertFalse(reader.checkEnd());
            }
        }
        assertEquals(15, JournalFixture.readAll(folder));
    }

    @Test
    void verificationCountsAndNamesTheFirstDamage() throws IOException {
        JournalFixture fixture = new JournalFixture();
        Path journal = temp.resolve("journal");
        try (SessionFolder session = SessionFolder.create(journal, "day", 0)) {
            try (JournalWriter in = new JournalWriter(session.inbound());
                    JournalWriter out = new JournalWriter(session.outbound())) {
                fixture.inbound(in, RECORDS);
                fixture.outbound(out, 30);
            }
            JournalVerification sound = JournalVerification.of(session);
            assertTrue(sound.ok(), sound.summary());
            assertEquals(RECORDS, sound.inbound().records());
            assertEquals(30, sound.outbound().records());
            assertEquals(32, sound.outbound().lastCause());
            assertTrue(sound.inbound().closed() && sound.outbound().closed());
            assertEquals(16, sound.head().length());

            JournalFixture.flip(
                    JournalFixture.queueFile(session.outbound()),
                    JournalFixture.places(session.outbound()).get(11)[0] + 100,
                    1);
            JournalVerification damaged = JournalVerification.of(session);
            assertFalse(damaged.ok());
            assertNull(damaged.inbound().damage());
            assertEquals(11, damaged.outbound().records());
            assertTrue(String.valueOf(damaged.outbound().damage()).contains("outbound record 12 is damaged: CRC32C"));
        }
    }

    @Test
    void frameWhoseCauseIsNotInTheInboundStreamIsDamage() {
        JournalFixture fixture = new JournalFixture();
        try (SessionFolder session = SessionFolder.create(temp.resolve("journal"), "day", 0)) {
            try (JournalWriter in = new JournalWriter(session.inbound());
                    JournalWriter out = new JournalWriter(session.outbound())) {
                fixture.inbound(in, 10);
                OutboundFrame frame = new OutboundFrame(4096);
                fixture.frame(frame, 1, 11);
                out.onFrame(frame, 1, true);
            }
            String damage = JournalVerification.of(session).outbound().damage();
            assertNotNull(damage);
            assertTrue(damage.contains("its cause, inbound record 11, is missing: inbound ends at 10"), damage);
        }
    }

    @Test
    void crcAndChainFollowTheirDefinitions() {
        // CRC32C of "123456789" is E3069283 in every catalogue of CRCs; here with the seal's fields cut out as zeros.
        CRC32C catalogue = new CRC32C();
        catalogue.update("123456789".getBytes(StandardCharsets.US_ASCII));
        assertEquals(0xE3069283L, catalogue.getValue());
        byte[] record = new byte[48];
        Arrays.fill(record, (byte) 0x5A);
        byte[] expected = record.clone();
        Arrays.fill(expected, 32, 36, (byte) 0);
        Arrays.fill(expected, 40, 48, (byte) 0);
        catalogue.reset();
        catalogue.update(expected);
        assertEquals((int) catalogue.getValue(), new RecordSeal().crcOf(JournalFixture.direct(record), 0, 48));
        // splitmix64 seeded with 0 starts with E220A8397B1DCDAF: the chain of a zero CRC and length.
        assertEquals(0xE220A8397B1DCDAFL, RecordSeal.chain(0, 0, 0));
        assertEquals("e220a8397b1dcdaf", RecordSeal.hex(RecordSeal.chain(0, 0, 0)));
    }
}
