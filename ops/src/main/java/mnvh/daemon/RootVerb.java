package mnvh.daemon;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code mnvh} without a verb. */
@Command(
        name = "mnvh",
        description = "Harvests relative volatility, market-neutral, with exact books.",
        versionProvider = BuildInfo.class,
        footer = {
            "",
            "Exit codes: 0 ok, 1 fault of the program, 2 usage or configuration, 3 environment, 4 verification failed,",
            "5 venue, 6 risk stop, 7 refused by the running daemon, 8 a rehearsal differs, 130 interrupted.",
            "",
            "Examples:",
            "  mnvh config check",
            "  mnvh --version"
        })
final class RootVerb implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do");
    }
}
