package mnvh.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import mnvh.config.Config;
import mnvh.engine.DirectEgress;
import mnvh.engine.DirectIngress;
import mnvh.engine.MnvhStepHandler;
import mnvh.engine.TradingEngine;
import mnvh.event.EventConsumer;
import mnvh.event.EventSlot;
import mnvh.event.FrameConsumer;
import mnvh.event.OutboundFrame;
import mnvh.journal.JournalWriter;
import mnvh.journal.Pretoucher;
import mnvh.journal.WriteAhead;
import mnvh.universe.Universe;
import org.jspecify.annotations.Nullable;

/**
 * Tick to order: from the last quote of a step, closed by its timer, to the moment the exit thread holds the frame with
 * its orders, behind both journals or without them, against the sum of its parts.
 */
public final class LatencyBenchmark implements Benchmark {
    private static final int INSTRUMENTS = 200;
    private static final int STEPS_PER_S = 500;
    private static final int STEPS = 500;
    private static final int HOPS = 1_000;
    private static final int HOPS_PER_S = 10_000;
    private static final long NEEDED_BYTES = 2L << 30;
    private static final long BRIEF_BYTES = 512L << 20;

    @Override
    public String name() {
        return "latency";
    }

    @Override
    public String summary() {
        return "tick to order at n=200, 500 steps and 100,000 quotes a second, journal off and on";
    }

    @Override
    public void run(Meter meter) throws Exception {
        Universe universe = BenchRun.universe(INSTRUMENTS);
        Config config = BenchRun.config(universe, true);
        int steps = meter.count(STEPS);
        int hops = meter.count(HOPS);
        try (BenchFolder folder = BenchFolder.open(name(), meter.brief() ? BRIEF_BYTES : NEEDED_BYTES);
                Line bare = new Line(universe, config, null, null);
                Line journaled = new Line(universe, config, folder.folder("inbound"), folder.folder("outbound"));
                Journals journals = new Journals(folder.folder("in"), folder.folder("out"));
                RingHop hop = new RingHop(hops)) {
            StepExit direct = direct(universe, config);
            Samples[][] taken = meter.sideBySide(
                    "tick to order",
                    3,
                    8,
                    () -> bare.tickToOrder(steps),
                    () -> journaled.tickToOrder(steps),
                    () -> direct.steps(steps, STEPS_PER_S, () -> true),
                    () -> journals.append(direct.frameBytes(), steps),
                    () -> hop.take(hops, HOPS_PER_S, 1));
            figures(meter, taken[0], taken[1], taken[2][0], taken[3][0], taken[4][0]);
        }
    }

    private static void figures(
            Meter meter, Samples[] bare, Samples[] journaled, Samples step, Samples append, Samples hop) {
        String off = "tick to order, n=200, journal off, ";
        String on = "tick to order, n=200, journal on, ";
        meter.figure(Figure.of(off + "p50", Unit.NS, bare[0]).against("step and two hops", sum(step, hop, hop)));
        meter.figure(Figure.of(off + "p99", Unit.NS, bare[1]));
        meter.figure(Figure.of(off + "p99.9", Unit.NS, bare[2]));
        meter.figure(Figure.of(on + "p50", Unit.NS, journaled[0])
                .against("step, appends and two hops", sum(step, append, hop, hop))
                .aiming(Goal.mostTimesLimit(2)));
        meter.figure(Figure.of(on + "p99", Unit.NS, journaled[1]));
        meter.figure(Figure.of(on + "p99.9", Unit.NS, journaled[2]));
        meter.figure(Figure.of("part: step on direct ports, p50", Unit.NS, step));
        meter.figure(Figure.of("part: append of two events and the frame, p50", Unit.NS, append));
        meter.figure(Figure.of("part: one ring hop, p50", Unit.NS, hop));
    }

