package mnvh.order;

import mnvh.event.CancelOrderSection;
import mnvh.event.FillEvent;
import mnvh.event.NewOrderSection;
import mnvh.event.OrderEvent;
import mnvh.event.OrderEventType;
import mnvh.event.OrderStateSection;
import mnvh.event.OutboundFrame;
import mnvh.event.SectionKind;
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
    private static final int COUNTED = 1 << 16;
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long MINUTE_NS = 60 * SECOND_NS;

    private final OrderPool pool;
    private final WorkingOrders working;
    private static final int ANY = -1;

    private final RecentCount messages = new RecentCount(SECOND_NS, COUNTED);
    private final RecentCount recentOrders = new RecentCount(MINUTE_NS, COUNTED);
    private final RecentCount recentFills = new RecentCount(MINUTE_NS, COUNTED);
    private final NewOrderSection newOrder = new NewOrderSection();
    private final CancelOrderSection cancelOrder = new CancelOrderSection();
    private final OrderStateSection orderState = new OrderStateSection();
    private final long[] cancelRequest;
    private final long[] cancelTarget;

    /**
     * @param maxWorking orders that may work at once
     * @param working the quantities that may still fill, written here and read by the gate
     */
    public OrderManager(int maxWorking, WorkingOrders working) {
        this.pool = new OrderPool(maxWorking);
        this.working = working;
        this.cancelRequest = new long[pool.capacity()];
        this.cancelTarget = new long[pool.capacity()];
    }

    /**
     * Sends the admitted trades of a basket, in instrument order, as limit orders that never rest.
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
            order.open(pool.nextId(), i, side, quantity, limitPrice, step);
            pool.countWorking(1);
            working.open(i, side, quantity, limitPrice);
            newOrder.wrap(frame.buffer(), frame.section(SectionKind.NEW_ORDER, NewOrderSection.LENGTH))
                    .clOrdId(order.clOrdId())
                    .instrument(i)
                    .side(side)
                    .timeInForce(TimeInForce.IOC)
                    .quantity(quantity)
                    .price(limitPrice)
                    .markPrice(markPrices[i])
                    .step(step);
            messages.count(nowNs);
            recentOrders.count(nowNs);
            orders++;
        }
        return orders;
    }

    /**
     * Sends a cancel for every order that works and is not being cancelled; one of unknown outcome is left to the
     * venue's word.
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
            Order order = pool.find(id);
            if (order == null
                    || !cancellable(order.state())
                    || order.step() > lastStep
                    || (instrument != ANY && order.instrument() != instrument)) {
                continue;
            }
            long requestId = pool.nextId();
            cancelRequest[slotOf(requestId)] = requestId;
            cancelTarget[slotOf(requestId)] = id;
            cancelOrder
                    .wrap(frame.buffer(), frame.section(SectionKind.CANCEL_ORDER, CancelOrderSection.LENGTH))
                    .clOrdId(requestId)
                    .origClOrdId(order.clOrdId())
                    .instrument(order.instrument())
                    .side(order.side())
                    .quantity(order.quantity());
            change(order, OrderCause.CANCEL_SENT, frame);
            messages.count(nowNs);
            cancels++;
        }
        return cancels;
    }

    private static boolean cancellable(OrderState state) {
        return state.working() && state != OrderState.PENDING_CANCEL && state != OrderState.UNKNOWN;
    }

    /** Marks every working order's outcome as unknown: the session fell. @return orders marked */
    public int sessionLost(OutboundFrame frame) {
        int marked = 0;
        long end = pool.endId();
        for (long id = pool.firstWorkingId(); id < end; id++) {
            Order order = pool.find(id);
            if (order != null && order.state().working() && order.state() != OrderState.UNKNOWN) {
                change(order, OrderCause.SESSION_LOST, frame);
                marked++;
            }
        }
        return marked;
    }

    /** Applies what the venue says of an order. @return false when it contradicts the order's state */
    public boolean onOrderEvent(OrderEvent event, OutboundFrame frame) {
        Order order = target(event.clOrdId());
        OrderEventType type = event.type();
        if (order == null) {
            // A rejection without an order of ours concerns nothing we hold; anything else claims an order we never
            // sent.
            return type == OrderEventType.REJECTED || type == OrderEventType.CANCEL_REJECTED;
        }
        if (event.cumQuantity() > order.cumQuantity()) {
            // The venue counts more filled than we booked: a fill is missing, and no quantity is guessed.
            return false;
        }
        boolean isCancel = order.clOrdId() != event.clOrdId();
        int next = change(order, cause(type, order, isCancel), frame);
        return next != OrderTransitions.ILLEGAL;
    }

    private static OrderCause cause(OrderEventType type, Order order, boolean isCancel) {
        switch (type) {
            case NEW:
                return OrderCause.ACKNOWLEDGED;
            case CANCELED:
                return OrderCause.CANCELED;
            case EXPIRED:
                return OrderCause.EXPIRED;
            case PENDING_CANCEL:
                return OrderCause.CANCEL_PENDING;
            case UNKNOWN:
                return OrderCause.SESSION_LOST;
            case CANCEL_REJECTED:
                return cancelRefused(order);
            case NOT_SENT:
                return isCancel ? cancelRefused(order) : OrderCause.NOT_SENT;
            default:
                return isCancel ? cancelRefused(order) : OrderCause.REJECTED;
        }
    }

    private static OrderCause cancelRefused(Order order) {
        return order.cumQuantity() > 0 ? OrderCause.CANCEL_REJECTED_PARTLY_FILLED : OrderCause.CANCEL_REJECTED;
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
        long before = order.leavesQuantity();
        boolean wasWorking = order.state().working();
        order.addFill(fill.quantity());
        boolean complete = order.cumQuantity() >= order.quantity();
        if (wasWorking) {
            working.reduce(order.instrument(), order.side(), Math.min(before, fill.quantity()), order.limitPrice());
        }
        OrderState from = order.state();
        int next = order.transition(complete ? OrderCause.COMPLETE_FILL : OrderCause.PARTIAL_FILL);
        record(order, from, complete ? OrderCause.COMPLETE_FILL : OrderCause.PARTIAL_FILL, frame);
        if (wasWorking && !order.state().working()) {
            pool.countWorking(-1);
        }
        if (order.cumQuantity() > order.quantity()) {
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
        Order order = pool.find(correction.clOrdId());
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
        Order order = pool.find(correction.clOrdId());
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
        OrderState from = order.state();
        long leaves = order.leavesQuantity();
        order.cumQuantity(now);
        OrderCause cause = now >= order.quantity()
                ? OrderCause.COMPLETE_FILL
                : now == 0 ? OrderCause.TRADE_CANCELED : OrderCause.TRADE_CORRECTED;
        order.transition(cause);
        long more = order.leavesQuantity() - leaves;
        if (more > 0) {
            working.restore(order.instrument(), order.side(), more, order.limitPrice());
        } else {
            working.reduce(order.instrument(), order.side(), -more, order.limitPrice());
        }
        if (from.working() && !order.state().working()) {
            pool.countWorking(-1);
        }
        record(order, from, cause, frame);
        return now > cum && now > order.quantity() ? FillOutcome.OVERFILL : FillOutcome.EXPECTED;
    }

    /** @return what of a fill counts for an order: all, or nothing where it is on the other side */
    private static long counted(Order order, long signed) {
        return Math.max(0, order.side().sign() * signed);
    }

    /** @return the order of ours that the fill is of, or null */
    private @Nullable Order target(FillEvent fill) {
        Order order = pool.find(fill.clOrdId());
        return order == null || order.instrument() != fill.instrument() || order.side() != fill.side() ? null : order;
    }

    /** @return the order that a report's ClOrdID names: itself, or the one that our cancel request was for */
    private @Nullable Order target(long clOrdId) {
        Order order = pool.find(clOrdId);
        if (order != null || clOrdId <= 0) {
            return order;
        }
        int slot = slotOf(clOrdId);
        return cancelRequest[slot] == clOrdId ? pool.find(cancelTarget[slot]) : null;
    }

    private int slotOf(long id) {
        return (int) (id & (pool.capacity() - 1));
    }

    private int change(Order order, OrderCause cause, OutboundFrame frame) {
        OrderState from = order.state();
        long leaves = order.leavesQuantity();
        int next = order.transition(cause);
        if (next >= 0) {
            if (from.working() && !order.state().working()) {
                working.reduce(order.instrument(), order.side(), leaves, order.limitPrice());
                pool.countWorking(-1);
            }
            record(order, from, cause, frame);
        }
        return next;
    }

    private void record(Order order, OrderState from, OrderCause cause, OutboundFrame frame) {
        orderState
                .wrap(frame.buffer(), frame.section(SectionKind.ORDER_STATE, OrderStateSection.LENGTH))
                .clOrdId(order.clOrdId())
                .instrument(order.instrument())
                .from((byte) from.ordinal())
                .to((byte) order.state().ordinal())
                .cause((byte) cause.ordinal())
                .cumQuantity(order.cumQuantity())
                .leavesQuantity(order.leavesQuantity());
    }

    /** @return orders that may still fill */
    public int working() {
        return pool.working();
    }

    /** @return orders and cancels of the second that ends at {@code nowNs} */
    public int messagesLastSecond(long nowNs) {
        return messages.at(nowNs);
    }

    /** @return orders of the minute that ends at {@code nowNs} */
    public int ordersLastMinute(long nowNs) {
        return recentOrders.at(nowNs);
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
