package mnvh.monitor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import mnvh.units.Clock;

/**
 * Looks at the kernel's counters of the trading threads every 10 ms, takes the long spans out of their logs and keeps
 * the longest together with what was counted around them.
 *
 * <p>A thread of its own; it holds the looks of the last ten seconds, so that a session of any length needs the same
 * memory. Where there is no {@code /proc}, pauses are kept without windows.
 */
public final class SchedulerProbe implements AutoCloseable {
    /** Pauses that are kept. */
    public static final int MOST = 200;
    /** Shortest span that is a pause. */
    public static final long LEAST_NS = 100_000;

    private static final Path TASKS = Path.of("/proc/self/task");
    private static final long INTERVAL_NS = 10_000_000;
    private static final int LOOKS = 1024;
    private static final int LOOKS_A_SECOND = 100;
    private static final int LOOKS_TO_FIND = 10;

    private final List<List<PauseLog>> groups;
    private final List<LongestPauses> longest = new ArrayList<>();
    private final Clock ticks;
    private final Runnable everySecond;
    private final List<ThreadHistory> watched = new ArrayList<>();
    private final long[] beginNs = new long[LOOKS];
    private final long[] endNs = new long[LOOKS];
    private final Thread thread;
    private long looks;
    private volatile boolean stopped;

    /**
     * Starts at once.
     *
     * @param groups where the spans come from; each group has its own longest pauses
     * @param ticks the clock of the spans
     * @param everySecond called on this thread about once a second
     */
    public SchedulerProbe(List<List<PauseLog>> groups, Clock ticks, Runnable everySecond) {
        this.groups = List.copyOf(groups);
        this.ticks = ticks;
        this.everySecond = everySecond;
        groups.forEach(group -> longest.add(new LongestPauses(MOST, LEAST_NS)));
        groups.stream()
                .flatMap(List::stream)
                .flatMap(log -> log.threads().stream())
                .distinct()
                .forEach(name -> watched.add(new ThreadHistory(TASKS, name, LOOKS)));
        thread = new Thread(this::run, "mnvh-probe");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        while (!stopped) {
            if (looks % LOOKS_A_SECOND == 0) {
                everySecond.run();
            }
            if (looks % LOOKS_TO_FIND == 0) {
                watched.forEach(ThreadHistory::find);
            }
            look();
            drain(false);
            LockSupport.parkNanos(INTERVAL_NS);
        }
        look();
        drain(true);
        watched.forEach(ThreadHistory::close);
    }

    private void look() {
        int place = (int) (looks % LOOKS);
        beginNs[place] = ticks.nowNs();
        for (ThreadHistory one : watched) {
            one.look(looks);
        }
        endNs[place] = ticks.nowNs();
        looks++;
    }

    private void drain(boolean all) {
        for (int i = 0; i < groups.size(); i++) {
            for (PauseLog log : groups.get(i)) {
                drain(log, longest.get(i), all);
            }
            long floorNs = longest.get(i).floorNs();
            groups.get(i).forEach(log -> log.floorNs(floorNs));
        }
    }

    /** Takes the spans that ended before the newest look, or all. */
    private void drain(PauseLog log, LongestPauses kept, boolean all) {
        long newestNs = beginNs[(int) ((looks - 1) % LOOKS)];
        while (log.waiting() && (all || log.peek(PauseLog.END_NS) <= newestNs)) {
            long startNs = log.peek(PauseLog.START_NS);
            long endOfSpanNs = log.peek(PauseLog.END_NS);
            if (endOfSpanNs - startNs >= kept.floorNs()) {
                kept.add(new Pause(
                        log.peekStage(),
                        log.peek(PauseLog.SEQUENCE),
                        startNs,
                        log.peek(PauseLog.TAKEN_NS),
                        endOfSpanNs,
                        1,
                        log.threads(),
                        windows(log.threads(), startNs, endOfSpanNs)));
            }
            log.advance();
        }
    }

    /** @return one window per thread that was looked at both before and after the span */
    private List<ThreadWindow> windows(List<String> threads, long startNs, long endOfSpanNs) {
        long oldest = Math.max(0, looks - LOOKS);
        long before = looks - 1;
        while (before >= oldest && endNs[(int) (before % LOOKS)] > startNs) {
            before--;
        }
        if (before < oldest) {
            return List.of();
        }
        long after = before + 1;
        while (after < looks && beginNs[(int) (after % LOOKS)] < endOfSpanNs) {
            after++;
        }
        if (after == looks) {
            return List.of();
        }
        List<ThreadWindow> windows = new ArrayList<>();
        for (ThreadHistory one : watched) {
            if (threads.contains(one.name())) {
                ThreadWindow window =
                        one.window(before, after, endNs[(int) (after % LOOKS)] - beginNs[(int) (before % LOOKS)]);
                if (window != null) {
                    windows.add(window);
                }
            }
        }
        return windows;
    }

    /** @return the longest pauses of a group, longest first; after {@link #close} */
    public List<Pause> pauses(int group) {
        return longest.get(group).all();
    }

    /** @return true where the kernel's counters of every watched thread were read; after {@link #close} */
    public boolean countersRead() {
        return watched.stream().allMatch(one -> one.known());
    }

    /** Takes what still waits and ends the thread. */
    @Override
    public void close() {
        stopped = true;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
