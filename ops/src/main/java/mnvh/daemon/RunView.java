package mnvh.daemon;

import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import mnvh.monitor.RunSnapshot;
import org.jspecify.annotations.Nullable;

/** Shows a run to whoever started it, on a thread of its own; it reads and never holds the run. */
public interface RunView extends AutoCloseable {
    /**
     * Starts showing.
     *
     * @param onQuit told how the process should end when the user asks for the end: OK for q, INTERRUPTED for Ctrl-C
     */
    void start(Consumer<ExitCode> onQuit);

    /** Stops showing and leaves the terminal as it was. Idempotent. */
    @Override
    void close();

    /**
     * Opens the live view on a terminal, else the plain one.
     *
     * @param headless true when the user asked for the plain one
     */
    static RunView open(Supplier<RunSnapshot> run, RunBanner banner, Screen screen, boolean headless) {
        RunView live = headless || System.console() == null ? null : liveOrNull(run, banner);
        return live == null ? new HeadlessView(run, banner, screen.err(), HeadlessView.EVERY_STEPS) : live;
    }

    private static @Nullable RunView liveOrNull(Supplier<RunSnapshot> run, RunBanner banner) {
        try {
            boolean colour = System.getenv().getOrDefault("NO_COLOR", "").isEmpty();
            return new LiveView(run, new StatusPage(banner, colour), LiveView.systemTerminal());
        } catch (IOException e) {
            // A terminal that cannot place its cursor still takes lines.
            return null;
        }
    }
}
