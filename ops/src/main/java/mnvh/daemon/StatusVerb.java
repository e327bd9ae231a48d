package mnvh.daemon;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code mnvh status}: the running daemon at one look. */
@Command(
        name = "status",
        description = "Shows the running daemon: its state, its FIX session, equity and open differences.",
        footer = {"", "Examples:", "  mnvh status", "  mnvh status -o json"})
final class StatusVerb implements Callable<Integer> {
    private final Screen screen;

    @Mixin
    private DaemonFlag daemon = new DaemonFlag();

    @Mixin
    private OutputFlag output = new OutputFlag();

    StatusVerb(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        TablePage.print(daemon.read("/v1/status"), output.on(screen));
        return ExitCode.OK.number();
    }
}
