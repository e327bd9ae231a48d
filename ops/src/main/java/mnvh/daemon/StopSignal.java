package mnvh.daemon;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * SIGINT and SIGTERM as a request to end in order: the process stays until the run has closed and printed, at most for
 * a while, and then says that it was interrupted.
 *
 * <p>Opened before everything that a run must close, so that it is closed after it.
 */
final class StopSignal implements AutoCloseable {
    private static final long PATIENCE_S = 20;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::onSignal, "mnvh-signal");
    private volatile boolean received;

    StopSignal() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** @return true once the process was asked to end */
    boolean received() {
        return received;
    }

    private void onSignal() {
        received = true;
        try {
            if (!closed.await(PATIENCE_S, TimeUnit.SECONDS)) {
                System.err.println("mnvh: the run did not end within " + PATIENCE_S + " s; leaving now");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(ExitCode.INTERRUPTED.number());
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is already ending, and the hook with it.
            received = true;
        }
    }
}
