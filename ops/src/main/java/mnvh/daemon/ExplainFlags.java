package mnvh.daemon;

import java.util.function.Function;
import mnvh.journal.SessionFolder;
import mnvh.report.ExactReport;
import mnvh.report.SessionProof;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which session's proofs explain, and how it is printed; the same for every verb that explains by them. */
final class ExplainFlags {
    @Option(
            names = "--session",
            paramLabel = "SESSION",
            description = "A session's folder, its name in run/journal, or last for the newest there (default: last).")
    private String session = "last";

    @Mixin
    private OutputFlag output = new OutputFlag();

    /** Prints what {@code explanation} finds in the session's proofs. */
    ExitCode explain(Screen screen, Function<SessionProof, ExactReport> explanation) {
        try (SessionFolder folder = SessionFolder.open(SessionPath.of(session))) {
            SessionProof proof = new SessionProof(folder, JournaledNames.all(), JournaledNames.verdicts());
            Screen chosen = output.on(screen);
            explanation.apply(proof).print(chosen.out(), chosen.format());
        }
        return ExitCode.OK;
    }
}
