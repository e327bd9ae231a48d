package mnvh.monitor;

import java.util.List;

/**
 * A span in which something waited longer than usual; times are of {@code System.nanoTime()}.
 *
 * @param stage what waited longest
 * @param sequence inbound sequence of that event, 0 for none
 * @param startNs when the wait began
 * @param takenNs when the handler took the event up
 * @param endNs when it was done
 * @param spans how many overlapping spans this is the longest of, itself included
 * @param threads names of the threads that the wait ran through
 * @param windows what the kernel counted for the threads concerned; empty where nothing was read
 */
public record Pause(
        Stage stage,
        long sequence,
        long startNs,
        long takenNs,
        long endNs,
        long spans,
        List<String> threads,
        List<ThreadWindow> windows) {
    public Pause {
        threads = List.copyOf(threads);
        windows = List.copyOf(windows);
    }

    /** @return its length */
    public long durationNs() {
        return endNs - startNs;
    }

    boolean overlaps(Pause other) {
        return startNs < other.endNs && other.startNs < endNs;
    }

    /** @return the same pause standing for so many more spans */
    Pause with(long moreSpans) {
        return new Pause(stage, sequence, startNs, takenNs, endNs, spans + moreSpans, threads, windows);
    }
}
