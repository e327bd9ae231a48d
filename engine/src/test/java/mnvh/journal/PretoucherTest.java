package mnvh.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import mnvh.event.EventSlot;
import net.openhft.chronicle.core.OS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PretoucherTest {
    private static final int PAGES = 64;
    private static final int PAGE = 4096;
    private static final int ROUNDS = 20_000;

    @TempDir
    Path temp;

    /** One thread counts in the very words that the other touches, through another mapping of the same file. */
    @Test
    void touchingNeverUndoesAStoreOfTheAppender() throws IOException, InterruptedException {
        Path file = temp.resolve("pages");
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(PAGES * PAGE));
            long words = OS.map(channel, MapMode.READ_WRITE, 0, PAGES * PAGE);
            long touched = OS.map(channel, MapMode.READ_WRITE, 0, PAGES * PAGE);
            AtomicBoolean done = new AtomicBoolean();
            CountDownLatch running = new CountDownLatch(1);
            Thread toucher = new Thread(() -> {
                running.countDown();
                while (!done.get()) {
                    for (int page = 0; page < PAGES; page++) {
                        Pretoucher.touch(touched + (long) page * PAGE);
                    }
                }
            });
            toucher.start();
            running.await();
            int lost = 0;
            for (long round = 1; round <= ROUNDS; round++) {
                for (int page = 0; page < PAGES; page++) {
                    long word = words + (long) page * PAGE;
                    // Back to zero first: only a zero word is ever stored to.
                    OS.memory().writeLong(word, 0);
                    OS.memory().writeLong(word, round);
                }
                for (int page = 0; page < PAGES; page++) {
                    lost += OS.memory().readLong(words + (long) page * PAGE) == round ? 0 : 1;
                }
            }
            done.set(true);
            toucher.join();
            assertEquals(0, lost);
            OS.unmap(words, PAGES * PAGE);
            OS.unmap(touched, PAGES * PAGE);
        }
    }

    @Test
    void sessionIsTheSameByteForByteWithAndWithout() throws IOException {
        Path plain = Files.createDirectories(temp.resolve("plain/inbound"));
        Path ahead = Files.createDirectories(temp.resolve("ahead/inbound"));
        JournalFixture fixture = new JournalFixture();
        long head;
        try (JournalWriter writer = new JournalWriter(plain)) {
            fixture.inbound(writer, 30_000);
            head = writer.head();
        }
        try (JournalWriter writer = new JournalWriter(ahead);
                Pretoucher pretoucher = new Pretoucher(writer, 64 << 10, 0)) {
            fixture.inbound(writer, 30_000);
            assertEquals(head, writer.head());
            assertTrue(pretoucher.touchedTo() >= 0);
        }
        assertEquals(30_000, JournalFixture.readAll(ahead));
        byte[] left = Files.readAllBytes(JournalFixture.queueFile(plain));
        byte[] right = Files.readAllBytes(JournalFixture.queueFile(ahead));
        long first = JournalFixture.places(plain).get(0)[2];
        assertEquals(left.length, right.length);
        assertEquals(
                -1,
                Arrays.mismatch(
                        Arrays.copyOfRange(left, (int) first, left.length),
                        Arrays.copyOfRange(right, (int) first, right.length)));
    }

    @Test
    void nearlyFullDiskStopsTheWriterBeforeAStoreFaults() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("inbound"));
        JournalFixture fixture = new JournalFixture();
        EventSlot slot = new EventSlot();
        JournalWriter writer = new JournalWriter(folder);
        fixture.inbound(writer, 5);
        try (Pretoucher pretoucher = new Pretoucher(writer, 64 << 10, Long.MAX_VALUE)) {
            long deadline = System.nanoTime() + 30_000_000_000L;
            JournalException found = assertThrows(JournalException.class, () -> {
                for (long sequence = 6; System.nanoTime() < deadline; sequence++) {
                    fixture.event(slot, sequence);
                    writer.onEvent(slot, sequence, true);
                    assertTrue(pretoucher.touchedTo() >= 0);
                }
            });
            assertEquals(JournalException.Kind.ENVIRONMENT, found.kind());
            assertTrue(found.toString().contains("MiB left, a session stops below"), found.toString());
        }
        writer.close();
        assertEquals(writer.records(), JournalFixture.readAll(folder));
    }

    @Test
    void pagesAheadAreReadyAndTheThreadEndsWithTheWriter() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("inbound"));
        JournalWriter writer = new JournalWriter(folder);
        Pretoucher pretoucher = new Pretoucher(writer);
        JournalFixture fixture = new JournalFixture();
        fixture.inbound(writer, 100);
        long deadline = System.nanoTime() + 30_000_000_000L;
        long ready = writer.position() + Pretoucher.DEFAULT_AHEAD_BYTES - PAGE;
        while (pretoucher.touchedTo() < ready && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertTrue(pretoucher.touchedTo() >= ready, pretoucher.touchedTo() + " of " + ready);
        EventSlot slot = new EventSlot();
        fixture.event(slot, 101);
        writer.onEvent(slot, 101, true);
        writer.close();
        assertFalse(Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().startsWith("mnvh-pretouch-")));
        assertEquals(101, JournalFixture.readAll(folder));
        assertTrue(Files.size(JournalFixture.queueFile(folder)) < 200_000);
    }
}
