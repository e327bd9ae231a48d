package mnvh.venue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mnvh.config.SimulatorConfig;
import mnvh.units.Liquidity;
import mnvh.units.Side;
import mnvh.units.TimeInForce;
import mnvh.universe.Instrument;
import mnvh.universe.Universe;
import org.jspecify.annotations.Nullable;

/**
 * One book per instrument: market makers' depth around the latest quote, and clients' orders that cross it or rest in
 * it.
 *
 * <p>Every quote withdraws what the makers posted before and posts {@code depth_levels} of {@code level_notional} on
 * each side, asks first, as orders: what crosses a resting client order trades with it at the client's price. Depth
 * that was taken is gone until the next quote. Clients' orders also trade with each other; nothing prevents
 * self-trades.
 *
 * <p>A request is carried out {@code latency} of simulated time after it arrived and is reported at that time; requests
 * keep their order. Money is not its business: no fees, no positions. The same calls and seed give the same reports.
 * One thread; allocates per request.
 */
public final class MatchingEngine {
    private final Universe universe;
    private final double rejectRatio;
    private final ExecutionListener listener;
    private final OrderBook[] books;
    private final boolean[] halted;
    private final Map<Long, BookOrder> working = new LinkedHashMap<>();
    private final FinishedIds finished = new FinishedIds();
    private final RequestQueue requests;
    private final MakerDepth depth;
    private final Generator rejects;
    private long nowNs = Long.MIN_VALUE;
    private long orderIds;
    private long execIds;

    /** @param listener hears every report, on the calling thread; must not call back into the engine's verbs */
    public MatchingEngine(Universe universe, SimulatorConfig config, ExecutionListener listener) {
        this.universe = universe;
        this.rejectRatio = config.rejectRatio();
        this.listener = listener;
        this.books = new OrderBook[universe.size()];
        for (int i = 0; i < books.length; i++) {
            books[i] = new OrderBook();
        }
        this.halted = new boolean[universe.size()];
        this.requests = new RequestQueue(config.latencyNs());
        this.depth = new MakerDepth(config.depthLevels(), config.levelNotional());
        this.rejects = new Generator(config.seed(), Generator.REJECTS);
    }

    /** An order arrives; it is validated and matched when its latency has passed. Quantity and price at 10^-8. */
    public void submit(
            long arrivalNs,
            long clOrdId,
            int instrument,
            Side side,
            TimeInForce timeInForce,
            long quantity,
            long price) {
        requests.add(new Request(
                Math.max(arrivalNs, nowNs), false, clOrdId, 0, instrument, side, timeInForce, quantity, price));
    }

    /** A cancel arrives; it is carried out when its latency has passed. */
    public void cancel(long arrivalNs, long requestClOrdId, long origClOrdId) {
        requests.add(new Request(
                Math.max(arrivalNs, nowNs),
                true,
                requestClOrdId,
                origClOrdId,
                Universe.UNKNOWN,
                Side.BUY,
                TimeInForce.GTC,
                0,
                0));
    }

    /** Carries out everything due up to and including {@code toNs}; time never runs backwards. */
    public void advanceTo(long toNs) {
        while (!requests.isEmpty() && requests.nextDueNs() <= toNs) {
            nowNs = Math.max(nowNs, requests.nextDueNs());
            Request request = requests.remove();
            if (request.cancel()) {
                carryOutCancel(request);
            } else {
                carryOutOrder(request);
            }
        }
        nowNs = Math.max(nowNs, toNs);
    }

    /** @return when the next request is due, {@link Long#MAX_VALUE} when none waits */
    public long nextDueNs() {
        return requests.nextDueNs();
    }

    /** A new quote: first what is due by then meets the old book, then the makers move. Prices at 10^-8. */
    public void onQuote(long timestampNs, int instrument, long bid, long ask) {
        if (bid <= 0 || ask <= bid) {
            throw new IllegalArgumentException(universe.get(instrument).symbol() + ": quote " + bid + " / " + ask);
        }
        advanceTo(timestampNs);
        withdraw(instrument);
        if (!halted[instrument]) {
            post(instrument, Side.SELL, bid, ask);
            post(instrument, Side.BUY, bid, ask);
        }
    }

    /** Halts or resumes an instrument: no orders are taken and no makers quote, what rests keeps resting. */
    public void halt(int instrument, boolean value) {
        halted[instrument] = value;
        if (value) {
            withdraw(instrument);
        }
    }

    /**
     * Cancels every working order unasked, oldest first, as a venue does when a session falls. Requests still inside
     * their latency are dropped without a report: nobody is left to answer for what they would do.
     */
    public void cancelAll(long atNs) {
        advanceTo(atNs);
        requests.clear();
        for (BookOrder order : takeAll()) {
            reportCanceled(order, 0);
        }
    }

    /** @return every order that works, oldest first, then those that wait for their latency */
    public List<WorkingOrder> working() {
        List<WorkingOrder> orders = new ArrayList<>();
        for (BookOrder order : working.values()) {
            orders.add(
                    new WorkingOrder(order.clOrdId, order.orderId, order.quantity, order.cumQuantity(), order.price));
        }
        requests.orders(r -> orders.add(new WorkingOrder(r.clOrdId(), 0, r.quantity(), 0, r.price())));
        return orders;
    }

    /** Expires every working order, oldest first: the market has ended. */
    public void expireAll(long atNs) {
        advanceTo(atNs);
        for (BookOrder order : takeAll()) {
            listener.onExpired(
                    nowNs,
                    order.clOrdId,
                    order.orderId,
                    order.instrument,
                    order.side,
                    order.quantity,
                    order.cumQuantity());
        }
    }

