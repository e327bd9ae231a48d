package mnvh.order;

import mnvh.event.FillEvent;
import mnvh.event.OrderEvent;
import mnvh.event.OrderEventType;
import mnvh.event.OutboundFrame;
import mnvh.event.TradeCorrectionEvent;
import mnvh.risk.Basket;
import mnvh.risk.WorkingOrders;
import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.units.HotPath;
import mnvh.units.Side;
import mnvh.units.TimeInForce;
import org.jspecify.annotations.Nullable;

/**
 * Basket to orders, reports to transitions.
 *
 * <p>Keeps {@link WorkingOrders} equal to what may still fill. Core thread only; allocates nothing after construction.
 */
@HotPath
public final class OrderManager implements Stateful {
    /** No id: the request was refused here. */
    public static final long REFUSED = 0;

    private static final int COUNTED = 1 << 16;
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final int ANY = -1;

    private final OrderPool pool;
    private final ClOrdIdChain chain;
    private final OrderLife life;
    private final OrderReports reports;
    private final WorkingOrders working;
    private final OrderRequests requests = new OrderRequests();
    private final RecentCount recentFills = new RecentCount(MINUTE_NS, COUNTED);

    /**
     * @param maxWorking orders that may work at once
     * @param working the quantities that may still fill, written here and read by the gate
     */
    public OrderManager(int maxWorking, WorkingOrders working) {
        this.pool = new OrderPool(maxWorking);
        this.chain = new ClOrdIdChain(pool);
        this.life = new OrderLife(pool, chain, working);
        this.reports = new OrderReports(pool, chain, life);
        this.working = working;
    }

    /**
     * Sends the admitted trades of a basket, in instrument order, as limit orders that never rest, each with its proof.
     *
     * @param markPrices mark per instrument at the decision, at 1e-8
     * @return orders sent
     */
    public int submit(Basket basket, long[] markPrices, long step, long nowNs, OutboundFrame frame) {
        int orders = 0;
        for (int i = 0; i < basket.quantity.length; i++) {
            long signed = basket.quantity[i];
            if (signed == 0) {
                continue;
            }
            Side side = Side.ofSigned(signed);
            long quantity = Math.abs(signed);
            long limitPrice = basket.limitPrice[i];
            Order order = pool.take();
            order.open(pool.nextId(), i, side, TimeInForce.IOC, quantity, limitPrice, step);
            life.begin(order);
            requests.send(order, markPrices[i], nowNs, frame);
            requests.prove(order, basket, markPrices[i], frame);
            orders++;
        }
        return orders;
    }

    /**
     * Asks the venue to put other terms in the place of a working order's. Until it answers the order counts at the
     * worse of both; the limits are not asked here.
     *
     * @param clOrdId of the order
     * @param quantity new OrderQty(38) at 1e-8, what has filled included
     * @param price new limit Price(44) at 1e-8
     * @return the new ClOrdID(11), or {@link #REFUSED} when the order is not accepted yet, is of unknown outcome, has
     *     ended or has a request open, or when nothing could fill on the new terms
     */
    public long replace(long clOrdId, long quantity, long price, long nowNs, OutboundFrame frame) {
        Order order = chain.order(clOrdId);
        if (order == null || !replaceable(order.state()) || quantity <= order.cumQuantity() || price <= 0) {
            return REFUSED;
        }
        if (!life.fits(order, quantity)) {
            return REFUSED;
        }
        long id = pool.reserve(order, quantity, price);
        requests.replace(order, quantity, price, nowNs, frame);
        life.changed(order, OrderCause.REPLACE_SENT, frame);
        return id;
    }

    private static boolean replaceable(OrderState state) {
        return state == OrderState.NEW || state == OrderState.PARTIALLY_FILLED;
    }

    /**
     * Sends a cancel for every order that works and is not being cancelled. Where a replacement is open, or the outcome
     * is unknown, the cancel waits for the venue's word: two requests of an order are never under way.
     *
     * @return cancels sent
     */
    public int cancelAll(long nowNs, OutboundFrame frame) {
        return cancel(Long.MAX_VALUE, ANY, nowNs, frame);
    }

    /** Sends a cancel for every working order on an instrument. @return cancels sent */
    public int cancelInstrument(int instrument, long nowNs, OutboundFrame frame) {
        return cancel(Long.MAX_VALUE, instrument, nowNs, frame);
    }

