package mnvh.monitor;

import java.util.List;

/**
 * The longest pauses of a session.
 *
 * @param events of events on their way from the edge to the handler or to an order, longest first
 * @param hiccups of a thread that only sleeps, longest first
 * @param causes what is recorded for each
 * @param recorded true where the JVM recorded itself
 * @param counted true where the kernel's counters of the threads were read
 * @param dropped long spans that were not taken, for want of room
 */
public record WatchedPauses(
        List<Pause> events, List<Pause> hiccups, PauseCauses causes, boolean recorded, boolean counted, long dropped) {
    public WatchedPauses {
        events = List.copyOf(events);
        hiccups = List.copyOf(hiccups);
    }
}
