package mnvh.daemon;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code mnvh terms show}: the limits in force, and the margin factors and fees that were changed. */
@Command(
        name = "show",
        description = "Lists the limits in force, and what was changed, with the record that changed it.",
        footer = {"", "Examples:", "  mnvh terms show", "  mnvh terms show -o csv"})
final class TermsShow implements Callable<Integer> {
    private final Screen screen;

    @Mixin
    private DaemonFlag daemon = new DaemonFlag();

    @Mixin
    private OutputFlag output = new OutputFlag();

    TermsShow(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        TablePage.print(daemon.read("/v1/terms"), output.on(screen));
        return ExitCode.OK.number();
    }
}
