package mnvh.daemon;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import mnvh.config.Config;
import mnvh.config.ConfigLoader;
import mnvh.config.DropCopyConfig;
import mnvh.config.LoadedConfig;
import mnvh.config.Mode;
import mnvh.config.VenueConfig;
import mnvh.event.SessionState;
import mnvh.fix.FixSimulator;
import mnvh.journal.SessionFolder;
import mnvh.monitor.Health;
import mnvh.monitor.LatencyTaps;
import mnvh.monitor.Metrics;
import mnvh.monitor.MetricsEndpoint;
import mnvh.monitor.Plumbing;
import mnvh.monitor.RunMonitor;
import mnvh.monitor.RunSnapshot;
import mnvh.monitor.SessionReading;
import mnvh.monitor.StageLatencies;
import mnvh.monitor.StepReading;
import mnvh.report.SessionReport;
import mnvh.risk.Limits;
import mnvh.risk.TradingState;
import mnvh.units.Term;
import mnvh.units.WallClock;
import org.jspecify.annotations.Nullable;

/**
 * Paper trading: the daemon over real FIX against a simulator, embedded where the venue's port is 0.
 *
 * <p>Everything that can be refused is refused before anything starts: configuration, data, journal folder, ports.
 */
final class PaperRun implements Run<PaperOptions> {
    private static final DateTimeFormatter SESSION_NAME = DateTimeFormatter.ofPattern(
                    "'paper-'yyyyMMdd'T'HHmmss'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final long POLL_MS = 50;
    private static final long LOGON_TIMEOUT_NS = TimeUnit.SECONDS.toNanos(30);
    private static final long END_TIMEOUT_MS = 10_000;

    private final Consumer<TradingDaemon> started;

    PaperRun() {
        this(daemon -> {});
    }

    /** @param started is handed every daemon once it runs */
    PaperRun(Consumer<TradingDaemon> started) {
        this.started = started;
    }

    @Override
    public ExitCode run(PaperOptions options, Screen screen) throws Exception {
        try (KillSignal kill = new KillSignal()) {
            return run(options, screen, kill);
        }
    }

    private ExitCode run(PaperOptions options, Screen screen, KillSignal kill) throws Exception {
        String name = SESSION_NAME.format(Instant.now());
        LoadedConfig loaded = ConfigLoader.load(options.config(), options.sets(), System.getenv());
        Config config = loaded.config();
        requirePaper(config);
        tellApproved(Approvals.require(loaded, options.sets()), screen);
        SimulatedMarket market = new SimulatedMarket(config, options.data(), options.from(), options.to());
        StageLatencies latencies = new StageLatencies();
        ControlFolder door = ControlFolder.beside(config.journal().dir());
        door.requireFree();
        try (StopSignal signal = new StopSignal();
                SessionLatency latency = new SessionLatency(latencies, options.latency())) {
            Path recorded;
            ExitCode code;
            try (SessionFolder session = SessionFolder.create(config.journal().dir(), name)) {
                recorded = session.path();
                code = trade(options, screen, config, market, session, door, signal, kill, latencies, latency.taps());
            }
            report(recorded, screen);
            latency.report(recorded.resolve("report"), screen);
            return code;
        }
    }

    /** Only in mode paper does the configuration keep real venues and their credentials out of reach. */
    private static void requirePaper(Config config) {
        if (config.mode() != Mode.PAPER) {
            throw new RunFailure(
                    ExitCode.USAGE,
                    "mnvh: mode is " + config.mode().text()
                            + ", but paper trades with a simulator alone; say mode: paper");
        }
        NearHost.require(config.venue().host());
        DropCopyConfig copy = config.venue().dropCopy();
        if (copy != null) {
            NearHost.require(copy.host());
        }
    }

    private static void tellApproved(@Nullable Approval approval, Screen screen) {
        if (approval != null) {
            screen.err().println("approved by " + approval.said());
            screen.err().flush();
        }
    }

    private static void report(Path recorded, Screen screen) throws IOException {
        SessionReport report = SessionReport.read(recorded, SessionReport.FROM_SPACING);
        report.writeTo(recorded.resolve("report"));
        report.summary().print(screen.out(), screen.format());
        screen.err().println("journal: " + recorded);
        screen.err().println("report: " + recorded.resolve("report"));
        screen.out().flush();
        screen.err().flush();
    }

    private ExitCode trade(
            PaperOptions options,
            Screen screen,
            Config config,
            SimulatedMarket market,
            SessionFolder session,
            ControlFolder door,
            StopSignal signal,
            KillSignal killSignal,
            StageLatencies latencies,
            LatencyTaps taps)
            throws Exception {
        RunMonitor monitor = new RunMonitor(JournaledNames.monitor());
        Limits limits = new Limits(config.risk());
        Arrays.stream(Term.values())
                .filter(Term::limit)
                .forEach(term -> monitor.terms().configured(term, limits.of(term)));
        AtomicReference<@Nullable TradingDaemon> running = new AtomicReference<>();
        Metrics metrics = new Metrics(
                monitor,
                JournaledNames.monitor(),
                config.venue().name(),
                new WallClock(),
                plumbing(running, session),
                BuildInfo.identity(),
                latencies);
        try (MetricsEndpoint endpoint = new MetricsEndpoint(
                        config.monitor().bind(), config.monitor().httpPort(), metrics, new Health(monitor));
                EmbeddedVenue venue = EmbeddedVenue.open(config.venue(), market);
                TradingDaemon daemon = new TradingDaemon(
                        config,
                        market.universe(),
                        venue.config(),
                        true,
                        clOrdIdPrefix(session.path()),
                        session,
                        session.path().resolve("fix"),
                        monitor,
                        taps);
                KillSwitch kill =
                        new KillSwitch(door.path().resolve(config.monitor().killFile()), killSignal, daemon);
                OperatorDoor control =
                        OperatorDoor.open(door, config, market.universe(), session, daemon, kill, monitor)) {
            running.set(daemon);
            RunBanner banner = new RunBanner(
                    config.mode().text(),
                    config.currency(),
                    config.initialCash(),
                    options.steps(),
                    session.path(),
                    endpoint.address());
            AtomicReference<@Nullable ExitCode> quit = new AtomicReference<>();
            try (RunView view = RunView.open(monitor::snapshot, banner, screen, options.headless())) {
                view.start(quit::set);
                daemon.start(() -> tellKilled(kill.start(), screen));
                if (options.headless()) {
                    screen.err().println("control: " + control.folder());
                    screen.err().flush();
                }
                started.accept(daemon);
                String reason = awaitEnd(options, daemon, monitor, signal, quit);
                daemon.requestStop(reason);
                daemon.awaitEnd(END_TIMEOUT_MS, TimeUnit.MILLISECONDS);
            }
            if (daemon.failure() == null
                    && !(daemon.ended() && monitor.snapshot().sessionUp())) {
                screen.err().println("mnvh: the FIX session was lost; orders may be of unknown outcome");
                return ExitCode.VENUE;
            }
            return exitCode(daemon, monitor, signal, quit.get());
        }
    }

    private static void tellKilled(@Nullable String found, Screen screen) {
        if (found != null) {
            screen.err()
                    .println("mnvh: the kill switch is pulled since before (" + found
                            + "); no order leaves until: mnvh reset --by NAME --reason TEXT");
            screen.err().flush();
        }
    }

    /** The session's time of start: new in every run, short enough for every venue's ClOrdID(11). */
    private static String clOrdIdPrefix(Path session) {
        String name = String.valueOf(session.getFileName());
        return name.substring(name.indexOf('-') + 1).replace("-", "n");
    }

    /** Waits for whatever ends the run first. @return why it ends */
    private static String awaitEnd(
            PaperOptions options,
            TradingDaemon daemon,
            RunMonitor monitor,
            StopSignal signal,
            AtomicReference<@Nullable ExitCode> quit)
            throws InterruptedException {
        long startNs = System.nanoTime();
        long upNs = 0;
        while (!daemon.awaitEnd(POLL_MS, TimeUnit.MILLISECONDS)) {
            RunSnapshot now = monitor.snapshot();
            StepReading step = now.outbound().step();
            long elapsedNs = System.nanoTime() - startNs;
            if (signal.received()) {
                return "signal";
            }
            if (quit.get() != null) {
                return "operator";
            }
            // The duration is that of trading: it runs from the first logon, not from the start of the program.
            if (upNs == 0 && now.sessionUp()) {
                upNs = System.nanoTime();
            }
            if (options.durationNs() > 0 && upNs != 0 && System.nanoTime() - upNs >= options.durationNs()) {
                return "duration reached";
            }
            if (options.steps() > 0 && step != null && step.step() + 1 >= options.steps()) {
                return "steps reached";
            }
            SessionReading session = now.inbound().session();
            if (session.state() == SessionState.REFUSED) {
                throw new RunFailure(ExitCode.VENUE, "mnvh: the venue refused the session: " + session.text());
            }
            if (session.changes() == 0 && elapsedNs > LOGON_TIMEOUT_NS) {
                throw new RunFailure(
                        ExitCode.VENUE,
                        "mnvh: no FIX session within " + TimeUnit.NANOSECONDS.toSeconds(LOGON_TIMEOUT_NS) + " s");
            }
        }
        return "market closed";
    }

    private static ExitCode exitCode(
            TradingDaemon daemon, RunMonitor monitor, StopSignal signal, @Nullable ExitCode quit) throws Exception {
        Throwable failure = daemon.failure();
        if (failure instanceof Exception exception) {
            throw exception;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        if (monitor.snapshot().outbound().state().equals(TradingState.HALTED.name())) {
            return ExitCode.RISK_STOP;
        }
        if (signal.received()) {
            return ExitCode.INTERRUPTED;
        }
        return quit == null ? ExitCode.OK : quit;
    }

    private static Plumbing plumbing(AtomicReference<@Nullable TradingDaemon> running, SessionFolder session) {
        return new Plumbing(
                () -> {
                    TradingDaemon daemon = running.get();
                    return daemon == null ? Double.NaN : daemon.ingressFreeRatio();
                },
                () -> DiskUse.bytes(session.path()),
                () -> {
                    TradingDaemon daemon = running.get();
                    return daemon == null ? 0 : daemon.fixStatus().resendRequests();
                },
                () -> {
                    TradingDaemon daemon = running.get();
                    return daemon == null ? Double.NaN : daemon.dropCopyUp();
                },
                () -> {
                    TradingDaemon daemon = running.get();
                    return daemon != null && daemon.killed();
                });
    }

    /** The simulator of this process, or none where the venue is elsewhere. */
    private record EmbeddedVenue(
            VenueConfig config, @Nullable FixSimulator simulator) implements AutoCloseable {
        static EmbeddedVenue open(VenueConfig config, SimulatedMarket market) {
            if (config.port() != 0) {
                return new EmbeddedVenue(config, null);
            }
            FixSimulator simulator = new FixSimulator(config, market.open(), market.commissions());
            simulator.start();
            return new EmbeddedVenue(config.at(simulator.port()), simulator);
        }

        @Override
        public void close() {
            if (simulator != null) {
                simulator.close();
            }
        }
    }
}
