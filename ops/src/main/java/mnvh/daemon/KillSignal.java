package mnvh.daemon;

import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/**
 * SIGUSR2, heard from a run's first moment on: one that comes before there is a switch to pull is kept for it.
 *
 * <p>Before the first moment, while the JVM starts, it ends the process, which has sent nothing by then. Any thread.
 */
final class KillSignal implements AutoCloseable {
    /** The signal's name, without SIG. */
    static final String NAME = "USR2";

    private final @Nullable Object former = Signals.register(NAME, this::received);
    private @Nullable Runnable pull;
    private boolean received;

    /** Says what pulls the switch; at once where the signal has come already. */
    void pulls(Runnable value) {
        synchronized (this) {
            pull = value;
            if (!received) {
                return;
            }
        }
        value.run();
    }

    private void received() {
        Runnable known;
        synchronized (this) {
            received = true;
            known = pull;
        }
        if (known != null) {
            known.run();
        }
    }

    @Override
    public void close() {
        Signals.unregister(NAME, former);
    }
}