    /**
     * Sends a cancel for every order that still works though it was decided in step {@code lastStep} or before.
     *
     * @return cancels sent
     */
    public int cancelDecidedUpTo(long lastStep, long nowNs, OutboundFrame frame) {
        return cancel(lastStep, ANY, nowNs, frame);
    }

    private int cancel(long lastStep, int instrument, long nowNs, OutboundFrame frame) {
        int cancels = 0;
        long end = pool.endId();
        for (long id = pool.firstWorkingId(); id < end; id++) {
            Order order = pool.working(id);
            if (order == null
                    || order.state() == OrderState.PENDING_CANCEL
                    || order.step() > lastStep
                    || (instrument != ANY && order.instrument() != instrument)) {
                continue;
            }
            order.cancelWanted(true);
            cancels += sendWantedCancel(order, nowNs, frame);
        }
        return cancels;
    }

    /** @return 1 when a cancel that is wanted could be sent */
    private int sendWantedCancel(Order order, long nowNs, OutboundFrame frame) {
        if (!order.cancelWanted() || !cancellable(order.state())) {
            return 0;
        }
        long requestId = pool.nextId();
        chain.link(requestId, order.clOrdId());
        requests.cancel(order, requestId, nowNs, frame);
        life.change(order, OrderCause.CANCEL_SENT, frame);
        return 1;
    }

    private static boolean cancellable(OrderState state) {
        return state == OrderState.PENDING_NEW || replaceable(state);
    }

    /** Marks every working order's outcome as unknown: the session fell. @return orders marked */
    public int sessionLost(OutboundFrame frame) {
        int marked = 0;
        long end = pool.endId();
        for (long id = pool.firstWorkingId(); id < end; id++) {
            Order order = pool.working(id);
            if (order != null && order.state() != OrderState.UNKNOWN) {
                life.change(order, OrderCause.SESSION_LOST, frame);
                marked++;
            }
        }
        return marked;
    }

    /**
     * Applies what the venue says of an order, and sends the cancel that waited for it.
     *
     * @param sequence inbound sequence of the report
     * @return false when it contradicts the order's state
     */
    public boolean onOrderEvent(OrderEvent event, long sequence, long nowNs, OutboundFrame frame) {
        OrderEventType type = event.type();
        if (type == OrderEventType.MASS_CANCELED) {
            return true;
        }
        Order order = chain.order(event.clOrdId());
        if (order == null) {
            return concernsNothing(type);
        }
        boolean agrees = reports.apply(order, event, sequence, frame);
        sendWantedCancel(order, nowNs, frame);
        return agrees;
    }

    /** A refusal without an order of ours concerns nothing we hold; anything else claims an order we never sent. */
    private static boolean concernsNothing(OrderEventType type) {
        return type == OrderEventType.REJECTED
                || type == OrderEventType.CANCEL_REJECTED
                || type == OrderEventType.REPLACE_REJECTED
                || type == OrderEventType.NOT_FOUND;
    }

    /**
     * Looks whether a fill can be counted, before it is booked; changes nothing.
     *
     * <p>Throws {@link ArithmeticException} where CumQty(14) of its order would leave 64 bits.
     */
    public void admit(FillEvent fill) {
        Order order = target(fill);
        if (order != null) {
            Math.addExact(order.cumQuantity(), fill.quantity());
        }
    }

    /**
     * Moves the order of a fill on; the fill is admitted and booked.
     *
     * @param timestampNs event time of the fill
     * @return what the fill is to our orders
     */
    public FillOutcome onFill(FillEvent fill, long timestampNs, OutboundFrame frame) {
        recentFills.count(timestampNs);
        Order order = target(fill);
        if (order == null) {
            return FillOutcome.ORPHAN;
        }
        order.addFill(fill.quantity());
        long most = order.mostQuantity();
        OrderCause cause = order.nothingLeft() ? OrderCause.COMPLETE_FILL : OrderCause.PARTIAL_FILL;
        int next = life.changed(order, cause, frame);
        sendWantedCancel(order, timestampNs, frame);
        if (order.cumQuantity() > most) {
            return FillOutcome.OVERFILL;
        }
        if (next == OrderTransitions.ILLEGAL || fill.cumQuantity() > order.cumQuantity()) {
            return FillOutcome.CONTRADICTING;
        }
        return next == OrderTransitions.LATE_FILL ? FillOutcome.LATE : FillOutcome.EXPECTED;
    }

