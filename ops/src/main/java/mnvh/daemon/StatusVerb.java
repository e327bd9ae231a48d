package mnvh.daemon;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mnvh status}: the running daemon at one look. */
@Command(
        name = "status",
        description = "Shows the running daemon: its state, its FIX session, equity and open differences.",
        footer = {"", "Examples:", "  mnvh status", "  mnvh status -o json"})
final class StatusVerb implements Callable<Integer> {
    private final Screen screen;

    @Option(
            names = "--control",
            paramLabel = "DIR",
            description = "Folder with the daemon's control.token and control.address (default: ${DEFAULT-VALUE}).",
            defaultValue = "run")
    private Path folder = Path.of("run");

    @Mixin
    private OutputFlag output = new OutputFlag();

    StatusVerb(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        TablePage.print(new ControlClient(new ControlFolder(folder)).get("/v1/status"), output.on(screen));
        return ExitCode.OK.number();
    }
}
