package mnvh.daemon;

import java.nio.file.Files;
import java.nio.file.Path;
import mnvh.backtest.Backtest;
import mnvh.backtest.BacktestOptions;
import mnvh.config.Config;
import mnvh.config.ConfigLoader;
import mnvh.event.FrameConsumer;
import mnvh.journal.SessionFolder;
import mnvh.report.SessionReport;
import mnvh.universe.Universe;
import mnvh.venue.Panel;
import mnvh.venue.PanelReader;
import mnvh.venue.UniverseResolver;

/** A panel of bars through the production handler; leaves journal and report in the output folder. */
final class BacktestRun implements Run<BacktestOptions> {
    private static final FrameConsumer UNOBSERVED = (frame, sequence, endOfBatch) -> {};

    @Override
    public ExitCode run(BacktestOptions options, Screen screen) throws Exception {
        Config config = ConfigLoader.load(options.config(), options.sets(), System.getenv())
                .config();
        Panel panel = PanelReader.read(options.data(), options.relatives(), null, options.funding())
                .window(options.from(), options.to());
        Universe universe = UniverseResolver.resolve(config.universe(), panel);
        Files.createDirectories(options.out());
        Path recorded;
        try (SessionFolder session = SessionFolder.create(options.out().resolve("journal"), "backtest")) {
            recorded = session.path();
            new Backtest(config, universe, panel, UNOBSERVED).run(session);
        }
        SessionReport report = SessionReport.read(recorded, options.periodsPerYear());
        report.writeTo(options.out());
        long unknown = panel.unknownSettlements();
        if (unknown > 0) {
            screen.err()
                    .println("mnvh: " + unknown
                            + " funding settlements before the first known rate are unknown and were not charged");
        }
        screen.err().println("journal: " + recorded);
        screen.err().println("report: " + options.out());
        report.summary().print(screen.out(), screen.format());
        return ExitCode.OK;
    }
}
