package mnvh.daemon;

import java.util.concurrent.Callable;
import mnvh.config.ConfigReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code mnvh config explain}: what one key means, its range and its default. */
@Command(
        name = "explain",
        description = "Prints what a key means, its range and its default.",
        footer = {
            "",
            "Examples:",
            "  mnvh config explain strategy.inventory_leash",
            "  mnvh config explain risk.max_market_beta_ratio"
        })
final class ConfigExplain implements Callable<Integer> {
    private final Screen screen;

    @Parameters(paramLabel = "SECTION.KEY", description = "The key, as error messages name it.")
    private String key = "";

    ConfigExplain(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        screen.out().print(ConfigReport.explain(key));
        screen.out().flush();
        return ExitCode.OK.number();
    }
}
