package mnvh.daemon;

import mnvh.report.OutputFormat;
import picocli.CommandLine.Option;

/** {@code -o}, the same for every verb that prints results. */
final class OutputFlag {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "table|json|csv",
            defaultValue = "table",
            description = "How results are printed (default: table). Everything else goes to stderr.")
    private OutputFormat format = OutputFormat.TABLE;

    /** @return {@code screen} in the chosen format */
    Screen on(Screen screen) {
        return screen.with(format);
    }
}
