package mnvh.bench;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** A thread that does nothing but sleep a millisecond and note how late it wakes. */
final class IdleThread implements AutoCloseable {
    private static final long SLEEP_NS = 1_000_000;

    private final AtomicLong longestNs = new AtomicLong();
    private final Thread thread = new Thread(this::run, "bench-idle");
    private volatile long dueNs = System.nanoTime() + SLEEP_NS;
    private volatile boolean ended;

    IdleThread() {
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        while (!ended) {
            dueNs = System.nanoTime() + SLEEP_NS;
            LockSupport.parkNanos(SLEEP_NS);
            late();
        }
    }

    private void late() {
        longestNs.accumulateAndGet(Math.max(0, System.nanoTime() - dueNs), Math::max);
    }

    /** Begins anew. */
    void reset() {
        longestNs.set(0);
    }

    /** @return the longest lateness since {@link #reset}, one that has not ended too */
    long longestNs() {
        return Math.max(longestNs.get(), System.nanoTime() - dueNs);
    }

    @Override
    public void close() {
        ended = true;
        LockSupport.unpark(thread);
    }
}
