package mnvh.monitor;

import java.util.concurrent.locks.LockSupport;
import mnvh.units.Clock;

/**
 * A thread that asks to sleep a millisecond, over and over, and notes how late it wakes: what the machine and the JVM
 * do to a thread that has nothing to do with trading, at moments when no event was in flight to feel it.
 */
public final class HiccupMeter implements AutoCloseable {
    /** The thread's name. */
    public static final String THREAD = "mnvh-hiccup";

    private static final long SLEEP_NS = 1_000_000;

    private final LatencyHistogram lateness;
    private final PauseLog pauses;
    private final Clock ticks;
    private final Thread thread;
    private volatile boolean stopped;

    /** Starts at once. */
    public HiccupMeter(LatencyHistogram lateness, PauseLog pauses, Clock ticks) {
        this.lateness = lateness;
        this.pauses = pauses;
        this.ticks = ticks;
        thread = new Thread(this::run, THREAD);
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        while (!stopped) {
            long dueNs = ticks.nowNs() + SLEEP_NS;
            LockSupport.parkNanos(SLEEP_NS);
            long wokenNs = ticks.nowNs();
            // It may wake early, which is no hiccup and would only pull the figures down.
            if (wokenNs >= dueNs) {
                lateness.record(wokenNs - dueNs);
                pauses.offer(Stage.HICCUP, 0, dueNs, wokenNs);
            }
        }
    }

    @Override
    public void close() {
        stopped = true;
        LockSupport.unpark(thread);
    }
}
