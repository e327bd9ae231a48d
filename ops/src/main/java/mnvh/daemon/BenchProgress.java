package mnvh.daemon;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** How far measuring is: a bar that moves on a terminal, one line for each group elsewhere. One thread. */
final class BenchProgress implements AutoCloseable {
    private static final Path STDERR = Path.of("/proc/self/fd/2");
    private static final int WIDTH = 24;
    private static final int TEXT = 44;
    private static final String TO_START_AND_CLEAR = "\r\u001b[K";

    private final PrintWriter err;
    private final boolean terminal;
    private final int groups;
    private String group = "";
    private int begun;

    /**
     * @param err where it goes
     * @param terminal whether a line there can be written over
     * @param groups how many there will be
     */
    BenchProgress(PrintWriter err, boolean terminal, int groups) {
        this.err = err;
        this.terminal = terminal;
        this.groups = groups;
    }

    /** @return whether stderr is a terminal that can place its cursor */
    static boolean onTerminal() {
        if (System.getenv().getOrDefault("TERM", "dumb").equals("dumb")) {
            return false;
        }
        try {
            // A console needs stdin and stdout; here only stderr counts, so that -o json can go to a file.
            String target = Files.readSymbolicLink(STDERR).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            return System.console() != null;
        }
    }

    /** Begins the next group. */
    void group(String name) {
        group = name;
        begun++;
        at("starting", 0);
    }

    /** Shows how far the group's measurement in hand is. */
    void at(String what, double fraction) {
        if (!terminal) {
            return;
        }
        int full = (int) Math.round(fraction * WIDTH);
        String text = what.length() > TEXT ? what.substring(0, TEXT) : what;
        err.print(String.format(
                Locale.ROOT,
                "%s[%s%s] %d/%d %s: %s",
                TO_START_AND_CLEAR,
                "#".repeat(full),
                ".".repeat(WIDTH - full),
                begun,
                groups,
                group,
                text));
        err.flush();
    }

    /** Ends the group. */
    void done(double seconds) {
        clear();
        err.println(String.format(Locale.ROOT, "%d/%d %s: %.1f s", begun, groups, group, seconds));
        err.flush();
    }

    /** Leaves nothing half-written behind. */
    @Override
    public void close() {
        clear();
        err.flush();
    }

    private void clear() {
        if (terminal) {
            err.print(TO_START_AND_CLEAR);
        }
    }
}
