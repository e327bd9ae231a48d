package mnvh.monitor;

import java.util.ArrayList;
import java.util.List;

/** Whether the run may trade now, and if not, every reason why. */
public final class Health {
    private final RunMonitor monitor;

    /** @param monitor what is read */
    public Health(RunMonitor monitor) {
        this.monitor = monitor;
    }

    /** @return what stands in the way of trading; empty when ready */
    public List<String> obstacles() {
        RunSnapshot snapshot = monitor.snapshot();
        List<String> obstacles = new ArrayList<>();
        SessionReading session = snapshot.inbound().session();
        if (!snapshot.sessionUp()) {
            obstacles.add(
                    "FIX session is " + session.state() + (session.text().isEmpty() ? "" : ": " + session.text()));
        }
        if (snapshot.outbound().step() == null) {
            obstacles.add("no step has closed yet");
        }
        if (snapshot.outbound().state().equals("HALTED")) {
            NoticeReading notice = snapshot.outbound().notice();
            obstacles.add("trading is halted" + (notice == null ? "" : ": " + notice.name()));
        }
        if (snapshot.outbound().largestResidual() != 0) {
            obstacles.add("the ledger's identities do not hold");
        }
        return List.copyOf(obstacles);
    }
}
