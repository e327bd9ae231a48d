package mnvh.daemon;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import mnvh.backtest.Rehearsal;
import mnvh.config.ConfigLoader;
import mnvh.config.LoadedConfig;
import mnvh.journal.SessionFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mnvh rehearse}: recorded sessions under limits that are not in force yet. */
@Command(
        name = "rehearse",
        description = {
            "Shows which orders of recorded sessions other limits would have denied, scaled or priced otherwise.",
            "Exit code 8 when an order differs or trading would have halted, 4 when a session does not replay."
        },
        footer = {
            "",
            "Examples:",
            "  mnvh rehearse --session last --set risk.max_order_notional=20000",
            "  mnvh rehearse --config config/paper.yaml --session last -o csv",
            "  mnvh rehearse --session last --set risk.max_drawdown_ratio=0.06 -o json"
        })
final class RehearseVerb implements Callable<Integer> {
    private final Screen screen;

    @Mixin
    private ConfigFlags config = new ConfigFlags();

    @Option(
            names = "--session",
            paramLabel = "SESSION",
            arity = "1..*",
            required = true,
            description = "Sessions' folders, their names in run/journal, or last for the newest there; repeatable.")
    private List<String> sessions = new ArrayList<>();

    @Mixin
    private OutputFlag output = new OutputFlag();

    RehearseVerb(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        LoadedConfig next = ConfigLoader.load(config.file(), config.sets(List.of()), System.getenv());
        RehearsalPage page = RehearsalPage.open(output.on(screen));
        ExitCode code = ExitCode.OK;
        for (String session : sessions) {
            Path path = SessionPath.of(session);
            Rehearsal rehearsal;
            try (SessionFolder folder = SessionFolder.open(path)) {
                rehearsal = Rehearsal.of(folder, next);
            }
            page.session(String.valueOf(path.getFileName()), rehearsal);
            code = worse(code, rehearsal);
        }
        page.close();
        return code.number();
    }

    /** A session that does not replay outweighs any difference: of that one nothing is known. */
    private static ExitCode worse(ExitCode sofar, Rehearsal rehearsal) {
        if (sofar == ExitCode.VERIFICATION_FAILED || !rehearsal.replay().matches()) {
            return ExitCode.VERIFICATION_FAILED;
        }
        return rehearsal.nothingDiffers() ? sofar : ExitCode.REHEARSAL_DIFFERS;
    }
}
