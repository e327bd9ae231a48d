package mnvh.monitor;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The newest looks at one thread's counters, found by its name while it lives. One thread. */
final class ThreadHistory {
    private final Path tasks;
    private final String name;
    private final int looks;
    private final long[] cpuNs;
    private final long[] runDelayNs;
    private final long[] minor;
    private final long[] major;
    private final boolean[] blocked;
    private final boolean[] valid;
    private @Nullable ThreadTimes times;
    private boolean known;

    /**
     * @param tasks the kernel's folder of this process's threads
     * @param name the thread's name
     * @param looks how many are held
     */
    ThreadHistory(Path tasks, String name, int looks) {
        this.tasks = tasks;
        this.name = name;
        this.looks = looks;
        cpuNs = new long[looks];
        runDelayNs = new long[looks];
        minor = new long[looks];
        major = new long[looks];
        blocked = new boolean[looks];
        valid = new boolean[looks];
    }

    String name() {
        return name;
    }

    /** @return true once its counters were read */
    boolean known() {
        return known;
    }

    /** Looks for the thread where it is not known yet. */
    void find() {
        if (times == null) {
            times = ThreadTimes.of(tasks, name);
        }
    }

    /** Takes the look number {@code look}. */
    void look(long look) {
        int place = (int) (look % looks);
        ThreadTimes current = times;
        valid[place] = current != null && current.read();
        if (current == null || !valid[place]) {
            close();
            return;
        }
        known = true;
        cpuNs[place] = current.cpuNs;
        runDelayNs[place] = current.runDelayNs;
        minor[place] = current.minorFaults;
        major[place] = current.majorFaults;
        blocked[place] = current.blocked;
    }

    /** @return what was counted between two looks; null where one of them, or one between, found no thread */
    @Nullable
    ThreadWindow window(long before, long after, long windowNs) {
        int from = (int) (before % looks);
        int to = (int) (after % looks);
        int blockedLooks = 0;
        for (long look = before; look <= after; look++) {
            int place = (int) (look % looks);
            if (!valid[place]) {
                return null;
            }
            blockedLooks += blocked[place] ? 1 : 0;
        }
        return new ThreadWindow(
                name,
                windowNs,
                cpuNs[to] - cpuNs[from],
                runDelayNs[to] - runDelayNs[from],
                minor[to] - minor[from],
                major[to] - major[from],
                (int) (after - before + 1),
                blockedLooks);
    }

    /** Lets go of the thread; the looks stay. */
    void close() {
        ThreadTimes current = times;
        times = null;
        if (current != null) {
            try {
                current.close();
            } catch (IOException e) {
                throw new IllegalStateException("two files that were only read cannot be closed", e);
            }
        }
    }
}
