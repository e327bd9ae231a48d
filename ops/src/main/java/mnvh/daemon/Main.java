package mnvh.daemon;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import mnvh.report.OutputFormat;

/** Where the process starts. */
public final class Main {
    private Main() {}

    /** Runs one verb and exits with its code. */
    public static void main(String[] arguments) {
        // Before any Chronicle class loads: no telemetry, no banner, also where the jar is started without its flags.
        System.setProperty("chronicle.analytics.disable", "true");
        System.setProperty("chronicle.announcer.disable", "true");
        Screen screen = new Screen(
                new PrintWriter(System.out, false, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                OutputFormat.TABLE);
        int status = CommandShell.execute(Wiring.runs(), screen, arguments);
        screen.out().flush();
        screen.err().flush();
        System.exit(status);
    }
}
