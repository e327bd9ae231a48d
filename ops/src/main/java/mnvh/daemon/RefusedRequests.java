package mnvh.daemon;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The control API's refused requests, told one by one, or as many at a time as came within a second.
 *
 * <p>The first is told at once, and then at most one text a second with the newest request and the number of those
 * before it: whoever floods the door fills no journal, and every request is counted. Any thread tells, and never waits;
 * a thread of its own hands on, and may wait for room.
 */
final class RefusedRequests implements AutoCloseable {
    private static final long APART_NS = TimeUnit.SECONDS.toNanos(1);
    private static final int LONGEST = 120;

    private final Consumer<String> journal;
    private final Thread thread = new Thread(this::run, "mnvh-refused");
    private String newest = "";
    private long count;
    private boolean closed;

    /** @param journal is handed each text, on one thread */
    RefusedRequests(Consumer<String> journal) {
        this.journal = journal;
        thread.setDaemon(true);
        thread.start();
    }

    /** Tells of a request; what of it does not print is replaced. */
    synchronized void add(String what) {
        newest = what.replaceAll("[^ -~]", "?");
        count++;
        notifyAll();
    }

    private void run() {
        try {
            for (String text = next(); !text.isEmpty(); text = next()) {
                journal.accept(text);
                pause();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return what to tell, nothing once closed */
    private synchronized String next() throws InterruptedException {
        while (count == 0 && !closed) {
            wait();
        }
        if (count == 0) {
            return "";
        }
        String last = newest.length() > LONGEST ? newest.substring(0, LONGEST) : newest;
        String text = count == 1 ? "control " + last : "control " + last + " (and " + (count - 1) + " before)";
        count = 0;
        return text;
    }

    private synchronized void pause() throws InterruptedException {
        long startNs = System.nanoTime();
        for (long left = APART_NS; left > 0 && !closed; left = APART_NS - (System.nanoTime() - startNs)) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    /** Tells what is left, waiting a second at most. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            thread.join(TimeUnit.NANOSECONDS.toMillis(APART_NS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
