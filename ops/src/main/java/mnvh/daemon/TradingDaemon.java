package mnvh.daemon;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import mnvh.config.Config;
import mnvh.config.ConfigText;
import mnvh.config.VenueConfig;
import mnvh.engine.MnvhStepHandler;
import mnvh.engine.TradingEngine;
import mnvh.event.Command;
import mnvh.event.EventConsumer;
import mnvh.event.EventHeader;
import mnvh.event.EventKind;
import mnvh.event.EventSlot;
import mnvh.event.FrameConsumer;
import mnvh.event.FrameReader;
import mnvh.event.Ingress;
import mnvh.event.Notice;
import mnvh.event.NoticeSection;
import mnvh.event.OutboundFrame;
import mnvh.event.SectionKind;
import mnvh.fix.CancelsFirst;
import mnvh.fix.FixGateway;
import mnvh.fix.FixStatus;
import mnvh.journal.JournalWriter;
import mnvh.journal.Pretoucher;
import mnvh.journal.SessionFolder;
import mnvh.journal.SyncLevel;
import mnvh.journal.WriteAhead;
import mnvh.monitor.LatencyTaps;
import mnvh.monitor.RunMonitor;
import mnvh.units.WallClock;
import mnvh.universe.Currencies;
import mnvh.universe.Universe;
import mnvh.universe.UniverseText;
import org.jspecify.annotations.Nullable;

/**
 * One trading session, wired: journals, rings, handler, FIX gateway, monitor.
 *
 * <pre>
 *   FixGateway --> ingress --> WriteAhead(inbound journal) --> MnvhStepHandler, RunMonitor
 *                                                                     |
 *                  FixVenue <-- outbound journal <-- egress <---------+
 * </pre>
 *
 * <p>An exception on a ring's thread stops all decisions and ends the session; it never trades on.
 */
public final class TradingDaemon implements AutoCloseable {
    private static final long SYNC_INTERVAL_MS = 100;
    private static final long END_TIMEOUT_MS = 10_000;

    private final JournalWriter inbound;
    private final JournalWriter outbound;
    private final TradingEngine engine;
    private final Ingress ingress;
    private final InboundRequests requests;
    private final FixGateway gateway;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private boolean stopRequested;
    private boolean closed;

    /**
     * Opens the journals and writes the session's first records; connects to nothing yet.
     *
     * @param venue where to connect; the port must be known by now
     * @param simulated whether the venue owns time
     * @param sessionPrefix start of every ClOrdID(11)
     * @param fixFolder where sequence numbers and the message log go
     * @param monitor sees both streams, after they are journaled
     * @param taps times the way of every event
     */
    public TradingDaemon(
            Config config,
            Universe universe,
            VenueConfig venue,
            boolean simulated,
            String sessionPrefix,
            SessionFolder session,
            Path fixFolder,
            RunMonitor monitor,
            LatencyTaps taps) {
        SyncLevel level = SyncLevel.valueOf(config.journal().durability().name());
        inbound = new JournalWriter(session.inbound(), level, SYNC_INTERVAL_MS);
        outbound = new JournalWriter(session.outbound(), level, SYNC_INTERVAL_MS);
        WallClock clock = new WallClock();
        FirstRecords firstRecords =
                new FirstRecords(inbound, clock.nowNs(), ConfigText.write(config), UniverseText.write(universe));
        EndWatch endWatch = new EndWatch(ended);
        LateVenue late = new LateVenue();
        CancelsFirst cancelsFirst = new CancelsFirst();
        engine = new TradingEngine(
                OutboundFrame.capacityFor(universe.size(), config.risk().maxWorkingOrders()),
                EventHeader.FIRST_EVENT,
                egress -> List.of(
                        cancelsFirst,
                        firstRecords,
                        new WriteAhead(
                                inbound,
                                taps.core(new MnvhStepHandler(universe, config, taps.egress(egress))),
                                monitor)),
                List.of(outbound, taps.venue(late), monitor, endWatch),
                this::fail);
        ingress = taps.ingress(engine.ingress());
        requests = new InboundRequests(ingress);
        gateway = new FixGateway(
                venue,
                universe,
                Currencies.of(universe, config.currency(), List.of()),
                simulated,
                sessionPrefix,
                ingress,
                clock,
                fixFolder,
                fixFolder.resolve("messages.log"));
        late.venue = gateway.venue();
        cancelsFirst.of(gateway);
    }

    /** Starts the rings, then connects. */
    public void start() {
        start(() -> {});
    }

