package mnvh.daemon;

import java.util.concurrent.Callable;
import mnvh.journal.SessionFolder;
import mnvh.report.AuditResult;
import mnvh.report.SessionAudit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code mnvh audit}: the books of a session once more, by a second implementation. */
@Command(
        name = "audit",
        description = "Books a recorded session again, independently; exit code 4 at the first difference.",
        footer = {"", "Examples:", "  mnvh audit last", "  mnvh audit last -o json", "  mnvh audit last -o csv"})
final class AuditVerb implements Callable<Integer> {
    private static final long SECOND_NS = 1_000_000_000L;

    private final Screen screen;

    @Parameters(
            paramLabel = "SESSION",
            description = "A session's folder, its name in run/journal, or last for the newest there.")
    private String session = "";

    @Mixin
    private OutputFlag output = new OutputFlag();

    AuditVerb(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        long startNs = System.nanoTime();
        AuditResult result;
        try (SessionFolder folder = SessionFolder.open(SessionPath.of(session))) {
            result = SessionAudit.of(folder);
        }
        long elapsedNs = Math.max(1, System.nanoTime() - startNs);
        Screen chosen = output.on(screen);
        result.print(chosen.out(), chosen.format(), Math.multiplyExact(result.events(), SECOND_NS) / elapsedNs);
        return (result.agrees() ? ExitCode.OK : ExitCode.VERIFICATION_FAILED).number();
    }
}
