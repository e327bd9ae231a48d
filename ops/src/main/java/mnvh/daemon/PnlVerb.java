package mnvh.daemon;

import java.util.concurrent.Callable;
import mnvh.journal.SessionFolder;
import mnvh.report.ExactReport;
import mnvh.report.PnlSplit;
import mnvh.report.SessionPnl;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mnvh pnl}: where the profit of a session came from, to the unit. */
@Command(
        name = "pnl",
        description = "Audits a session and splits its profit; the rows sum to the change of equity, else exit code 4.",
        footer = {
            "",
            "Examples:",
            "  mnvh pnl last --by instrument",
            "  mnvh pnl last --by day -o csv",
            "  mnvh pnl last --by lot -o json"
        })
final class PnlVerb implements Callable<Integer> {
    private final Screen screen;

    @Parameters(
            paramLabel = "SESSION",
            description = "A session's folder, its name in run/journal, or last for the newest there.")
    private String session = "";

    @Option(
            names = "--by",
            required = true,
            paramLabel = "instrument|component|day|lot",
            description = "What it is split by; days are in UTC, lots by the id of the fill that opened them.")
    private PnlSplit by = PnlSplit.INSTRUMENT;

    @Mixin
    private OutputFlag output = new OutputFlag();

    PnlVerb(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        ExactReport report;
        try (SessionFolder folder = SessionFolder.open(SessionPath.of(session))) {
            report = SessionPnl.of(folder, by);
        }
        Screen chosen = output.on(screen);
        report.print(chosen.out(), chosen.format());
        return (report.isExact() ? ExitCode.OK : ExitCode.VERIFICATION_FAILED).number();
    }
}
