package mnvh.daemon;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import mnvh.config.ConfigFingerprint;
import mnvh.config.ConfigLoader;
import mnvh.config.LoadedConfig;
import mnvh.monitor.ReadingTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code mnvh approve}: somebody's consent to start this build with a configuration. */
@Command(
        name = "approve",
        description = "Approves a configuration together with this build, where approval.required asks for it.",
        footer = {
            "",
            "Examples:",
            "  mnvh approve --config config/paper.yaml --by alice --reason reviewed",
            "  mnvh approve --by alice --reason reviewed -o json"
        })
final class ApproveVerb implements Callable<Integer> {
    private final Screen screen;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ConfigFlags config = new ConfigFlags();

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who approves; at most 32 characters.")
    private String by = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; at most 96 characters.")
    private String reason = "";

    @Mixin
    private OutputFlag output = new OutputFlag();

    ApproveVerb(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() throws IOException {
        LoadedConfig loaded = ConfigLoader.load(config.file(), config.sets(List.of()), System.getenv());
        Approval approval = approval(ConfigFingerprint.of(loaded), BuildHash.ofThisProgram());
        new Approvals(loaded.config().approval().file()).add(approval);
        Screen chosen = output.on(screen);
        if (!loaded.config().approval().required()) {
            chosen.err().println("mnvh: approval.required is false here, so that no start will ask");
            chosen.err().flush();
        }
        ReadingTable table = ReadingTable.of(
                List.of("configuration", "build", "time", "by", "reason"),
                List.of(
                        approval.config(),
                        approval.build(),
                        approval.time().toString(),
                        approval.by(),
                        approval.reason()));
        TablePage.print(table, chosen);
        return ExitCode.OK.number();
    }

    private Approval approval(String configuration, String build) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        try {
            return new Approval(configuration, build, now, by.strip(), reason.strip());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
