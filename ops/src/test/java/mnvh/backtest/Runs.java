package mnvh.backtest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import mnvh.config.Config;
import mnvh.config.ConfigLoader;
import mnvh.journal.SessionFolder;
import mnvh.report.SessionReport;
import mnvh.report.Summary;
import mnvh.universe.Universe;
import mnvh.venue.Panel;
import mnvh.venue.PanelReader;
import mnvh.venue.UniverseResolver;

/** Backtests of shipped configurations over panels, as the command runs them. */
final class Runs {
    static final Path ROOT = Path.of(System.getProperty("mnvh.root", "."));
    static final Path DATA = ROOT.resolve("../shared/data");

    private Runs() {}

    /** Runs a backtest into {@code out}. @return the session's folder */
    static Path backtest(String configFile, Path data, boolean relatives, Path out, String... sets) {
        Config config = ConfigLoader.load(ROOT.resolve("config").resolve(configFile), List.of(sets), Map.of())
                .config();
        Panel panel = PanelReader.read(data, relatives);
        Universe universe = UniverseResolver.resolve(config.universe(), panel);
        try (SessionFolder session = SessionFolder.create(out, "backtest")) {
            new Backtest(config, universe, panel, (frame, sequence, endOfBatch) -> {}).run(session);
            return session.path();
        }
    }

    static Summary summary(Path session, double periodsPerYear) {
        return SessionReport.read(session, periodsPerYear).summary();
    }

    static Replay.Result replay(Path session) {
        try (SessionFolder folder = SessionFolder.open(session)) {
            return Replay.run(folder, Long.MAX_VALUE, ReplayOverrides.NONE);
        }
    }

    /** Writes a panel of closes with a common and a reverting part; the same numbers on every machine. */
    static Path panel(Path folder, int bars, int symbols) throws IOException {
        StringBuilder text = new StringBuilder("t");
        for (int i = 0; i < symbols; i++) {
            text.append(",s").append(i);
        }
        text.append('\n');
        long random = 7;
        long[] price = new long[symbols];
        Arrays.fill(price, 10_000);
        for (int bar = 1; bar <= bars; bar++) {
            text.append(bar);
            for (int i = 0; i < symbols; i++) {
                random = random * 6364136223846793005L + 1442695040888963407L;
                price[i] += (random >>> 33) % 401 - 200 + (10_000 - price[i]) / 4;
                text.append(',')
                        .append(price[i] / 100)
                        .append('.')
                        .append(price[i] / 10 % 10)
                        .append(price[i] % 10);
            }
            text.append('\n');
        }
        Path file = folder.resolve("closes.csv");
        Files.writeString(file, text);
        return file;
    }
}
