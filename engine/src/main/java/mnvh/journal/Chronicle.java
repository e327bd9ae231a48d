package mnvh.journal;

import java.nio.file.Path;
import net.openhft.chronicle.core.time.SystemTimeProvider;
import net.openhft.chronicle.core.time.TimeProvider;
import net.openhft.chronicle.queue.RollCycles;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;

/**
 * The door to Chronicle: what it must be told before the first of its classes is initialised, and its queues.
 *
 * <p>Its library reports usage to an analytics service and leaves a client id in the home folder, prints a banner, and
 * watches disks on a thread of its own. All three are switched off here, whatever the command line says.
 */
final class Chronicle {
    static {
        System.setProperty("chronicle.analytics.disable", "true");
        System.setProperty("chronicle.announcer.disable", "true");
        System.setProperty("chronicle.disk.monitor.disable", "true");
    }

    private Chronicle() {}

    /** @return the wall clock, which decides in which day's file a record stands */
    static TimeProvider wallClock() {
        return SystemTimeProvider.INSTANCE;
    }

    /**
     * Opens a stream's queue for appending.
     *
     * @param rollClock says the day, which names the queue file
     */
    static SingleChronicleQueue queue(Path folder, TimeProvider rollClock) {
        return SingleChronicleQueueBuilder.binary(folder)
                .rollCycle(RollCycles.FAST_DAILY)
                .blockSize(JournalFormat.BLOCK_BYTES)
                .timeProvider(rollClock)
                .build();
    }
}
