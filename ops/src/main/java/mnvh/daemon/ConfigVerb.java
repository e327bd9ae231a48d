package mnvh.daemon;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code mnvh config}: the group of verbs that read a configuration. */
@Command(
        name = "config",
        description = "Checks and shows a configuration.",
        footer = {"", "Examples:", "  mnvh config check config/paper.yaml", "  mnvh config show --origin"})
final class ConfigVerb implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say which: check, show or explain");
    }
}
