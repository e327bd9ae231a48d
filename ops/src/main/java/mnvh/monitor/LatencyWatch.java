package mnvh.monitor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mnvh.units.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Everything that runs beside a session whose pauses are to be explained: flight recording, probe, hiccup meter.
 *
 * <p>Nothing of it exists without the wish for it. {@link #finish} ends it and gives the longest pauses.
 */
public final class LatencyWatch implements AutoCloseable {
    private static final int CORE_SPANS = 1 << 14;
    private static final int OTHER_SPANS = 1 << 10;
    private static final String CORE = "mnvh-core";
    private static final String EXIT = "mnvh-exit";

    private final @Nullable PauseRecorder recorder;
    private final PauseLog core = new PauseLog(List.of(CORE), CORE_SPANS, SchedulerProbe.LEAST_NS);
    private final PauseLog exit = new PauseLog(List.of(CORE, EXIT), OTHER_SPANS, SchedulerProbe.LEAST_NS);
    private final PauseLog hiccups = new PauseLog(List.of(HiccupMeter.THREAD), OTHER_SPANS, SchedulerProbe.LEAST_NS);
    /** The core's waits are the exit thread's doing, so it is the exit's counters that may explain them. */
    private final PauseLog egressWaits = new PauseLog(List.of(EXIT), OTHER_SPANS, SchedulerProbe.LEAST_NS);

    private final LatencyTaps taps;
    private final HiccupMeter hiccup;
    private final SchedulerProbe probe;
    private boolean closed;

    /**
     * Starts at once.
     *
     * @param latencies where hiccups go
     * @param ticks a monotonic clock
     * @param everySecond called about once a second, on a thread of the watch
     */
    public LatencyWatch(StageLatencies latencies, Clock ticks, Runnable everySecond) {
        PauseRecorder available = PauseRecorder.available() ? new PauseRecorder(ticks) : null;
        recorder = available;
        taps = new LatencyTaps(latencies, ticks, core, exit, egressWaits);
        hiccup = new HiccupMeter(latencies.of(Stage.HICCUP), hiccups, ticks);
        probe = new SchedulerProbe(List.of(List.of(core, exit), List.of(hiccups), List.of(egressWaits)), ticks, () -> {
            if (available != null) {
                available.anchor();
            }
            everySecond.run();
        });
    }

    /** @return the taps of the session */
    public LatencyTaps taps() {
        return taps;
    }

    /**
     * Ends the watch.
     *
     * @param file where the JVM's own record goes
     * @return the longest pauses and what is recorded for them
     */
    public WatchedPauses finish(Path file) throws IOException {
        stopThreads();
        List<StopRecord> records = new ArrayList<>(recorder == null ? List.of() : recorder.stop(file));
        PauseCauses exitCauses = new PauseCauses(records);
        for (Pause wait : probe.pauses(2)) {
            String why = PauseCauses.named(wait, exitCauses.of(wait)).label();
            records.add(new StopRecord(
                    Cause.EGRESS_FULL, "waits for " + EXIT + ", there: " + why, CORE, wait.startNs(), wait.endNs()));
        }
        return new WatchedPauses(
                probe.pauses(0),
                probe.pauses(1),
                new PauseCauses(records),
                recorder != null,
                probe.countersRead(),
                core.dropped() + exit.dropped() + hiccups.dropped() + egressWaits.dropped());
    }

    private void stopThreads() {
        hiccup.close();
        probe.close();
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        stopThreads();
        if (recorder != null) {
            recorder.close();
        }
    }
}
