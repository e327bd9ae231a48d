package mnvh.daemon;

import java.util.concurrent.Callable;
import mnvh.journal.SessionFolder;
import mnvh.report.ExactReport;
import mnvh.report.SessionExplain;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mnvh explain equity}: where each unit of equity came from, and what it consists of. */
@Command(
        name = "equity",
        description = "Audits a session and says where its equity came from and what it consists of, to the unit.",
        footer = {
            "",
            "Examples:",
            "  mnvh explain equity last",
            "  mnvh explain equity last --at 100 --fills 5",
            "  mnvh explain equity last -o json"
        })
final class ExplainEquity implements Callable<Integer> {
    private final Screen screen;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "SESSION",
            description = "A session's folder, its name in run/journal, or last for the newest there.")
    private String session = "";

    @Option(
            names = "--at",
            paramLabel = "SEQ",
            description = "Inbound sequence of the record after which to look (default: the last).")
    private @Nullable Long at;

    @Option(names = "--fills", paramLabel = "N", description = "Lists the latest N fills before it (default: none).")
    private int fills;

    @Mixin
    private OutputFlag output = new OutputFlag();

    ExplainEquity(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        if (fills < 0) {
            throw new ParameterException(spec.commandLine(), "--fills must not be negative, got " + fills);
        }
        Long given = at;
        SessionExplain explained;
        try (SessionFolder folder = SessionFolder.open(SessionPath.of(session))) {
            explained = SessionExplain.equity(folder, given == null ? SessionExplain.LAST : given, fills);
        }
        ExactReport report = explained.report();
        if (report == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--at " + given + " is outside the session, whose records are 1 to " + explained.last());
        }
        Screen chosen = output.on(screen);
        report.print(chosen.out(), chosen.format());
        return (report.isExact() ? ExitCode.OK : ExitCode.VERIFICATION_FAILED).number();
    }
}
