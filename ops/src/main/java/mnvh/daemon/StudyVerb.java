package mnvh.daemon;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code mnvh study}: the group of verbs that try parts of the program on markets whose truth is known. */
@Command(
        name = "study",
        description = "Tries parts of the program on generated markets whose truth is known.",
        footer = {
            "",
            "Examples:",
            "  mnvh study throttle --trials 2 --rho 0.1 --window 60",
            "  mnvh study throttle --trials 2 --rho 0.2 --window 30 -o json"
        })
final class StudyVerb implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say which: throttle");
    }
}
