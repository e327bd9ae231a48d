package mnvh.venue;

import java.util.ArrayDeque;
import mnvh.config.BarFill;
import mnvh.event.CancelOrderSection;
import mnvh.event.FillEvent;
import mnvh.event.FrameReader;
import mnvh.event.Ingress;
import mnvh.event.NewOrderSection;
import mnvh.event.OrderEvent;
import mnvh.event.OrderEventType;
import mnvh.event.OutboundFrame;
import mnvh.event.ReplaceOrderSection;
import mnvh.event.SectionKind;
import mnvh.event.Venue;
import mnvh.units.Liquidity;
import mnvh.units.Side;
import mnvh.universe.Universe;
import org.jspecify.annotations.Nullable;

/**
 * The venue of a backtest: orders are filled whole at a bar's close, whatever their limit, as takers, without a
 * reported commission.
 *
 * <p>Per bar the backtest calls {@link #beginBar}, {@link #price} for every instrument that has a price, lets the step
 * decide (its frames arrive through {@link #onFrame}), then calls {@link #pump}, which answers through the ingress and
 * is the only verb that does. {@code same-close}: an order is acknowledged and filled at the close it was decided on.
 * {@code next-close}: {@code pump} first fills what was pending before this bar at this bar's close, then acknowledges
 * what the bar brought, which waits for the next bar.
 *
 * <p>Without a price in its bar an order stays pending (next-close) or expires (same-close). A cancel that meets a
 * pending order cancels it; in next-close the fill of the same bar comes first, and the cancel is then refused. A
 * replacement is always refused: without limits there is nothing to re-price.
 *
 * <p>Source: method.md section 8. Core thread only. Allocates only while its pool of orders grows.
 */
public final class BarVenue implements Venue {
    private final Universe universe;
    private final BarFill fill;
    private final Ingress ingress;
    private final long[] close;
    private final ArrayDeque<Order> inbox = new ArrayDeque<>();
    private final ArrayDeque<Order> pending = new ArrayDeque<>();
    private final ArrayDeque<Order> pool = new ArrayDeque<>();
    private final FrameReader reader = new FrameReader();
    private final NewOrderSection newOrder = new NewOrderSection();
    private final CancelOrderSection cancelOrder = new CancelOrderSection();
    private final ReplaceOrderSection replaceOrder = new ReplaceOrderSection();
    private final OrderEvent orderEvent = new OrderEvent();
    private final FillEvent fillEvent = new FillEvent();
    private final StringBuilder text = new StringBuilder(32);
    private long barNs;
    private boolean pendingDue;
    private boolean pumping;
    private long fills;
    private int published;

    /** @param ingress where answers go; one that runs the core at once is fine */
    public BarVenue(Universe universe, BarFill fill, Ingress ingress) {
        this.universe = universe;
        this.fill = fill;
        this.ingress = ingress;
        this.close = new long[universe.size()];
    }

    /** Starts a bar: every close of the bar before is forgotten. Answers are stamped {@code closeNs}. */
    public void beginBar(long closeNs) {
        barNs = closeNs;
        pendingDue = true;
        for (int i = 0; i < close.length; i++) {
            close[i] = 0;
        }
    }

    /** Sets the close at which this bar fills, at 10^-8; 0 for none. */
    public void price(int instrument, long closePrice) {
        close[instrument] = closePrice;
    }

    /** Takes the frame's orders and cancels; answers nothing yet. */
    @Override
    public void onFrame(OutboundFrame frame, long sequence, boolean endOfBatch) {
        for (reader.wrap(frame.buffer(), 0); reader.next(); ) {
            if (reader.kind() == SectionKind.NEW_ORDER) {
                newOrder.wrap(frame.buffer(), reader.start());
                Order order = order();
                order.kind = Kind.ORDER;
                order.clOrdId = newOrder.clOrdId();
                order.instrument = newOrder.instrument();
                order.side = newOrder.side();
                order.quantity = newOrder.quantity();
                inbox.add(order);
            } else if (reader.kind() == SectionKind.CANCEL_ORDER) {
                cancelOrder.wrap(frame.buffer(), reader.start());
                Order order = order();
                order.kind = Kind.CANCEL;
                order.clOrdId = cancelOrder.origClOrdId();
                order.instrument = cancelOrder.instrument();
                order.side = cancelOrder.side();
                order.quantity = cancelOrder.quantity();
                inbox.add(order);
            } else if (reader.kind() == SectionKind.REPLACE_ORDER) {
                replaceOrder.wrap(frame.buffer(), reader.start());
                Order order = order();
                order.kind = Kind.REPLACE;
                order.clOrdId = replaceOrder.clOrdId();
                order.instrument = replaceOrder.instrument();
                order.side = replaceOrder.side();
                order.quantity = replaceOrder.quantity();
                inbox.add(order);
            }
        }
    }

