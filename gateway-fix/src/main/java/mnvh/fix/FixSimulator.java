package mnvh.fix;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import mnvh.config.DropCopyConfig;
import mnvh.config.VenueConfig;
import mnvh.units.Clock;
import mnvh.units.WallClock;
import mnvh.venue.Commissions;
import mnvh.venue.Market;
import org.apache.mina.core.service.IoAcceptor;
import org.jspecify.annotations.Nullable;
import quickfix.ConfigError;
import quickfix.LogFactory;
import quickfix.MessageStore;
import quickfix.RuntimeError;
import quickfix.SessionID;
import quickfix.ThreadedSocketAcceptor;
import quickfix.fix44.MessageFactory;

/**
 * A venue to trade with: a FIX acceptor around a market and a matching engine.
 *
 * <p>It owns time: simulated time runs {@code speed} times as fast as the wall's, is carried in the stamps of prices
 * and reports, and every step ends with TradingSessionStatus(35=h) after all of its data. The market starts with
 * the first subscription. One client session, named by the configuration seen from the other side, and its drop copy.
 */
public final class FixSimulator implements AutoCloseable {
    /** Least wall time of a step, so that orders of one step are answered before the next step's prices. */
    public static final long MIN_STEP_WALL_MS = 200;

    private final VenueConfig config;
    private final @Nullable Path messageLogFile;
    private final Clock clock;
    private final SimulatorLoop loop;
    private final SimulatorCallbacks callbacks;
    private final SessionID id;
    private final @Nullable SessionID copyId;

    private final Thread thread;
    private @Nullable ThreadedSocketAcceptor acceptor;
    private @Nullable MessageLog log;
    private int port;

    /** A simulator with {@link #MIN_STEP_WALL_MS} and without a message log. */
    public FixSimulator(VenueConfig config, Market market, @Nullable Commissions commissions) {
        this(config, market, commissions, MIN_STEP_WALL_MS, new WallClock(), null);
    }

    /**
     * @param config both ends of the session, where to listen (port 0 for any), books and speed; with a username or a
     *     password file a logon must carry the same
     * @param commissions what fills cost; null reports no commission
     * @param minStepWallMs least wall time of a step; 0 for none
     * @param clock times of the message log
     * @param messageLogFile where messages are logged, secrets masked, or null
     */
    FixSimulator(
            VenueConfig config,
            Market market,
            @Nullable Commissions commissions,
            long minStepWallMs,
            Clock clock,
            @Nullable Path messageLogFile) {
        this.config = config;
        this.messageLogFile = messageLogFile;
        this.clock = clock;
        double speed = config.simulator().speed();
        this.loop = new SimulatorLoop(
                market,
                config.simulator(),
                new StepPace(market.stepNs(), speed, minStepWallMs * 1_000_000),
                commissions);
        DropCopyConfig copy = config.dropCopy();
        this.id = FixSettings.seenFromThere(FixSettings.initiatorId(config));
        this.copyId = copy == null ? null : FixSettings.seenFromThere(FixSettings.initiatorId(config, copy));
        this.callbacks =
                new SimulatorCallbacks(loop, copyId, config.username(), PasswordFile.read(config.passwordFile()));
        this.thread = new Thread(loop, "fix-simulator");
        thread.setDaemon(true);
    }

    /** Lets a client's orders outlive its session, as some venues do. Any thread; from the next lost session on. */
    public void keepOrders() {
        loop.keepOrders();
    }

    /** Loses what the drop copy should be told, as a venue's fault. Any thread; from the next execution on. */
    public void loseCopies() {
        loop.loseCopies();
    }

    /** Listens, and waits for a client; throws {@link FixException} when the port is taken, before anything starts. */
    public void start() {
        LogFactory logFactory = MessageLog.none();
        if (messageLogFile != null) {
            MessageLog messageLog = new MessageLog(messageLogFile, clock);
            log = messageLog;
            logFactory = messageLog;
        }
        try {
            long nowMs = clock.nowNs() / 1_000_000;
            MessageStore store = new SessionStore(null, nowMs);
            MessageStore copyStore = new SessionStore(null, nowMs);
            ThreadedSocketAcceptor created = new ThreadedSocketAcceptor(
                    callbacks,
                    sessionId -> sessionId.equals(copyId) ? copyStore : store,
                    FixSettings.acceptor(config, id, copyId),
                    logFactory,
                    new MessageFactory());
            acceptor = created;
            created.start();
            port = portOf(created);
        } catch (ConfigError | RuntimeError | IOException e) {
            close();
            throw new FixException(FixException.Kind.ENVIRONMENT, explain(e), e);
        }
        thread.start();
    }

    /** @return where the client's own session is taken: the drop copy may have another port */
    private int portOf(ThreadedSocketAcceptor listening) {
        DropCopyConfig copy = config.dropCopy();
        for (IoAcceptor endpoint : listening.getEndpoints()) {
            int open = ((InetSocketAddress) endpoint.getLocalAddress()).getPort();
            if (copy == null || copy.port() == config.port() || open != copy.port()) {
                return open;
            }
        }
        throw new IllegalStateException("listens nowhere");
    }

    private String explain(Exception e) {
        String where = config.host() + ":" + config.port();
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return "cannot listen on " + where + ": " + cause.getMessage()
                        + "; stop the other process or choose another port (0 takes any that is free)";
            }
            if (cause instanceof UnknownHostException) {
                return "cannot listen on " + where + ": unknown host";
            }
        }
        return "cannot start the simulator on " + where + ": " + e.getMessage();
    }

    /** @return where it listens, also when any port was asked for; 0 before {@link #start} */
    public int port() {
        return port;
    }

    /** Waits for the end of the data; throws {@link IllegalStateException} when the simulator failed. */
    public void awaitEnd() throws InterruptedException {
        loop.awaitEnd();
    }

    /** Logs the client out and stops. Idempotent. */
    @Override
    public void close() {
        if (acceptor != null) {
            acceptor.stop();
            acceptor = null;
        }
        loop.stop();
        try {
            thread.join(2_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (log != null) {
            log.close();
            log = null;
        }
    }
}