    /** @return round by round, the sum of what was measured in it */
    private static Samples sum(Samples... parts) {
        double[] warmUp = new double[parts[0].warmUp().length];
        double[] values = new double[parts[0].values().length];
        for (Samples part : parts) {
            for (int i = 0; i < warmUp.length; i++) {
                warmUp[i] += part.warmUp()[i];
            }
            for (int i = 0; i < values.length; i++) {
                values[i] += part.values()[i];
            }
        }
        return new Samples(warmUp, values);
    }

    private static StepExit direct(Universe universe, Config config) {
        HandlerLoad load = new HandlerLoad(universe, config);
        StepExit exit = new StepExit(load, universe.size());
        DirectEgress egress = new DirectEgress(
                OutboundFrame.capacityFor(universe.size(), config.risk().maxWorkingOrders()), exit);
        load.into(new DirectIngress(1, new MnvhStepHandler(universe, config, egress)));
        load.sessionUp();
        return exit;
    }

    /** Both rings with a load on one end and a clock on the other. */
    private static final class Line implements AutoCloseable {
        private final StepExit exit;
        private final TradingEngine engine;
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        private final List<JournalWriter> journals = new ArrayList<>();

        /** @param in where the inbound stream goes, null for none; the same for {@code out} */
        Line(Universe universe, Config config, @Nullable Path in, @Nullable Path out) {
            HandlerLoad load = new HandlerLoad(universe, config);
            exit = new StepExit(load, universe.size());
            List<FrameConsumer> exits = new ArrayList<>();
            if (out != null) {
                exits.add(journal(out));
            }
            exits.add(exit);
            JournalWriter inbound = in == null ? null : journal(in);
            engine = new TradingEngine(
                    OutboundFrame.capacityFor(universe.size(), config.risk().maxWorkingOrders()),
                    1,
                    egress -> {
                        EventConsumer handler = new MnvhStepHandler(universe, config, egress);
                        return List.of(inbound == null ? handler : new WriteAhead(inbound, handler));
                    },
                    exits,
                    failure::set);
            for (JournalWriter journal : journals) {
                new Pretoucher(journal);
            }
            engine.start();
            load.into(engine.ingress());
            load.sessionUp();
        }

        private JournalWriter journal(Path folder) {
            JournalWriter journal = new JournalWriter(folder);
            journals.add(journal);
            return journal;
        }

        double[] tickToOrder(int steps) {
            BooleanSupplier idle = () -> {
                Throwable failed = failure.get();
                if (failed != null) {
                    throw new IllegalStateException("the core failed: " + failed.getMessage(), failed);
                }
                return engine.ingressFreeRatio() == 1;
            };
            return exit.steps(steps, STEPS_PER_S, idle);
        }

        @Override
        public void close() {
            engine.close();
            for (JournalWriter journal : journals) {
                journal.close();
            }
        }
    }

    /** What both journals write for one step's last events, without the rest. */
    private static final class Journals implements AutoCloseable {
        private final JournalWriter inbound;
        private final JournalWriter outbound;
        private final EventSlot event = JournalBenchmark.event();
        private long frames;

        Journals(Path in, Path out) {
            inbound = new JournalWriter(in);
            outbound = new JournalWriter(out);
            new Pretoucher(inbound);
            new Pretoucher(outbound);
        }

        double[] append(int frameBytes, int count) {
            OutboundFrame frame = JournalBenchmark.frame(frameBytes);
            Latencies taken = new Latencies(count);
            Pace pace = new Pace(STEPS_PER_S);
            pace.start();
            for (int i = 0; i < count; i++) {
                long startNs = pace.await();
                inbound.onEvent(event, 2 * frames + 1, false);
                inbound.onEvent(event, 2 * frames + 2, true);
                frames++;
                outbound.onFrame(frame, frames, true);
                taken.add(System.nanoTime() - startNs);
            }
            return taken.percentiles(50);
        }

        @Override
        public void close() {
            inbound.close();
            outbound.close();
        }
    }
}
