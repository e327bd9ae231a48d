package mnvh.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import mnvh.config.Config;
import mnvh.engine.MnvhStepHandler;
import mnvh.engine.TradingEngine;
import mnvh.event.EventConsumer;
import mnvh.event.EventSlot;
import mnvh.event.Ingress;
import mnvh.event.MarketDataEvent;
import mnvh.event.OutboundFrame;
import mnvh.journal.JournalWriter;
import mnvh.journal.Pretoucher;
import mnvh.journal.WriteAhead;
import mnvh.universe.Universe;
import org.jspecify.annotations.Nullable;

/**
 * One hop through the engine's ring against the least two threads need to hear of each other, and what the core takes
 * in a second, journal included.
 */
public final class RingBenchmark implements Benchmark {
    private static final int PACED_PER_S = 10_000;
    private static final int BURST = 16;
    private static final int HOPS = 1_600;
    private static final int PINGS = 50_000;
    private static final int EVENTS = 400_000;
    private static final int INSTRUMENTS = 200;
    private static final long NEEDED_BYTES = 3L << 30;
    private static final long BRIEF_BYTES = 256L << 20;

    @Override
    public String name() {
        return "ring";
    }

    @Override
    public String summary() {
        return "hop through the ingress against a bare hand-over, and events journaled and handled per second";
    }

    @Override
    public void run(Meter meter) throws Exception {
        hops(meter);
        throughput(meter);
    }

    private static void hops(Meter meter) throws Exception {
        int count = meter.count(HOPS);
        int pings = meter.count(PINGS);
        try (RingHop hop = new RingHop(count)) {
            Samples[][] taken = meter.sideBySide(
                    "ring hop",
                    () -> hop.take(count, PACED_PER_S, 1),
                    () -> hop.take(count, PACED_PER_S, BURST),
                    () -> PingPong.halfRoundTrips(pings));
            String[] percentile = {"p50", "p99"};
            String limit = "half a round trip of two spinning threads";
            for (int k = 0; k < percentile.length; k++) {
                meter.figure(Figure.of("ring hop, 10,000 events a second, " + percentile[k], Unit.NS, taken[0][k])
                        .against(limit, taken[2][k]));
                meter.figure(Figure.of("the same in bursts of 16, " + percentile[k], Unit.NS, taken[1][k])
                        .against(limit, taken[2][k]));
            }
        }
    }

    private static void throughput(Meter meter) throws Exception {
        Universe universe = BenchRun.universe(INSTRUMENTS);
        Config config = BenchRun.config(universe, true);
        int count = meter.count(EVENTS);
        try (BenchFolder folder = BenchFolder.open("ring", meter.brief() ? BRIEF_BYTES : NEEDED_BYTES);
                Core bare = new Core(universe, config, null);
                Core journaled = new Core(universe, config, folder.folder("inbound"))) {
            Samples[][] taken = meter.sideBySide("events a second", () -> new double[] {bare.perSecond(count)}, () ->
                    new double[] {journaled.perSecond(count)});
            meter.figure(Figure.of("market data journaled and handled", Unit.PER_S, taken[1][0])
                    .against("the same without a journal", taken[0][0])
                    .aiming(Goal.least(1_000_000)));
        }
    }

    /** The core as the daemon wires it, from the ring to the handler, with or without its journal. */
    private static final class Core implements AutoCloseable {
        private static final long TICK = 1_000_000;
        private static final long ANCHOR = 10_000_000_000L;

        private final int instruments;
        private final @Nullable JournalWriter inbound;
        private final TradingEngine engine;
        private final Seen seen = new Seen();
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        private final MarketDataEvent event = new MarketDataEvent();
        private long published;

        /** @param folder the inbound stream's, null for none */
        Core(Universe universe, Config config, @Nullable Path folder) {
            instruments = universe.size();
            JournalWriter journal = folder == null ? null : new JournalWriter(folder);
            inbound = journal;
            engine = new TradingEngine(
                    OutboundFrame.capacityFor(universe.size(), config.risk().maxWorkingOrders()),
                    1,
                    egress -> {
                        MnvhStepHandler handler = new MnvhStepHandler(universe, config, egress);
                        return journal == null
                                ? List.of(handler, seen)
                                : List.of(new WriteAhead(journal, handler, seen));
                    },
                    List.of(),
                    failure::set);
            if (journal != null) {
                new Pretoucher(journal);
            }
            engine.start();
        }

        double perSecond(int count) {
            Ingress ingress = engine.ingress();
            long startNs = System.nanoTime();
            for (int i = 0; i < count; i++) {
                long price = ANCHOR + published % 41 * TICK;
                EventSlot slot = ingress.claim();
                event.begin(slot, 1 + published)
                        .instrument((int) (published % instruments))
                        .bidPrice(price - TICK)
                        .askPrice(price + TICK)
                        .lastPrice(price);
                ingress.publish(slot);
                published++;
            }
            while (seen.count < published) {
                Throwable failed = failure.get();
                if (failed != null) {
                    throw new IllegalStateException("the core failed: " + failed.getMessage(), failed);
                }
                Thread.yield();
            }
            return count / ((System.nanoTime() - startNs) / 1e9);
        }

        @Override
        public void close() {
            engine.close();
            if (inbound != null) {
                inbound.close();
            }
        }
    }

    /** Counts what the core has done. */
    private static final class Seen implements EventConsumer {
        private volatile long count;

        @Override
        public void onEvent(EventSlot slot, long sequence, boolean endOfBatch) {
            count = sequence;
        }
    }
}
