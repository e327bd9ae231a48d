package mnvh.daemon;

import java.util.concurrent.Callable;
import mnvh.journal.SessionFolder;
import mnvh.report.ExactReport;
import mnvh.report.SessionProof;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mnvh explain order}: why an order was allowed, and what became of it. */
@Command(
        name = "order",
        description =
                "Says why an order was allowed to leave, what one increment more would have broken, and its life.",
        footer = {"", "Examples:", "  mnvh explain order 17", "  mnvh explain order 17 --session last -o json"})
final class ExplainOrderVerb implements Callable<Integer> {
    private final Screen screen;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "ID", description = "ClOrdID(11), with or without the session's prefix.")
    private String id = "";

    @Option(
            names = "--session",
            paramLabel = "SESSION",
            description = "A session's folder, its name in run/journal, or last for the newest there (default: last).")
    private String session = "last";

    @Mixin
    private OutputFlag output = new OutputFlag();

    ExplainOrderVerb(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        long clOrdId = number();
        try (SessionFolder folder = SessionFolder.open(SessionPath.of(session))) {
            SessionProof proof = new SessionProof(folder, JournaledNames.all(), JournaledNames.verdicts());
            ExactReport report = proof.order(clOrdId);
            if (report == null) {
                throw new ParameterException(spec.commandLine(), "the session sent no order " + id);
            }
            Screen chosen = output.on(screen);
            report.print(chosen.out(), chosen.format());
        }
        return ExitCode.OK.number();
    }

    private long number() {
        try {
            return Long.parseLong(id.substring(id.lastIndexOf('-') + 1));
        } catch (NumberFormatException e) {
            throw new ParameterException(spec.commandLine(), "ID must be a number or end with one, got " + id, e);
        }
    }
}
