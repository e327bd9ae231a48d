package mnvh.daemon;

import java.nio.file.Path;
import mnvh.monitor.ReadingTable;
import picocli.CommandLine.Option;

/** {@code --control}, where the running daemon is reached; the same for every verb that reads or asks it. */
final class DaemonFlag {
    @Option(
            names = "--control",
            paramLabel = "DIR",
            description = "Folder with the daemon's control.token and control.address (default: ${DEFAULT-VALUE}).",
            defaultValue = "run")
    private Path folder = Path.of("run");

    /** @return the daemon; it is looked for when it is asked */
    ControlClient client() {
        return new ControlClient(new ControlFolder(folder));
    }

    /** @return what the daemon has at {@code path}; throws {@link RunFailure} where none runs there */
    ReadingTable read(String path) {
        return client().get(path);
    }
}
