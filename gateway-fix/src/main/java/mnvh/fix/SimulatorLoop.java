package mnvh.fix;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import mnvh.config.SimulatorConfig;
import mnvh.universe.Universe;
import mnvh.venue.Commissions;
import mnvh.venue.Market;
import mnvh.venue.MarketListener;
import mnvh.venue.MatchingEngine;
import org.jspecify.annotations.Nullable;
import quickfix.Message;
import quickfix.Session;

/**
 * The simulator's one thread of market and matching: walks the market's steps, paced, and serves requests in between.
 *
 * <p>Waits for the first subscription, then owns time. Before each event it serves what clients asked until the event
 * is due; after a step's last event it ends the step with TradingSessionStatus(35=h). At the end of the data it leaves
 * as much time for answers as a step has, expires what rests and closes the market; requests are answered until it is
 * stopped. Requests come from QuickFIX/J's threads through a queue.
 */
final class SimulatorLoop implements Runnable, MarketListener {
    private static final int REQUESTS_MAX = 1 << 16;
    private static final long POLL_NS = 5_000_000;
    /** Quotes due within this time of each other may share a message. */
    private static final long LINGER_NS = 2_000_000;

    private final Universe universe;
    private final Market market;
    private final StepPace pace;
    private final MatchingEngine engine;
    private final SimulatorPositions positions;
    private final SimulatorReports reports;
    private final SimulatorCopies copies = new SimulatorCopies(this::sendCopy);
    private final SimulatorRequests requests;
    private final SimulatorQuotes quotes;
    private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>(REQUESTS_MAX);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean keepsOrders;
    private volatile boolean stopped;
    private volatile @Nullable Session session;
    private volatile @Nullable Session copySession;
    private volatile @Nullable RuntimeException failure;
    private long nowNs;
    private long flushedNs;

    SimulatorLoop(Market market, SimulatorConfig config, StepPace pace, @Nullable Commissions commissions) {
        this.universe = market.universe();
        this.market = market;
        this.pace = pace;
        this.nowNs = market.startNs();
        SimulatorOrders orders = new SimulatorOrders();
        this.positions = new SimulatorPositions(universe, this::report);
        this.reports = new SimulatorReports(orders, positions, this::report, this::copy, commissions);
        this.engine = new MatchingEngine(universe, config, reports);
        this.requests = new SimulatorRequests(universe, orders, engine, reports, this::send);
        this.quotes = new SimulatorQuotes(universe, engine, this::send);
    }

    /** The session that answers go to. */
    void session(Session value) {
        session = value;
    }

    /** The session that copies of executions go to. */
    void copySession(Session value) {
        copySession = value;
    }

    /** From now on no execution is told twice. */
    void loseCopies() {
        copies.lose();
    }

    /** The drop copy is back; any thread. */
    void onCopyLogon() {
        enqueue(copies::onLogon);
    }

    /** From now on what a client left works on when its session falls. */
    void keepOrders() {
        keepsOrders = true;
    }

    /** A message of the client; any thread. Throws {@link IllegalStateException} when too many wait. */
    void onMessage(Message message) {
        enqueue(() -> serve(message));
    }

    /** The client has gone: what it left is cancelled, unless orders are kept; any thread. */
    void onLogout() {
        enqueue(() -> {
            quotes.unsubscribe();
            positions.unsubscribe();
            if (!keepsOrders) {
                engine.cancelAll(nowNs);
            }
        });
    }

    private void enqueue(Runnable request) {
        if (!queue.offer(request)) {
            throw new IllegalStateException(REQUESTS_MAX + " requests wait for the market thread");
        }
    }

