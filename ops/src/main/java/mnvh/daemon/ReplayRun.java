package mnvh.daemon;

import mnvh.backtest.Replay;
import mnvh.backtest.ReplayOverrides;
import mnvh.journal.RecordSeal;
import mnvh.journal.SessionFolder;
import mnvh.report.CsvWriter;
import mnvh.report.JsonWriter;

/** A recorded session once more, held against what it did then, or against another session. */
final class ReplayRun implements Run<ReplayOptions> {
    @Override
    public ExitCode run(ReplayOptions options, Screen screen) {
        Replay.Result result;
        try (SessionFolder session = SessionFolder.open(options.session())) {
            if (options.diff() != null) {
                try (SessionFolder other = SessionFolder.open(options.diff())) {
                    result = Replay.compare(session, other);
                }
            } else {
                result = Replay.run(session, options.until(), ReplayOverrides.of(options.with()));
            }
        }
        print(result, screen);
        boolean mustMatch = options.verify() || options.diff() != null;
        return mustMatch && !result.matches() ? ExitCode.VERIFICATION_FAILED : ExitCode.OK;
    }

    private static void print(Replay.Result result, Screen screen) {
        String verdict = result.matches() ? "MATCH" : "DIFFERENT";
        String head = RecordSeal.hex(result.head());
        switch (screen.format()) {
            case JSON:
                JsonWriter json = new JsonWriter(screen.out(), false)
                        .begin()
                        .field("verdict", verdict)
                        .field("events", result.events())
                        .field("frames", result.frames())
                        .field("missing", result.missing())
                        .field("beyond", result.beyond())
                        .field("head_hash", head)
                        .field("difference", result.difference());
                json.end();
                screen.out().println();
                break;
            case CSV:
                CsvWriter csv = new CsvWriter(screen.out());
                csv.row("verdict", "events", "frames", "missing", "beyond", "head_hash", "difference");
                String difference = result.difference();
                csv.row(
                        verdict,
                        Long.toString(result.events()),
                        Long.toString(result.frames()),
                        Long.toString(result.missing()),
                        Long.toString(result.beyond()),
                        head,
                        difference == null ? "" : difference);
                break;
            default:
                screen.out()
                        .println(verdict + "  " + result.events() + " events, " + result.frames()
                                + " frames, head hash " + head);
                if (result.difference() != null) {
                    screen.out().println(result.difference());
                }
                if (result.missing() > 0 || result.beyond() > 0) {
                    screen.out()
                            .println(result.missing() + " journaled frames were not emitted, " + result.beyond()
                                    + " emitted ones are not in the journal");
                }
        }
        screen.out().flush();
    }
}
