package mnvh.daemon;

import java.io.PrintWriter;
import mnvh.report.OutputFormat;

/**
 * Where a verb prints.
 *
 * @param out results: nothing but what was asked for
 * @param err everything said beside them
 * @param format how results look
 */
public record Screen(PrintWriter out, PrintWriter err, OutputFormat format) {
    Screen with(OutputFormat other) {
        return new Screen(out, err, other);
    }
}