    /** @return best price resting on {@code side} at 10^-8, clients' orders included; 0 for none */
    public long bestPrice(int instrument, Side side) {
        BookOrder best = books[instrument].best(side);
        return best == null ? 0 : best.price;
    }

    /** @return quantity resting at the best price of {@code side} at 10^-8; 0 for none */
    public long bestQuantity(int instrument, Side side) {
        return books[instrument].bestQuantity(side);
    }

    /** @return clients' orders resting in the books */
    int workingOrders() {
        return working.size();
    }

    private void carryOutOrder(Request request) {
        OrderRejection reason = validate(request);
        if (reason != null) {
            if (reason != OrderRejection.DUPLICATE) {
                finished.add(request.clOrdId());
            }
            listener.onRejected(
                    nowNs,
                    request.clOrdId(),
                    request.instrument(),
                    request.side(),
                    request.quantity(),
                    request.price(),
                    reason);
            return;
        }
        BookOrder order =
                new BookOrder().set(request.instrument(), request.side(), request.price(), request.quantity());
        order.clOrdId = request.clOrdId();
        order.orderId = ++orderIds;
        working.put(order.clOrdId, order);
        listener.onAccepted(
                nowNs, order.clOrdId, order.orderId, order.instrument, order.side, order.quantity, order.price);
        match(order);
        if (order.leaves == 0) {
            return;
        }
        if (request.timeInForce() == TimeInForce.GTC) {
            books[order.instrument].rest(order);
            return;
        }
        working.remove(order.clOrdId);
        finished.add(order.clOrdId);
        reportCanceled(order, 0);
    }

    private void carryOutCancel(Request request) {
        BookOrder order = working.remove(request.origClOrdId());
        if (order == null) {
            listener.onCancelRejected(
                    nowNs,
                    request.clOrdId(),
                    request.origClOrdId(),
                    finished.contains(request.origClOrdId())
                            ? CancelRejection.TOO_LATE
                            : CancelRejection.UNKNOWN_ORDER);
            return;
        }
        books[order.instrument].remove(order);
        finished.add(order.clOrdId);
        reportCanceled(order, request.clOrdId());
    }

    private @Nullable OrderRejection validate(Request request) {
        if (working.containsKey(request.clOrdId()) || finished.contains(request.clOrdId())) {
            return OrderRejection.DUPLICATE;
        }
        if (request.instrument() < 0 || request.instrument() >= universe.size()) {
            return OrderRejection.UNKNOWN_INSTRUMENT;
        }
        if (halted[request.instrument()]) {
            return OrderRejection.HALTED;
        }
        OrderRejection broken =
                OrderRejection.of(universe.get(request.instrument()), request.quantity(), request.price());
        if (broken != null) {
            return broken;
        }
        // Drawn only for orders that are otherwise good, so that the ratio is of those.
        return rejectRatio > 0 && rejects.uniform() < rejectRatio ? OrderRejection.RANDOM : null;
    }

    /** Trades an incoming order against the other side, at the resting orders' prices. */
    private void match(BookOrder incoming) {
        OrderBook book = books[incoming.instrument];
        while (incoming.leaves > 0) {
            BookOrder resting = book.best(incoming.side.opposite());
            if (resting == null || !OrderBook.reaches(incoming.side, incoming.price, resting.price)) {
                return;
            }
            long quantity = Math.min(incoming.leaves, resting.leaves);
            long price = resting.price;
            incoming.leaves -= quantity;
            resting.leaves -= quantity;
            report(resting, Liquidity.MAKER, quantity, price);
            report(incoming, Liquidity.TAKER, quantity, price);
            if (resting.leaves == 0) {
                book.remove(resting);
            }
        }
    }

    private void report(BookOrder order, Liquidity liquidity, long quantity, long price) {
        if (order.maker) {
            return;
        }
        if (order.leaves == 0) {
            working.remove(order.clOrdId);
            finished.add(order.clOrdId);
        }
        listener.onFill(
                nowNs,
                order.clOrdId,
                order.orderId,
                ++execIds,
                order.instrument,
                order.side,
                order.quantity,
                quantity,
                price,
                liquidity,
                order.cumQuantity(),
                order.leaves);
    }

    private void reportCanceled(BookOrder order, long requestClOrdId) {
        listener.onCanceled(
                nowNs,
                order.clOrdId,
                requestClOrdId,
                order.orderId,
                order.instrument,
                order.side,
                order.quantity,
                order.cumQuantity());
    }

    private void withdraw(int instrument) {
        books[instrument].removeMakers(Side.BUY);
        books[instrument].removeMakers(Side.SELL);
    }

    private void post(int index, Side side, long bid, long ask) {
        Instrument instrument = universe.get(index);
        OrderBook book = books[index];
        long apart = depth.apart(instrument, bid, ask);
        long price = side == Side.BUY ? bid : ask;
        for (int level = 0; level < depth.levels() && price > 0; level++) {
            BookOrder order = book.maker().set(index, side, price, depth.quantity(instrument, price));
            match(order);
            if (order.leaves > 0) {
                book.rest(order);
            } else {
                book.recycle(order);
            }
            price -= side.sign() * apart;
        }
    }

    private List<BookOrder> takeAll() {
        List<BookOrder> orders = new ArrayList<>(working.values());
        working.clear();
        for (BookOrder order : orders) {
            books[order.instrument].remove(order);
            finished.add(order.clOrdId);
        }
        return orders;
    }
}
