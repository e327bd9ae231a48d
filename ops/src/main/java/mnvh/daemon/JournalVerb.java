package mnvh.daemon;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code mnvh journal}: the group of verbs that read a session's records. */
@Command(
        name = "journal",
        description = "Reads a recorded session.",
        footer = {"", "Examples:", "  mnvh journal verify last", "  mnvh journal inspect last --type fill,notice"})
final class JournalVerb implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say which: inspect, verify or export");
    }
}