    /**
     * Answers everything that can be answered in this bar, including what the answers themselves cause.
     *
     * @return how many events were published; 0 when nothing was left to say
     */
    public int pump() {
        if (pumping) {
            throw new IllegalStateException("the bar venue is already answering");
        }
        pumping = true;
        published = 0;
        try {
            if (pendingDue) {
                pendingDue = false;
                fillPending();
            }
            for (Order next = inbox.poll(); next != null; next = inbox.poll()) {
                switch (next.kind) {
                    case CANCEL:
                        carryOutCancel(next);
                        break;
                    case REPLACE:
                        publish(next, OrderEventType.REPLACE_REJECTED, 0, 0, "bars fill whatever the limit");
                        pool.push(next);
                        break;
                    default:
                        carryOutOrder(next);
                }
            }
        } finally {
            pumping = false;
        }
        return published;
    }

    /** Ends the data: what still waits for a later bar expires. @return how many orders did */
    public int expirePending() {
        int expired = 0;
        for (Order order = pending.poll(); order != null; order = pending.poll()) {
            publish(order, OrderEventType.EXPIRED, 0, 0, "end of data");
            pool.push(order);
            expired++;
        }
        return expired;
    }

    /** @return orders that wait for a later bar */
    int pendingOrders() {
        return pending.size();
    }

    @Override
    public void close() {
        inbox.clear();
        pending.clear();
    }

    private void fillPending() {
        for (int left = pending.size(); left > 0; left--) {
            Order order = pending.remove();
            if (close[order.instrument] == 0) {
                // Back in line: after one round the queue stands in its old order.
                pending.add(order);
            } else {
                publishFill(order);
                pool.push(order);
            }
        }
    }

    private void carryOutOrder(Order order) {
        OrderRejection reason = order.instrument < 0 || order.instrument >= close.length
                ? OrderRejection.UNKNOWN_INSTRUMENT
                : OrderRejection.ofQuantity(universe.get(order.instrument), order.quantity);
        if (reason != null) {
            publish(order, OrderEventType.REJECTED, 0, reason.fixCode(), reason.text());
        } else {
            publish(order, OrderEventType.NEW, order.quantity, 0, "");
            if (fill == BarFill.NEXT_CLOSE) {
                pending.add(order);
                return;
            }
            if (close[order.instrument] == 0) {
                publish(order, OrderEventType.EXPIRED, 0, 0, "no price in the bar");
            } else {
                publishFill(order);
            }
        }
        pool.push(order);
    }

    private void carryOutCancel(Order request) {
        Order target = takePending(request.clOrdId);
        if (target == null) {
            CancelRejection reason = CancelRejection.TOO_LATE;
            publish(request, OrderEventType.CANCEL_REJECTED, 0, reason.fixCode(), reason.text());
        } else {
            publish(target, OrderEventType.CANCELED, 0, 0, "");
            pool.push(target);
        }
        pool.push(request);
    }

    private @Nullable Order takePending(long clOrdId) {
        Order found = null;
        for (int left = pending.size(); left > 0; left--) {
            Order order = pending.remove();
            if (order.clOrdId == clOrdId) {
                found = order;
            } else {
                pending.add(order);
            }
        }
        return found;
    }

    private void publish(Order order, OrderEventType type, long leaves, int reason, String why) {
        var slot = ingress.claim();
        orderEvent
                .begin(slot, barNs)
                .clOrdId(order.clOrdId)
                .instrument(order.instrument)
                .type(type)
                .leavesQuantity(leaves)
                .reason(reason)
                .orderId(orderId(order))
                .text(why);
        published++;
        ingress.publish(slot);
    }

    private void publishFill(Order order) {
        fills++;
        var slot = ingress.claim();
        fillEvent
                .begin(slot, barNs)
                .clOrdId(order.clOrdId)
                .instrument(order.instrument)
                .side(order.side)
                .liquidity(Liquidity.TAKER)
                .hasCommission((byte) 0)
                .quantity(order.quantity)
                .price(close[order.instrument])
                .cumQuantity(order.quantity)
                .leavesQuantity(0)
                .orderId(orderId(order));
        text.setLength(0);
        fillEvent.execId(text.append('F').append(fills));
        published++;
        ingress.publish(slot);
    }

    private CharSequence orderId(Order order) {
        text.setLength(0);
        return text.append('B').append(order.clOrdId);
    }

    private Order order() {
        Order order = pool.poll();
        return order == null ? new Order() : order;
    }

    private enum Kind {
        ORDER,
        CANCEL,
        REPLACE
    }

    /** An order, the request to cancel the one that {@code clOrdId} names, or the one to replace another by it. */
    private static final class Order {
        Kind kind = Kind.ORDER;
        long clOrdId;
        int instrument;
        Side side = Side.BUY;
        long quantity;
    }
}
