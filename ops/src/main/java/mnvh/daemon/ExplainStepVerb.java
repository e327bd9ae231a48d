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

/** {@code mnvh explain step}: what a step saw, proposed, changed, checked, sent and denied. */
@Command(
        name = "step",
        description = "Says what a step saw and proposed, what each stage left of it, and what each check saw.",
        footer = {"", "Examples:", "  mnvh explain step 2", "  mnvh explain step 2 --session last -o json"})
final class ExplainStepVerb implements Callable<Integer> {
    private final Screen screen;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "N", description = "Number of the step, from 0.")
    private long number;

    @Mixin
    private ExplainFlags flags = new ExplainFlags();

    ExplainStepVerb(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        return flags.explain(screen, this::step).number();
    }

    private ExactReport step(SessionProof proof) {
        ExactReport report = proof.step(number);
        if (report == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "there is no step " + number + " in the session, whose steps are 0 to " + proof.lastStep());
        }
        return report;
    }
}
