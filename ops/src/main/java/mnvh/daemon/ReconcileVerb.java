package mnvh.daemon;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code mnvh reconcile}: the group of verbs about differences to the venue. */
@Command(
        name = "reconcile",
        description = "Shows and explains what the venue reports differently from the books.",
        footer = {"", "Examples:", "  mnvh reconcile status last", "  mnvh reconcile status"})
final class ReconcileVerb implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say which: status or resolve");
    }
}
