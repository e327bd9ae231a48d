package mnvh.daemon;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import mnvh.bench.Benchmarks;
import mnvh.bench.GroupOutput;

/** A process that measures one group and writes figures to its stdout for the process that started it. */
public final class BenchProcess {
    /** Argument for the short form. */
    static final String BRIEF = "brief";

    private BenchProcess() {}

    /** Measures the group named first. */
    public static void main(String[] arguments) {
        System.setProperty("chronicle.analytics.disable", "true");
        System.setProperty("chronicle.announcer.disable", "true");
        PrintWriter figures = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        // Whatever else is printed here must not get between the figures.
        System.setOut(System.err);
        endWithParent();
        int status = 0;
        try {
            boolean brief = List.of(arguments).contains(BRIEF);
            GroupOutput.run(Benchmarks.named(arguments[0]), brief, figures);
        } catch (Throwable failure) {
            failure.printStackTrace();
            status = ExitCode.UNEXPECTED.number();
        }
        System.exit(status);
    }

    /** The parent never writes: the end of stdin is the end of the parent, however it came. */
    private static void endWithParent() {
        Thread watch = new Thread(
                () -> {
                    try {
                        while (System.in.read() >= 0) {
                            Thread.onSpinWait();
                        }
                    } catch (IOException e) {
                        // As good as the end.
                    }
                    Runtime.getRuntime().halt(ExitCode.INTERRUPTED.number());
                },
                "mnvh-bench-parent");
        watch.setDaemon(true);
        watch.start();
    }
}
