package mnvh.bench;

import java.io.IOException;
import mnvh.backtest.Backtest;
import mnvh.config.Config;
import mnvh.event.FrameConsumer;
import mnvh.event.FrameReader;
import mnvh.event.SectionKind;
import mnvh.journal.SessionFolder;
import mnvh.universe.Universe;
import mnvh.venue.Panel;

/** How many instruments a backtest takes through a step in a second, on one core, journal off and on. */
public final class BacktestBenchmark implements Benchmark {
    private static final int INSTRUMENTS = 36;
    private static final int BARS = 4_000;
    /** More than any estimator's window. */
    private static final int WARM_UP_BARS = 45;

    private static final long NEEDED_BYTES = 1L << 30;
    private static final FrameConsumer UNOBSERVED = (frame, sequence, endOfBatch) -> {};

    @Override
    public String name() {
        return "backtest";
    }

    @Override
    public String summary() {
        return "asset-steps a second of a backtest at n=36 on one core, journal off and on";
    }

    @Override
    public void run(Meter meter) throws Exception {
        Universe universe = BenchRun.universe(INSTRUMENTS);
        Config config = BenchRun.barConfig(universe);
        try (BenchFolder folder = BenchFolder.open(name(), NEEDED_BYTES)) {
            Panel panel = BenchPanel.of(universe, Math.max(50, meter.count(BARS)), folder.path());
            requireTrades(config, universe, panel);
            Backtest backtest = new Backtest(config, universe, panel, UNOBSERVED);
            Samples[][] taken = meter.sideBySide("backtest", () -> new double[] {unrecorded(backtest, panel)}, () ->
                    new double[] {recorded(backtest, panel, folder)});
            meter.figure(Figure.of("backtest, n=36, asset-steps, journal off", Unit.PER_S, taken[0][0])
                    .aiming(Goal.least(5_000_000)));
            meter.figure(Figure.of("backtest, n=36, asset-steps, journal on", Unit.PER_S, taken[1][0])
                    .against("journal off", taken[0][0]));
        }
    }

    /** A backtest that hardly trades would be fast for the wrong reason. */
    private static void requireTrades(Config config, Universe universe, Panel panel) {
        long[] orders = new long[1];
        FrameReader reader = new FrameReader();
        new Backtest(config, universe, panel, (frame, sequence, endOfBatch) -> {
                    for (reader.wrap(frame.buffer(), 0); reader.next(); ) {
                        orders[0] += reader.kind() == SectionKind.NEW_ORDER ? 1 : 0;
                    }
                })
                .runUnrecorded();
        long trading = (long) Math.max(0, panel.rows() - WARM_UP_BARS) * panel.columns();
        if (orders[0] < trading / 2) {
            throw new BenchException("the backtest sent " + orders[0] + " orders in " + trading + " asset-steps");
        }
    }

    private static double unrecorded(Backtest backtest, Panel panel) {
        long startNs = System.nanoTime();
        backtest.runUnrecorded();
        return rate(panel, startNs);
    }

    private static double recorded(Backtest backtest, Panel panel, BenchFolder folder) throws IOException {
        double rate;
        try (SessionFolder session = SessionFolder.create(folder.path().resolve("journal"), "bench")) {
            long startNs = System.nanoTime();
            backtest.run(session);
            rate = rate(panel, startNs);
        }
        folder.delete(folder.path().resolve("journal"));
        return rate;
    }

    private static double rate(Panel panel, long startNs) {
        return (double) panel.rows() * panel.columns() / ((System.nanoTime() - startNs) / 1e9);
    }
}
