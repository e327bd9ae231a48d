package mnvh.daemon;

import java.util.concurrent.Callable;
import mnvh.journal.SessionFolder;
import mnvh.monitor.ReadingTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code mnvh reconcile status}: the open differences of the running daemon, or of a recorded session at its end. */
@Command(
        name = "status",
        description = "Lists open differences to the venue, with their age; exit code 5 while there are any.",
        footer = {"", "Examples:", "  mnvh reconcile status", "  mnvh reconcile status last -o csv"})
final class ReconcileStatus implements Callable<Integer> {
    private static final String LIVE = "live";

    private final Screen screen;

    @Parameters(
            paramLabel = "SESSION",
            arity = "0..1",
            defaultValue = LIVE,
            description = "live for the running daemon, a session's folder, its name in run/journal, or last"
                    + " (default: ${DEFAULT-VALUE}).")
    private String session = LIVE;

    @Mixin
    private DaemonFlag daemon = new DaemonFlag();

    @Mixin
    private OutputFlag output = new OutputFlag();

    ReconcileStatus(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        ReadingTable breaks = session.equals(LIVE) ? daemon.read("/v1/reconcile") : recorded();
        TablePage.print(breaks, output.on(screen));
        return (breaks.rows().isEmpty() ? ExitCode.OK : ExitCode.VENUE).number();
    }

    private ReadingTable recorded() {
        try (SessionFolder recorded = SessionFolder.open(SessionPath.of(session))) {
            return RecordedBreaks.of(recorded);
        }
    }
}
