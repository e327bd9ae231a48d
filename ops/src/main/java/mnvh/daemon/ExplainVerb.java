package mnvh.daemon;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code mnvh explain}: the group of verbs that say why a number of a session is what it is. */
@Command(
        name = "explain",
        description = "Says why a number of a recorded session is what it is.",
        footer = {"", "Examples:", "  mnvh explain equity last", "  mnvh explain step 2", "  mnvh explain order 17"})
final class ExplainVerb implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what: equity, step or order");
    }
}
