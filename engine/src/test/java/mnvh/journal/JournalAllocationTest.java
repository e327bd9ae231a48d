package mnvh.journal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import mnvh.event.EventSlot;
import mnvh.event.OutboundFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalAllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int EVENTS = 200_000;
    private static final int FRAMES = 20_000;
    private static final double MOST = 0.1;

    @TempDir
    Path temp;

    private static long allocated() {
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    private static void assertBelow(String what, long bytes, int records) {
        double each = bytes / (double) records;
        assertTrue(each < MOST, what + " allocates " + each + " bytes per record");
    }

    @Test
    void meterSeesSixteenBytesPerRecord() {
        long before = allocated();
        long sum = 0;
        for (int i = 0; i < EVENTS; i++) {
            sum += new byte[i & 7].length;
        }
        assertTrue((allocated() - before) / (double) EVENTS > MOST || sum < 0);
    }

    @Test
    void appendingReadingAndVerifyingAllocateLessThanATenthOfAByte() throws IOException {
        JournalFixture fixture = new JournalFixture();
        EventSlot slot = new EventSlot();
        Path inbound = Files.createDirectory(temp.resolve("inbound"));
        try (JournalWriter writer = new JournalWriter(inbound)) {
            WriteAhead ahead = new WriteAhead(writer, (event, sequence, last) -> {});
            fixture.inbound(writer, EVENTS);
            long before = allocated();
            for (long sequence = EVENTS + 1; sequence <= 2 * EVENTS; sequence++) {
                fixture.event(slot, sequence);
                writer.onEvent(slot, sequence, true);
            }
            assertBelow("JournalWriter.onEvent", allocated() - before, EVENTS);
            before = allocated();
            for (long sequence = 2 * EVENTS + 1; sequence <= 3 * EVENTS; sequence++) {
                fixture.event(slot, sequence);
                ahead.onEvent(slot, sequence, true);
            }
            assertBelow("WriteAhead.onEvent", allocated() - before, EVENTS);
        }
        Path outbound = Files.createDirectory(temp.resolve("outbound"));
        OutboundFrame frame = new OutboundFrame(4096);
        try (JournalWriter writer = new JournalWriter(outbound)) {
            fixture.outbound(writer, FRAMES);
            long before = allocated();
            for (long sequence = FRAMES + 1; sequence <= 2 * FRAMES; sequence++) {
                fixture.frame(frame, sequence, sequence + 2);
                writer.onFrame(frame, sequence, true);
            }
            assertBelow("JournalWriter.onFrame", allocated() - before, FRAMES);
        }
        try (OutboundVerifier verifier = new OutboundVerifier(new JournalReader(outbound))) {
            long before = 0;
            for (long sequence = 1; sequence <= 2 * FRAMES; sequence++) {
                if (sequence == FRAMES + 1) {
                    before = allocated();
                }
                fixture.frame(frame, sequence, sequence + 2);
                verifier.onFrame(frame, sequence, true);
            }
            assertBelow("OutboundVerifier.onFrame", allocated() - before, FRAMES);
            assertTrue(verifier.equal());
        }
    }
}
