package mnvh.monitor;

import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import mnvh.units.Clock;

/** One reading of our clock in the JVM's own record: begin, reading, end; ties the two clocks together. */
@Name("mnvh.ClockAnchor")
@Label("Clock Anchor")
@StackTrace(false)
final class ClockAnchor extends Event {
    static final String NAME = "mnvh.ClockAnchor";

    @Label("Clock")
    long clockNs;

    /** Records a reading of {@code clock}. */
    static void commit(Clock clock) {
        ClockAnchor anchor = new ClockAnchor();
        anchor.begin();
        anchor.clockNs = clock.nowNs();
        anchor.end();
        anchor.commit();
    }
}