    @Override
    public void run() {
        try {
            while (!stopped && !quotes.anySubscribed()) {
                serveOne(POLL_NS);
            }
            pace.start(nowNs, System.nanoTime());
            boolean more = true;
            while (!stopped && more) {
                more = market.nextStep(this);
            }
            end();
            while (!stopped) {
                serveOne(POLL_NS);
                if (engine.nextDueNs() != Long.MAX_VALUE) {
                    nowNs = Math.max(nowNs, engine.nextDueNs());
                    engine.advanceTo(nowNs);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failure = e;
            Session current = session;
            if (current != null) {
                current.logout("simulator failed");
            }
        } finally {
            ended.countDown();
        }
    }

    @Override
    public void onQuote(long timestampNs, int instrument, long bid, long ask, long last, long tradedVolume) {
        if (awaitDue(timestampNs)) {
            engine.onQuote(timestampNs, instrument, bid, ask);
            quotes.onQuote(timestampNs, instrument, last, tradedVolume);
        }
    }

    @Override
    public void onFunding(long timestampNs, int instrument, long rate, long price, long boundaryNs) {
        if (awaitDue(timestampNs)) {
            quotes.onFunding(timestampNs, instrument, rate, price, boundaryNs);
        }
    }

    @Override
    public void onStepEnd(long closeNs) {
        if (awaitDue(closeNs)) {
            quotes.flush();
            positions.onStepEnd(closeNs);
            send(tradingSession("2", closeNs));
            pace.next(closeNs, System.nanoTime());
        }
    }

    /** Serves requests until an event is due; false when the simulator is stopped. */
    private boolean awaitDue(long timestampNs) {
        long dueNs = pace.wallOf(timestampNs);
        try {
            for (long wallNs = System.nanoTime(); !stopped; wallNs = System.nanoTime()) {
                // Nothing is carried out at or after the event before the event itself.
                nowNs = Math.max(nowNs, Math.min(pace.simulatedAt(wallNs), timestampNs - 1));
                engine.advanceTo(nowNs);
                while (pace.quietAt(wallNs) && engine.nextDueNs() < timestampNs) {
                    nowNs = engine.nextDueNs();
                    engine.advanceTo(nowNs);
                }
                if (wallNs >= dueNs && queue.isEmpty()) {
                    nowNs = Math.max(nowNs, timestampNs);
                    return true;
                }
                if (dueNs - wallNs > LINGER_NS || wallNs - flushedNs > LINGER_NS) {
                    quotes.flush();
                    flushedNs = wallNs;
                }
                serveOne(Math.max(0, Math.min(dueNs - wallNs, untilDue(wallNs))));
            }
        } catch (InterruptedException e) {
            stopped = true;
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /** @return wall time until the engine's next request may be due, at most the polling interval */
    private long untilDue(long wallNs) {
        long next = engine.nextDueNs();
        return next == Long.MAX_VALUE ? POLL_NS : Math.max(10_000, Math.min(POLL_NS, pace.wallOf(next) - wallNs));
    }

    private void serveOne(long waitNs) throws InterruptedException {
        Runnable request = queue.poll(waitNs, TimeUnit.NANOSECONDS);
        if (request != null) {
            request.run();
        }
    }

    private void end() throws InterruptedException {
        quotes.flush();
        long deadlineNs = System.nanoTime() + pace.stepWallNs();
        while (!stopped && System.nanoTime() < deadlineNs) {
            serveOne(POLL_NS);
            nowNs = Math.max(nowNs, pace.simulatedAt(System.nanoTime()));
            engine.advanceTo(nowNs);
        }
        engine.expireAll(nowNs);
        for (int i = 0; i < universe.size(); i++) {
            engine.halt(i, true);
        }
        positions.tell(nowNs);
        send(tradingSession("3", nowNs));
        ended.countDown();
    }

    private void serve(Message message) {
        String type = Fields.textOr(message.getHeader(), Tag.MSG_TYPE, "");
        switch (type) {
            case MsgType.NEW_ORDER_SINGLE:
                requests.onNewOrder(message, nowNs);
                break;
            case MsgType.ORDER_CANCEL_REQUEST:
                requests.onCancel(message, nowNs);
                break;
            case MsgType.ORDER_MASS_STATUS_REQUEST:
                reports.massStatus(nowNs, Fields.textOr(message, Tag.MASS_STATUS_REQ_ID, "?"), engine.working());
                break;
            case MsgType.SECURITY_LIST_REQUEST:
                requests.onSecurityListRequest(message, nowNs);
                break;
            case MsgType.REQUEST_FOR_POSITIONS:
                positions.subscribe(message, nowNs);
                break;
            case MsgType.MARKET_DATA_REQUEST:
                quotes.subscribe(message, nowNs);
                break;
            default:
                requests.rejectMessage(message, 3, "unsupported MsgType(35)=" + type);
        }
        engine.advanceTo(nowNs);
    }

    /** Sends a report after the quotes that came before it. */
    private void report(Message message) {
        quotes.flush();
        send(message);
    }

    private void copy(Message report) {
        if (copySession != null) {
            copies.tell(report);
        }
    }

    private boolean sendCopy(Message copy) {
        Session current = copySession;
        return current != null && current.isLoggedOn() && current.send(copy);
    }

    private void send(Message message) {
        Session current = session;
        if (current != null && current.isLoggedOn()) {
            current.send(message);
        }
    }

    private static Message tradingSession(String status, long closeNs) {
        Message message = new Message();
        message.getHeader().setString(Tag.MSG_TYPE, MsgType.TRADING_SESSION_STATUS);
        message.setString(Tag.TRADING_SESSION_ID, "STEP");
        message.setString(Tag.TRAD_SES_STATUS, status);
        message.setString(Tag.TRAD_SES_CLOSE_TIME, FixTime.timestamp(closeNs));
        return message;
    }

    /** Ends the thread at its next look. */
    void stop() {
        stopped = true;
    }

    /** Waits for the end of the data; throws {@link IllegalStateException} when the thread failed. */
    void awaitEnd() throws InterruptedException {
        ended.await();
        RuntimeException failed = failure;
        if (failed != null) {
            throw new IllegalStateException("simulator failed: " + failed.getMessage(), failed);
        }
    }
}
