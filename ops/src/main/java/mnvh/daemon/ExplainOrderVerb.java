package mnvh.daemon;

import java.util.concurrent.Callable;
import mnvh.report.ExactReport;
import mnvh.report.SessionProof;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

    @Mixin
    private ExplainFlags flags = new ExplainFlags();

    ExplainOrderVerb(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        long clOrdId = number();
        return flags.explain(screen, proof -> order(proof, clOrdId)).number();
    }

    private ExactReport order(SessionProof proof, long clOrdId) {
        ExactReport report = proof.order(clOrdId);
        if (report == null) {
            throw new ParameterException(spec.commandLine(), "the session sent no order " + id);
        }
        return report;
    }

    private long number() {
        try {
            return Long.parseLong(id.substring(id.lastIndexOf('-') + 1));
        } catch (NumberFormatException e) {
            throw new ParameterException(spec.commandLine(), "ID must be a number or end with one, got " + id, e);
        }
    }
}
