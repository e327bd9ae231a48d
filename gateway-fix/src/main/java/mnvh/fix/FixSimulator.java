package mnvh.fix;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mnvh.config.DropCopyConfig;
import mnvh.config.VenueConfig;
import mnvh.units.Clock;
import mnvh.units.WallClock;
import mnvh.venue.Commissions;
import mnvh.venue.Market;
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
    /** The client's session, and its drop copy where it has one. */
    private final List<SessionID> ids = new ArrayList<>();

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
        ids.add(FixSettings.seenFromThere(FixSettings.initiatorId(config)));
        if (copy != null) {
            ids.add(FixSettings.seenFromThere(FixSettings.initiatorId(config, copy)));
        }
        this.callbacks = new SimulatorCallbacks(
                loop, copy == null ? null : ids.get(1), config.username(), PasswordFile.read(config.passwordFile()));
        this.thread = new Thread(loop, "fix-simulator");
        thread.setDaemon(true);
    }

    /** Lets a client's orders outlive its session, as some venues do. Any thread; from the next lost session on. */
    public void keepOrders() {
        loop.keepOrders();
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
            Map<SessionID, MessageStore> stores = new HashMap<>();
            for (SessionID id : ids) {
                stores.put(id, new SessionStore(null, clock.nowNs() / 1_000_000));
            }
            ThreadedSocketAcceptor created = new ThreadedSocketAcceptor(
                    callbacks,
                    stores::get,
                    FixSettings.acceptor(config, ids, config.port()),
                    logFactory,
                    new MessageFactory());
            acceptor = created;
            created.start();
            port = ((InetSocketAddress) created.getEndpoints().iterator().next().getLocalAddress()).getPort();
        } catch (ConfigError | RuntimeError | IOException e) {
            close();
            throw new FixException(FixException.Kind.ENVIRONMENT, explain(e), e);
        }
        thread.start();
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