    /** Starts the rings, does {@code between}, which may put the first event in, then connects. */
    void start(Runnable between) {
        new Pretoucher(inbound);
        new Pretoucher(outbound);
        engine.start();
        between.run();
        gateway.start();
    }

    /** Lets no order leave from now on, and cancels what works; {@link #journalKill} has to follow. Any thread. */
    void closeGateway() {
        gateway.kill();
    }

    /**
     * Puts the kill command into the inbound stream, waiting for room; the gateway is closed by then.
     *
     * @return its inbound sequence
     */
    long journalKill(String operator, String reason) {
        // Before the core can read it: from there on what answers a later reset counts.
        return requests.command(Command.KILL, operator, reason, gateway::killJournaled);
    }

    /** @return true while no order may leave, but to close where that was asked after the kill */
    boolean killed() {
        return gateway.killed();
    }

    /** Asks the core to end the session: no further order, everything in flight still booked. */
    public void requestStop(String reason) {
        stopRequested = true;
        requests.command(Command.STOP, "", reason);
    }

    /** @return the way in for what is asked of the core */
    InboundRequests requests() {
        return requests;
    }

    /** @return the way in, for edges beside the gateway */
    Ingress ingress() {
        return ingress;
    }

    /** @return true once the session ended in order, or failed */
    public boolean awaitEnd(long timeout, TimeUnit unit) throws InterruptedException {
        return ended.await(timeout, unit);
    }

    /** @return true once the session ended in order, or failed */
    public boolean ended() {
        return ended.getCount() == 0;
    }

    /** @return the first exception of a ring's thread, or null */
    public @Nullable Throwable failure() {
        return failure.get();
    }

    /** @return the FIX session at this moment */
    public FixStatus fixStatus() {
        return gateway.status();
    }

    /** @return 1 while the drop copy is logged on, 0 while it is not, NaN where there is none */
    public double dropCopyUp() {
        return gateway.dropCopyUp();
    }

    /** @return fraction of the ingress that is free */
    public double ingressFreeRatio() {
        return engine.ingressFreeRatio();
    }

    /** Ends the session if it has not ended, logs out, drains the rings and closes the journals. Idempotent. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            if (!ended() && !stopRequested) {
                requestStop("closed");
                ended.await(END_TIMEOUT_MS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closeAll(gateway, engine, inbound, outbound);
        }
    }

    /** Closes each in turn, whatever the ones before threw. */
    private static void closeAll(AutoCloseable... parts) {
        RuntimeException first = null;
        for (AutoCloseable part : parts) {
            try {
                part.close();
            } catch (Exception e) {
                if (first == null) {
                    first = new IllegalStateException("closing failed: " + e.getMessage(), e);
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private void fail(Throwable cause) {
        failure.compareAndSet(null, cause);
        ended.countDown();
    }

    /** Writes configuration and universe ahead of the first event, on the core thread, which owns the appender. */
    private static final class FirstRecords implements EventConsumer {
        private final JournalWriter inbound;
        private final long startNs;
        private final String config;
        private final String universe;
        private boolean written;

        FirstRecords(JournalWriter inbound, long startNs, String config, String universe) {
            this.inbound = inbound;
            this.startNs = startNs;
            this.config = config;
            this.universe = universe;
        }

        @Override
        public void onEvent(EventSlot slot, long sequence, boolean endOfBatch) {
            if (!written) {
                written = true;
                inbound.appendText(EventKind.CONFIG, 1, startNs, config);
                inbound.appendText(EventKind.UNIVERSE, 2, startNs, universe);
            }
        }
    }

    /** Stands in the egress before the gateway exists; the gateway needs the ingress of the same engine. */
    private static final class LateVenue implements FrameConsumer {
        private @Nullable FrameConsumer venue;

        @Override
        public void onFrame(OutboundFrame frame, long sequence, boolean endOfBatch) {
            FrameConsumer current = venue;
            if (current != null) {
                current.onFrame(frame, sequence, endOfBatch);
            }
        }
    }

    /** Sees the notice that ends the session. */
    private static final class EndWatch implements FrameConsumer {
        private final CountDownLatch ended;
        private final FrameReader reader = new FrameReader();
        private final NoticeSection notice = new NoticeSection();

        EndWatch(CountDownLatch ended) {
            this.ended = ended;
        }

        @Override
        public void onFrame(OutboundFrame frame, long sequence, boolean endOfBatch) {
            for (reader.wrap(frame.buffer(), 0); reader.next(); ) {
                if (reader.kind() == SectionKind.NOTICE
                        && notice.wrap(frame.buffer(), reader.start()).code() == Notice.STOPPED.ordinal()) {
                    ended.countDown();
                }
            }
        }
    }
}
