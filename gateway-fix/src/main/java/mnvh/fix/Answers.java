package mnvh.fix;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.LockSupport;
import mnvh.event.EventSlot;
import mnvh.event.Ingress;

/**
 * What the gateway itself has to tell the core: its session's state, and orders that never left.
 *
 * <p>A thread of its own waits for room in the ingress, so that neither the exit thread nor a thread that holds a lock
 * of the FIX session ever does: the core waits for the exit, and the exit must not wait for the core. The queue is
 * bounded far above {@code risk.max_working_orders}; overflowing it is a broken invariant and throws.
 */
final class Answers implements AutoCloseable {
    private static final int CAPACITY = 1 << 16;
    private static final long CLOSE_WAIT_NS = 1_000_000_000L;

    /** Fills a slot with one event. */
    @FunctionalInterface
    interface Answer {
        void write(EventSlot slot);
    }

    private final BlockingQueue<Answer> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final Ingress ingress;
    private final Thread thread = new Thread(this::run, "fix-answers");

    Answers(Ingress ingress) {
        this.ingress = ingress;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Never waits; throws {@link IllegalStateException} when the core has taken no answer for {@link #CAPACITY}. */
    void offer(Answer answer) {
        if (!queue.offer(answer)) {
            throw new IllegalStateException(CAPACITY + " answers wait for the ingress");
        }
    }

    private void run() {
        try {
            while (true) {
                Answer answer = queue.take();
                EventSlot slot = ingress.claim();
                answer.write(slot);
                ingress.publish(slot);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Gives the core a second to take what waits, then ends the thread. */
    @Override
    public void close() {
        long deadlineNs = System.nanoTime() + CLOSE_WAIT_NS;
        while (!queue.isEmpty() && thread.isAlive() && System.nanoTime() < deadlineNs) {
            LockSupport.parkNanos(1_000_000);
        }
        thread.interrupt();
    }
}
