package mnvh.daemon;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import mnvh.report.SessionReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mnvh report}: what a session earned, from its journal alone. */
@Command(
        name = "report",
        description = "Prints what a session earned and why, from its journal alone.",
        footer = {
            "",
            "Examples:",
            "  mnvh report last",
            "  mnvh report last --out run/report --periods-per-year 365 -o json"
        })
final class ReportVerb implements Callable<Integer> {
    private final Screen screen;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "SESSION",
            description = "A session's folder, its name in run/journal, or last for the newest there.")
    private String session = "";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Receives summary.json, steps.csv, components.csv and fills.csv.")
    private @Nullable Path out;

    @Option(
            names = "--periods-per-year",
            paramLabel = "N",
            description = "Steps in a year (default: from their spacing).")
    private @Nullable Double periodsPerYear;

    @Mixin
    private OutputFlag output = new OutputFlag();

    ReportVerb(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() throws Exception {
        Double given = periodsPerYear;
        if (given != null && !(given > 0 && Double.isFinite(given))) {
            throw new ParameterException(spec.commandLine(), "--periods-per-year must be positive, got " + given);
        }
        Screen chosen = output.on(screen);
        SessionReport report =
                SessionReport.read(SessionPath.of(session), given == null ? SessionReport.FROM_SPACING : given);
        if (out != null) {
            report.writeTo(out);
            chosen.err().println("report: " + out);
        }
        report.summary().print(chosen.out(), chosen.format());
        return ExitCode.OK.number();
    }
}
