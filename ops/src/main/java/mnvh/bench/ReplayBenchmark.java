package mnvh.bench;

import java.nio.file.Path;
import mnvh.backtest.Backtest;
import mnvh.backtest.Replay;
import mnvh.backtest.ReplayOverrides;
import mnvh.config.Config;
import mnvh.journal.JournalReader;
import mnvh.journal.SessionFolder;
import mnvh.universe.Universe;
import mnvh.venue.Panel;

/** Events of a recorded session a second: through the handler, verified or not, and merely read. */
public final class ReplayBenchmark implements Benchmark {
    private static final int INSTRUMENTS = 36;
    private static final int BARS = 5_000;
    private static final long NEEDED_BYTES = 1L << 30;

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public String summary() {
        return "replay of a recorded backtest, with and without verification, against the journal's own reader";
    }

    @Override
    public void run(Meter meter) throws Exception {
        Universe universe = BenchRun.universe(INSTRUMENTS);
        Config config = BenchRun.barConfig(universe);
        try (BenchFolder folder = BenchFolder.open(name(), NEEDED_BYTES)) {
            Path recorded;
            try (SessionFolder session = SessionFolder.create(folder.path().resolve("journal"), "bench")) {
                recorded = session.path();
                int bars = Math.max(50, meter.count(BARS));
                Panel panel = BenchPanel.of(universe, bars, folder.path());
                new Backtest(config, universe, panel, (frame, sequence, endOfBatch) -> {}).run(session);
            }
            SessionFolder session = SessionFolder.open(recorded);
            long records = records(session.inbound());
            Samples[][] taken = meter.sideBySide(
                    "replay",
                    () -> new double[] {unverified(session)},
                    () -> new double[] {verified(session)},
                    () -> new double[] {read(session.inbound())},
                    () -> new double[] {tailed(session.inbound(), records)});
            meter.figure(Figure.of("replay without verification, events", Unit.PER_S, taken[0][0])
                    .against("the queue's own tailer, nothing checked", taken[3][0])
                    .aiming(Goal.leastTimesLimit(0.3)));
            meter.figure(Figure.of("journal reader alone, every record checked", Unit.PER_S, taken[2][0])
                    .against("the queue's own tailer, nothing checked", taken[3][0]));
            meter.figure(Figure.of("replay without verification, events, absolute", Unit.PER_S, taken[0][0])
                    .aiming(Goal.least(2_000_000)));
            meter.figure(Figure.of("replay with verification, events", Unit.PER_S, taken[1][0])
                    .against("journal reader alone, every record checked", taken[2][0]));
        }
    }

    private static double unverified(SessionFolder session) {
        long startNs = System.nanoTime();
        long events = Replay.unverified(session);
        return rate(events, startNs);
    }

    private static double verified(SessionFolder session) {
        long startNs = System.nanoTime();
        Replay.Result result = Replay.run(session, Long.MAX_VALUE, ReplayOverrides.NONE);
        if (!result.matches()) {
            throw new IllegalStateException("the replay differs from its recording: " + result);
        }
        return rate(result.events(), startNs);
    }

    /** Events a second if each were read by the library's tailer, which knows excerpts but not records. */
    private static double tailed(Path stream, long records) {
        long startNs = System.nanoTime();
        PlainTailer.read(stream);
        return rate(records, startNs);
    }

    private static long records(Path stream) {
        try (JournalReader reader = new JournalReader(stream)) {
            while (reader.next()) {
                continue;
            }
            return reader.records();
        }
    }

    private static double read(Path stream) {
        long startNs = System.nanoTime();
        try (JournalReader reader = new JournalReader(stream)) {
            while (reader.next()) {
                continue;
            }
            return rate(reader.records(), startNs);
        }
    }

    private static double rate(long events, long startNs) {
        return events / ((System.nanoTime() - startNs) / 1e9);
    }
}
