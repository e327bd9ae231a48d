package mnvh.fix;

import java.io.IOException;
import java.nio.file.Path;
import mnvh.units.Clock;
import org.apache.mina.core.filterchain.IoFilterChainBuilder;
import org.jspecify.annotations.Nullable;
import quickfix.Application;
import quickfix.ConfigError;
import quickfix.MessageStore;
import quickfix.RuntimeError;
import quickfix.SessionID;
import quickfix.SessionSettings;
import quickfix.ThreadedSocketInitiator;
import quickfix.fix44.MessageFactory;

/** One session of ours with a venue: its connection, tried again by itself, and the store of its numbers. */
final class FixConnection implements AutoCloseable {
    private final SessionID id;
    private final SessionSettings settings;
    private final Application application;
    private final Path storeFolder;
    private final Clock clock;
    private @Nullable ThreadedSocketInitiator initiator;
    private @Nullable StoreFile store;

    /** Opens nothing yet. @param storeFolder where sequence numbers and sent messages survive */
    FixConnection(SessionID id, SessionSettings settings, Application application, Path storeFolder, Clock clock) {
        this.id = id;
        this.settings = settings;
        this.application = application;
        this.storeFolder = storeFolder;
        this.clock = clock;
    }

    /**
     * Opens the store and begins to connect; throws {@link FixException} when either cannot be done.
     *
     * @param filters of the connection beside QuickFIX/J's own, or null
     */
    void start(MessageLog log, @Nullable IoFilterChainBuilder filters) {
        String name = id.getBeginString() + "-" + id.getSenderCompID() + "-" + id.getTargetCompID() + ".store";
        StoreFile storeFile = new StoreFile(storeFolder.resolve(name.replaceAll("[^A-Za-z0-9._-]", "_")));
        store = storeFile;
        try {
            MessageStore sessionStore = new SessionStore(storeFile, clock.nowNs() / 1_000_000);
            ThreadedSocketInitiator created = new ThreadedSocketInitiator(
                    application, sessionId -> sessionStore, settings, log, new MessageFactory());
            if (filters != null) {
                created.setIoFilterChainBuilder(filters);
            }
            initiator = created;
            created.start();
        } catch (IOException e) {
            throw new FixException(FixException.Kind.ENVIRONMENT, "cannot open the FIX store: " + e.getMessage(), e);
        } catch (ConfigError | RuntimeError e) {
            throw new FixException(FixException.Kind.SESSION, "cannot start the FIX session: " + e.getMessage(), e);
        }
    }

    /** Logs out, waiting two seconds at most for the answer, and stops its threads. Idempotent. */
    @Override
    public void close() {
        if (initiator != null) {
            initiator.stop();
            initiator = null;
        }
        if (store != null) {
            store.close();
        }
    }
}
