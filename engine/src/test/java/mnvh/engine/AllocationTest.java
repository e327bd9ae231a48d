package mnvh.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mnvh.universe.Universe;
import org.junit.jupiter.api.Test;

/** The step thread allocates nothing: a million events of every kind over 200 instruments. */
class AllocationTest {
    private static final int INSTRUMENTS = 200;
    private static final long WARM_UP = 300_000;
    private static final long EVENTS = 1_000_000;

    @Test
    void millionEventsOfEveryKindAllocateNothing() {
        Universe universe = TestRun.universe(INSTRUMENTS);
        EventStorm storm = new EventStorm(universe, TestRun.config(universe, TestRun.unlimited(), false));
        storm.run(WARM_UP);
        long before = allocatedBytes();
        long events = storm.run(EVENTS);
        double perEvent = (allocatedBytes() - before) / (double) events;
        System.out.println(
                "step thread: " + events + " events, " + storm.fills() + " fills, " + perEvent + " bytes each");
        assertTrue(storm.fills() > 100_000, "the storm trades");
        assertTrue(perEvent < 0.1, perEvent + " bytes per event");
    }

    @Test
    void meterSeesOneSmallObjectPerEvent() {
        Universe universe = TestRun.universe(INSTRUMENTS);
        EventStorm storm = new EventStorm(universe, TestRun.config(universe, TestRun.unlimited(), false));
        storm.run(10_000);
        List<Object> kept = new ArrayList<>(10_000);
        long before = allocatedBytes();
        for (int i = 0; i < 10_000; i++) {
            kept.add(new long[1]);
        }
        double perEvent = (allocatedBytes() - before) / 10_000.0;
        assertEquals(10_000, kept.size());
        assertTrue(perEvent >= 16, "the meter read " + perEvent + " bytes for an object of 24");
    }

    @Test
    void sameLoopRunsWithoutAGarbageCollectorIn32MiB() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UnlockExperimentalVMOptions",
                        "-XX:+UseEpsilonGC",
                        "-Xms32m",
                        "-Xmx32m",
                        "-XX:EpsilonMaxTLABSize=64k",
                        "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Loop.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(5, TimeUnit.MINUTES), "still running");
        assertEquals(0, process.exitValue(), said);
        assertTrue(said.contains("events"), said);
    }

    private static long allocatedBytes() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    /** The loop of a process of its own, where whatever is allocated stays allocated. */
    static final class Loop {
        private Loop() {}

        public static void main(String[] arguments) {
            Universe universe = TestRun.universe(INSTRUMENTS);
            EventStorm storm = new EventStorm(universe, TestRun.config(universe, TestRun.unlimited(), false));
            long events = storm.run(EVENTS);
            System.out.println(events + " events, " + storm.fills() + " fills");
        }
    }
}
