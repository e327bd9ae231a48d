package mnvh.journal;

import java.util.concurrent.locks.LockSupport;

/** Forces a stream to the device by time, on its own thread; a failure reaches the appender at its next record. */
final class IntervalSync implements AutoCloseable {
    private final JournalWriter writer;
    private final long intervalNs;
    private final Thread thread;
    private volatile boolean stopped;

    IntervalSync(JournalWriter writer, long intervalMs) {
        this.writer = writer;
        this.intervalNs = intervalMs * 1_000_000;
        this.thread = new Thread(this::run, "mnvh-sync-" + writer.folder().getFileName());
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            while (!stopped) {
                if (writer.durableRecords() != writer.records()) {
                    writer.sync();
                }
                LockSupport.parkNanos(intervalNs);
            }
        } catch (Throwable e) {
            writer.failed(e);
        }
    }

    /** Returns when the thread has ended; never leaves a sync half done. */
    @Override
    public void close() {
        stopped = true;
        LockSupport.unpark(thread);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
