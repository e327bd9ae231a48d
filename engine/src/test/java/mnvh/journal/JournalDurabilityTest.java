package mnvh.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mnvh.event.EventSlot;
import net.openhft.chronicle.core.time.SetTimeProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalDurabilityTest {
    private static final long DAY_NS = 86_400_000_000_000L;

    private final JournalFixture fixture = new JournalFixture();
    private final EventSlot slot = new EventSlot();

    @TempDir
    Path temp;

    private Path folder() throws IOException {
        return Files.createDirectory(temp.resolve("inbound"));
    }

    private void append(JournalWriter writer, long sequence) {
        fixture.event(slot, sequence);
        writer.onEvent(slot, sequence, true);
    }

    @Test
    void alwaysIsDurableBeforeTheAppendReturns() throws IOException {
        try (JournalWriter writer = new JournalWriter(folder(), SyncLevel.ALWAYS, 0)) {
            JournalFixture.texts(writer);
            for (long sequence = 3; sequence < 20; sequence++) {
                append(writer, sequence);
                assertEquals(sequence, writer.durableRecords());
            }
        }
    }

    @Test
    void intervalBecomesDurableByItself() throws IOException {
        try (JournalWriter writer = new JournalWriter(folder(), SyncLevel.INTERVAL, 5)) {
            fixture.inbound(writer, 50);
            long deadline = System.nanoTime() + 30_000_000_000L;
            while (writer.durableRecords() < 50 && System.nanoTime() < deadline) {
                Thread.onSpinWait();
            }
            assertEquals(50, writer.durableRecords());
        }
    }

    @Test
    void processPromisesNothingUntilAsked() throws IOException {
        try (JournalWriter writer = new JournalWriter(folder())) {
            fixture.inbound(writer, 50);
            assertEquals(0, writer.durableRecords());
            writer.sync();
            assertEquals(50, writer.durableRecords());
        }
    }

    @Test
    void failureOfAHelperThreadStopsTheNextAppend() throws IOException {
        Path folder = folder();
        JournalWriter writer = new JournalWriter(folder);
        fixture.inbound(writer, 5);
        writer.failed(new InternalError("a fault occurred in a recent unsafe memory access operation"));
        JournalException found = assertThrows(JournalException.class, () -> append(writer, 6));
        assertEquals(JournalException.Kind.ENVIRONMENT, found.kind());
        assertTrue(found.toString().contains(folder + ", which failed before: the disk is full or faulty"));
        writer.close();
        assertEquals(5, JournalFixture.readAll(folder));
    }

    @Test
    void streamGoesOnInTheNextDaysFileAndEveryFileIsCut() throws IOException {
        Path folder = folder();
        SetTimeProvider clock = new SetTimeProvider(JournalFixture.START_NS);
        try (JournalWriter writer = new JournalWriter(folder, SyncLevel.ALWAYS, 0, clock);
                JournalReader follower = new JournalReader(folder);
                Pretoucher pretoucher = new Pretoucher(writer)) {
            JournalFixture.texts(writer);
            for (long sequence = 3; sequence <= 900; sequence++) {
                if (sequence % 300 == 0) {
                    clock.advanceNanos(DAY_NS);
                }
                append(writer, sequence);
                while (follower.next()) {
                    continue;
                }
                assertEquals(sequence, follower.records());
            }
            assertTrue(pretoucher.touchedTo() >= 0);
        }
        assertEquals(900, JournalFixture.readAll(folder));
        assertEquals(4, ExcerptReader.files(folder).size());
        for (Path file : ExcerptReader.files(folder)) {
            assertTrue(Files.size(file) < 200_000, file + " has " + Files.size(file) + " bytes");
        }
    }

    @Test
    void lostDaysFileIsFoundAsAGap() throws IOException {
        Path folder = folder();
        SetTimeProvider clock = new SetTimeProvider(JournalFixture.START_NS);
        try (JournalWriter writer = new JournalWriter(folder, SyncLevel.PROCESS, 0, clock)) {
            JournalFixture.texts(writer);
            for (long sequence = 3; sequence <= 30; sequence++) {
                clock.advanceNanos(sequence % 10 == 0 ? DAY_NS : 0);
                append(writer, sequence);
            }
        }
        Files.delete(ExcerptReader.files(folder).get(1));
        JournalException found = assertThrows(JournalException.class, () -> JournalFixture.readAll(folder));
        assertTrue(found.toString().contains("record 10 is damaged: sequence 20 stands in its place"));
    }
}