    /**
     * Looks whether a correction can be counted, before it is booked; changes nothing.
     *
     * <p>Throws {@link ArithmeticException} where CumQty(14) of its order, or what works, could leave 64 bits.
     */
    public void admit(TradeCorrectionEvent correction) {
        Order order = chain.order(correction.clOrdId());
        if (order != null && order.instrument() == correction.instrument()) {
            Math.addExact(order.cumQuantity(), correction.quantity());
            Math.addExact(
                    Math.max(working.buys(order.instrument()), working.sells(order.instrument())), order.cumQuantity());
        }
    }

    /**
     * Moves the order of a fill that was taken back or replaced; the correction is admitted and booked. CumQty(14)
     * follows, and what may still fill while the order works; one that has ended stays ended.
     *
     * @param was signed quantity of the fill as it was booked
     * @param is signed quantity that stands in its place, 0 for a bust
     * @return what the correction is to our orders
     */
    public FillOutcome onCorrection(TradeCorrectionEvent correction, long was, long is, OutboundFrame frame) {
        Order order = chain.order(correction.clOrdId());
        if (order == null || order.instrument() != correction.instrument()) {
            return FillOutcome.ORPHAN;
        }
        long cum = order.cumQuantity();
        if (cum < counted(order, was)) {
            return FillOutcome.CONTRADICTING;
        }
        long now = cum - counted(order, was) + counted(order, is);
        if (now == cum) {
            return FillOutcome.EXPECTED;
        }
        long most = order.mostQuantity();
        order.cumQuantity(now);
        OrderCause cause = order.nothingLeft()
                ? OrderCause.COMPLETE_FILL
                : now == 0 ? OrderCause.TRADE_CANCELED : OrderCause.TRADE_CORRECTED;
        life.changed(order, cause, frame);
        return now > cum && now > most ? FillOutcome.OVERFILL : FillOutcome.EXPECTED;
    }

    /** @return what of a fill counts for an order: all, or nothing where it is on the other side */
    private static long counted(Order order, long signed) {
        return Math.max(0, order.side().sign() * signed);
    }

    /** @return the order of ours that the fill is of, or null */
    private @Nullable Order target(FillEvent fill) {
        Order order = chain.order(fill.clOrdId());
        return order == null || order.instrument() != fill.instrument() || order.side() != fill.side() ? null : order;
    }

    /**
     * Closes one order that the venue said it does not know, once it has said what is held afterwards and the books
     * agree: had it traded, they would differ. Where orders of both sides are open, missed fills could have cancelled
     * out, and nothing is closed.
     *
     * @param asOfSequence last inbound sequence that the venue's word on the position includes
     * @return ClOrdID(11) of the closed order, 0 when there is none
     */
    public long closeNotFound(int instrument, long asOfSequence, OutboundFrame frame) {
        if (life.unknown() == 0 || (working.buys(instrument) != 0 && working.sells(instrument) != 0)) {
            return 0;
        }
        long end = pool.endId();
        for (long id = pool.firstWorkingId(); id < end; id++) {
            Order order = pool.working(id);
            if (order != null
                    && order.instrument() == instrument
                    && order.notFoundSequence() != 0
                    && order.notFoundSequence() <= asOfSequence) {
                life.change(order, OrderCause.CLOSED, frame);
                return id;
            }
        }
        return 0;
    }

    /** @return the order that an id names, null for none of ours */
    public @Nullable Order order(long clOrdId) {
        return chain.order(clOrdId);
    }

    /** @return orders of unknown outcome */
    public int unknown() {
        return life.unknown();
    }

    /** @return orders that may still fill */
    public int working() {
        return pool.working();
    }

    /** @return orders and cancels of the second that ends at {@code nowNs} */
    public int messagesLastSecond(long nowNs) {
        return requests.messagesLastSecond(nowNs);
    }

    /** @return orders of the minute that ends at {@code nowNs} */
    public int ordersLastMinute(long nowNs) {
        return requests.ordersLastMinute(nowNs);
    }

    /** @return executions of the minute that ends at {@code nowNs} */
    public int fillsLastMinute(long nowNs) {
        return recentFills.at(nowNs);
    }

    @Override
    public void writeTo(StateWriter writer) {
        pool.writeTo(writer);
    }
}
