package mnvh.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the JVM and the kernel record of things that were made to happen here. */
class PauseRecorderTest {
    @TempDir
    private Path folder;

    @Test
    void collectionIsRecordedWithinTheTimeOfOurClockInWhichItRan() throws Exception {
        Assumptions.assumeTrue(PauseRecorder.available(), "skipped: this JVM has no flight recorder");
        try (PauseRecorder recorder = new PauseRecorder(System::nanoTime)) {
            long before = System.nanoTime();
            System.gc();
            long after = System.nanoTime();
            recorder.anchor();
            List<StopRecord> records = recorder.stop(folder.resolve("record.jfr"));

            StopRecord collection = records.stream()
                    .filter(record ->
                            record.cause() == Cause.GC && record.what().contains("System.gc()"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no collection among " + records));
            long tolerance = 50_000;
            assertTrue(collection.startNs() >= before - tolerance, collection + " began before " + before);
            assertTrue(collection.endNs() <= after + tolerance, collection + " ended after " + after);
            assertTrue(collection.endNs() > collection.startNs());
            Pause pause = new Pause(Stage.QUEUE, 0, before, before, after, 1, List.of(), List.of());
            assertEquals(Cause.GC, new PauseCauses(records).of(pause).get(0).cause());
        }
    }

    @Test
    void clocksThatDriftAreTiedByStraightLines() {
        ClockMap map = new ClockMap(new long[] {1_000, 2_000, 4_000}, new long[] {50, 1_060, 3_060});

        assertEquals(50 + 505, map.ours(1_500));
        assertEquals(1_060, map.ours(2_000));
        assertEquals(2_060, map.ours(3_000));
        assertEquals(40, map.ours(990), "before the first anchor");
        assertEquals(3_160, map.ours(4_100), "after the last");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void kernelCountsTheTimeAndTheFaultsOfAThreadFoundByItsName() throws Exception {
        Path tasks = Path.of("/proc/self/task");
        Thread busy = new Thread(
                () -> {
                    byte[][] touched = new byte[64][];
                    for (int i = 0; !Thread.currentThread().isInterrupted(); i++) {
                        touched[i % touched.length] = new byte[1 << 16];
                    }
                    assertNotNull(touched);
                },
                "test (a) b");
        busy.start();
        try (ThreadTimes times = awaitThread(tasks, busy.getName())) {
            assertTrue(times.read());
            long cpuNs = times.cpuNs;
            long deadline = System.nanoTime() + 20_000_000_000L;
            while (times.cpuNs - cpuNs < 20_000_000 && System.nanoTime() < deadline) {
                assertTrue(times.read());
            }
            assertTrue(times.cpuNs - cpuNs >= 20_000_000, "cpu " + (times.cpuNs - cpuNs));
            assertTrue(times.minorFaults >= 0 && times.majorFaults >= 0);
            assertEquals(false, times.blocked);
        } finally {
            busy.interrupt();
            busy.join();
        }
        assertEquals(null, ThreadTimes.of(tasks, "no such thread"));
    }

    private static ThreadTimes awaitThread(Path tasks, String name) {
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (System.nanoTime() < deadline) {
            ThreadTimes times = ThreadTimes.of(tasks, name);
            if (times != null) {
                return times;
            }
        }
        throw new AssertionError(name + " has no counters");
    }
}
