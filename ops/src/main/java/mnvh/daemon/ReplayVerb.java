package mnvh.daemon;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mnvh replay}: a recorded session through the production handler. */
@Command(
        name = "replay",
        description = "Feeds a recorded session to the production handler once more.",
        footer = {
            "",
            "Examples:",
            "  mnvh replay last --verify",
            "  mnvh replay last --until 2000 -o json",
            "  mnvh replay last --with strategy.inventory_leash=0.9"
        })
final class ReplayVerb implements Callable<Integer> {
    private final Run<ReplayOptions> run;
    private final Screen screen;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "SESSION",
            description = "A session's folder, its name in run/journal, or last for the newest there.")
    private String session = "";

    @Option(names = "--verify", description = "Every outbound byte must be equal; exit code 4 when one differs.")
    private boolean verify;

    @Option(names = "--until", paramLabel = "SEQ", description = "Last inbound sequence to replay.")
    private long until = Long.MAX_VALUE;

    @Option(
            names = "--with",
            paramLabel = "SECTION.KEY=VALUE",
            description = "Changes one key of the recorded configuration; repeatable.")
    private List<String> with = new ArrayList<>();

    @Option(names = "--diff", paramLabel = "OTHER", description = "Another session to compare with.")
    private @Nullable String diff;

    @Mixin
    private OutputFlag output = new OutputFlag();

    ReplayVerb(Run<ReplayOptions> run, Screen screen) {
        this.run = run;
        this.screen = screen;
    }

    @Override
    public Integer call() throws Exception {
        if (verify && !with.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--verify replays what was recorded; --with changes it");
        }
        if (until < 1) {
            throw new ParameterException(spec.commandLine(), "--until must be positive, got " + until);
        }
        String other = diff;
        ReplayOptions options = new ReplayOptions(
                SessionPath.of(session), verify, until, with, other == null ? null : SessionPath.of(other));
        return run.run(options, output.on(screen)).number();
    }
}
