package mnvh.bench;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** One side that sends orders and hears the answers. */
abstract class FixClient implements AutoCloseable {
    private static final long ANSWER_WAIT_S = 10;
    private static final long LOGON_WAIT_NS = 20_000_000_000L;

    private final Semaphore answers = new Semaphore(0);
    private volatile long awaited;
    private volatile long answeredNs;

    /** Sends the next order from the caller's thread. */
    abstract void send();

    /** @return number of the order that the next {@link #send} sends */
    abstract long nextOrder();

    /**
     * Called on the thread that read an answer, as soon as a program could act on it. Answers to other orders than the
     * one waited for are passed over: the venue may still be busy with what was sent before.
     */
    final void answered(long order) {
        long nowNs = System.nanoTime();
        if (order == awaited) {
            answeredNs = nowNs;
            answers.release();
        }
    }

    /** Sends an order and waits for its answer without spinning. @return order out to report in, ns */
    final long roundTrip() throws InterruptedException {
        awaited = nextOrder();
        long startNs = System.nanoTime();
        send();
        if (!answers.tryAcquire(ANSWER_WAIT_S, TimeUnit.SECONDS)) {
            throw new IllegalStateException("no answer to an order within " + ANSWER_WAIT_S + " s");
        }
        return answeredNs - startNs;
    }

    /** Waits until {@code up} says so. */
    static void awaitLogon(BooleanSupplier up) throws InterruptedException {
        long startNs = System.nanoTime();
        while (!up.getAsBoolean()) {
            if (System.nanoTime() - startNs > LOGON_WAIT_NS) {
                throw new IllegalStateException("no FIX session within " + LOGON_WAIT_NS / 1_000_000_000 + " s");
            }
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    @Override
    public abstract void close();
}
