package mnvh.daemon;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import mnvh.event.OrderEventType;
import mnvh.monitor.NoticeReading;
import mnvh.monitor.OutboundReading;
import mnvh.monitor.RunSnapshot;
import mnvh.monitor.StepReading;
import mnvh.units.DecimalText;
import org.jspecify.annotations.Nullable;

/** The run as plain lines: one every so many steps, one for each notice, one at the end. */
final class HeadlessView implements RunView {
    static final long EVERY_STEPS = 10;

    private static final long POLL_MS = 250;

    private final Supplier<RunSnapshot> run;
    private final RunBanner banner;
    private final PrintWriter out;
    private final long everySteps;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "mnvh-view");
        thread.setDaemon(true);
        return thread;
    });
    private long printed = -1;
    private @Nullable NoticeReading notice;
    private boolean closed;

    HeadlessView(Supplier<RunSnapshot> run, RunBanner banner, PrintWriter out, long everySteps) {
        this.run = run;
        this.banner = banner;
        this.out = out;
        this.everySteps = everySteps;
    }

    @Override
    public void start(Consumer<ExitCode> onQuit) {
        if (!banner.address().isEmpty()) {
            out.println("monitor " + banner.address() + "metrics");
        }
        out.println("journal " + banner.journal());
        out.flush();
        executor.scheduleAtFixedRate(this::poll, POLL_MS, POLL_MS, TimeUnit.MILLISECONDS);
    }

    /** Prints what is due. */
    synchronized void poll() {
        RunSnapshot snapshot = run.get();
        NoticeReading newest = snapshot.outbound().notice();
        if (newest != null && !newest.equals(notice)) {
            notice = newest;
            out.println(time(newest.timestampNs()) + " notice "
                    + newest.name().name().toLowerCase(Locale.ROOT) + " state=" + newest.stateAfter());
        }
        StepReading step = snapshot.outbound().step();
        if (step != null && (printed < 0 || step.step() >= printed + everySteps)) {
            print(snapshot, step);
        }
        out.flush();
    }

    private void print(RunSnapshot snapshot, StepReading step) {
        printed = step.step();
        OutboundReading o = snapshot.outbound();
        out.println(String.format(
                Locale.ROOT,
                "%s step=%d outcome=%s state=%s equity=%s kappa=%.4f gross=%.3f beta=%+.4f throttle=%.3f sent=%d"
                        + " filled=%d rejected=%d denied=%d session=%s residual=%s",
                time(step.closeNs()),
                step.step(),
                step.outcome().name().toLowerCase(Locale.ROOT),
                o.state(),
                DecimalText.format(o.equity()),
                step.financingScale(),
                snapshot.grossLeverage(),
                step.marketBetaRatio(),
                step.throttle(),
                snapshot.ordersSent(),
                o.filled(),
                snapshot.count(OrderEventType.REJECTED),
                snapshot.denied(),
                snapshot.inbound().session().state(),
                DecimalText.format(o.largestResidual())));
    }

    /** Prints the last step if no line has shown it, and stops. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        executor.shutdown();
        poll();
        RunSnapshot snapshot = run.get();
        StepReading step = snapshot.outbound().step();
        if (step != null && step.step() > printed) {
            print(snapshot, step);
        }
        out.flush();
    }

    private static String time(long ns) {
        return Instant.ofEpochSecond(ns / 1_000_000_000L).toString();
    }
}
