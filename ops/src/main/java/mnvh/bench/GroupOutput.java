package mnvh.bench;

import java.io.PrintWriter;

/**
 * Measures one group in this process and says line by line how far it is and what came out.
 *
 * <pre>
 *   at TAB fraction TAB what        any number of times
 *   figure TAB ...                  one for each figure, see {@link FigureLine}
 *   end TAB number of figures
 * </pre>
 */
public final class GroupOutput {
    /** First field of a line of progress. */
    static final String AT = "at";
    /** First field of the last line. */
    static final String END = "end";

    private GroupOutput() {}

    /** Runs {@code benchmark} and writes to {@code out}, the process's only user of it. */
    public static void run(Benchmark benchmark, boolean brief, PrintWriter out) throws Exception {
        Meter meter = new Meter(brief, (what, fraction) -> {
            out.println(AT + "\t" + fraction + "\t" + what);
            out.flush();
        });
        benchmark.run(meter);
        for (Figure figure : meter.figures()) {
            out.println(FigureLine.write(figure));
        }
        out.println(END + "\t" + meter.figures().size());
        out.flush();
    }
}
