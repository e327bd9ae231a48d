package mnvh.order;

import mnvh.event.OrderEvent;
import mnvh.event.OrderEventType;
import mnvh.event.OrderStatus;
import mnvh.event.OutboundFrame;
import mnvh.units.HotPath;

/**
 * What the venue says of an order that is not a fill: a cause for the table, and the terms that it works on.
 *
 * <p>Quantity and price are the report's, never those that were asked for. Core thread only; allocates nothing after
 * construction.
 */
@HotPath
final class OrderReports {
    private final ClOrdIdChain chain;
    private final OrderPool pool;
    private final OrderLife life;

    OrderReports(OrderPool pool, ClOrdIdChain chain, OrderLife life) {
        this.pool = pool;
        this.chain = chain;
        this.life = life;
    }

    /** Applies a report on one of our orders. @return false when it contradicts what is known, and nothing changed */
    boolean apply(Order order, OrderEvent event, long sequence, OutboundFrame frame) {
        if (event.cumQuantity() > order.cumQuantity()) {
            // The venue counts more filled than we booked: a fill is missing, and no quantity is guessed.
            return false;
        }
        switch (event.type()) {
            case REPLACED:
                return replaced(order, event, frame);
            case RESTATED:
                return restated(order, event, frame);
            case STATUS:
                return status(order, event, frame);
            case NOT_FOUND:
                if (life.change(order, OrderCause.NOT_FOUND, frame) == OrderTransitions.ILLEGAL) {
                    return false;
                }
                order.notFoundSequence(order.state() == OrderState.UNKNOWN ? sequence : 0);
                return true;
            case CLOSED:
                // What it filled is what was booked, or a fill is missing.
                return event.cumQuantity() == order.cumQuantity() && legal(order, OrderCause.CLOSED, frame);
            case REPLACE_REJECTED:
                return replaceRefused(order, frame);
            case REJECTED:
            case NOT_SENT:
                return event.clOrdId() == order.replacementId()
                        ? replaceRefused(order, frame)
                        : refused(order, event, frame);
            case CANCEL_REJECTED:
                return cancelRefused(order, frame);
            default:
                return legal(order, cause(event.type()), frame);
        }
    }

    private static OrderCause cause(OrderEventType type) {
        switch (type) {
            case NEW:
                return OrderCause.ACKNOWLEDGED;
            case CANCELED:
                return OrderCause.CANCELED;
            case EXPIRED:
                return OrderCause.EXPIRED;
            case PENDING_CANCEL:
                return OrderCause.CANCEL_PENDING;
            case PENDING_REPLACE:
                return OrderCause.REPLACE_PENDING;
            default:
                return OrderCause.SESSION_LOST;
        }
    }

    private boolean legal(Order order, OrderCause cause, OutboundFrame frame) {
        return life.change(order, cause, frame) != OrderTransitions.ILLEGAL;
    }

    private boolean refused(Order order, OrderEvent event, OutboundFrame frame) {
        if (chain.isRequest(event.clOrdId())) {
            return cancelRefused(order, frame);
        }
        return legal(order, event.type() == OrderEventType.NOT_SENT ? OrderCause.NOT_SENT : OrderCause.REJECTED, frame);
    }

    private boolean cancelRefused(Order order, OutboundFrame frame) {
        OrderCause cause =
                order.cumQuantity() > 0 ? OrderCause.CANCEL_REJECTED_PARTLY_FILLED : OrderCause.CANCEL_REJECTED;
        if (life.change(order, cause, frame) >= 0) {
            order.cancelWanted(false);
        }
        return true;
    }

    private boolean replaceRefused(Order order, OutboundFrame frame) {
        if (order.replacementId() != 0 || order.state() == OrderState.PENDING_REPLACE) {
            life.dropReplacement(order);
            life.changed(order, OrderCause.REPLACE_REJECTED, frame);
        }
        return true;
    }

    private boolean replaced(Order order, OrderEvent event, OutboundFrame frame) {
        long id = event.clOrdId();
        boolean ours = id == order.replacementId();
        boolean venues =
                id == order.clOrdId() && order.replacementId() == 0 && order.state() == OrderState.PENDING_REPLACE;
        if (!ours && !venues) {
            return repeated(order, event);
        }
        if (!hasTerms(event) || !life.fits(order, event.quantity())) {
            return false;
        }
        if (ours) {
            chain.link(order.clOrdId(), id);
            pool.accept(order);
        }
        order.terms(event.quantity(), event.price());
        life.changed(order, OrderCause.REPLACED, frame);
        return true;
    }

    /** A replacement that is not open: told before, or of an order that ended without anything left on its terms. */
    private boolean repeated(Order order, OrderEvent event) {
        if (!chain.isRequest(event.clOrdId())) {
            return true;
        }
        return !order.state().working() && event.quantity() > 0 && event.quantity() <= order.cumQuantity();
    }

    private boolean restated(Order order, OrderEvent event, OutboundFrame frame) {
        if (!order.state().working()) {
            return legal(order, OrderCause.RESTATED, frame);
        }
        boolean possible = hasTerms(event) && life.fits(order, event.quantity());
        if (!possible || event.clOrdId() == order.replacementId()) {
            return false;
        }
        order.terms(event.quantity(), event.price());
        life.changed(order, OrderCause.RESTATED, frame);
        return true;
    }

    private boolean status(Order order, OrderEvent event, OutboundFrame frame) {
        switch (event.status()) {
            case PENDING_NEW:
            case NEW:
            case PARTIALLY_FILLED:
            case FILLED:
                return confirmed(order, event, frame);
            case PENDING_CANCEL:
                return legal(order, OrderCause.CANCEL_PENDING, frame);
            case PENDING_REPLACE:
                return legal(order, OrderCause.REPLACE_PENDING, frame);
            case CANCELED:
                return legal(order, OrderCause.CANCELED, frame);
            case REJECTED:
                return legal(order, OrderCause.REJECTED, frame);
            case EXPIRED:
                return legal(order, OrderCause.EXPIRED, frame);
            default:
                return false;
        }
    }

    private boolean confirmed(Order order, OrderEvent event, OutboundFrame frame) {
        boolean filled = event.status() == OrderStatus.FILLED;
        long quantity = hasTerms(event) ? event.quantity() : order.quantity();
        if (!life.fits(order, quantity) || (filled && order.cumQuantity() < quantity)) {
            // Beyond 64 bits; or all of it has filled, and less is booked.
            return false;
        }
        if (filled && !order.state().working()) {
            return true;
        }
        if (event.clOrdId() == order.replacementId()) {
            return replaced(order, event, frame);
        }
        if (order.state() != OrderState.UNKNOWN) {
            boolean other = quantity != order.quantity() || (hasTerms(event) && event.price() != order.limitPrice());
            if (other && order.state().working() && order.replacementId() == 0) {
                return restated(order, event, frame);
            }
            return legal(order, OrderCause.CONFIRMED, frame);
        }
        // What was asked before the status was read before it: the venue works the old terms, the replacement is lost.
        life.dropReplacement(order);
        order.terms(quantity, hasTerms(event) ? event.price() : order.limitPrice());
        life.changed(order, OrderCause.CONFIRMED, frame);
        return true;
    }

    private static boolean hasTerms(OrderEvent event) {
        return event.quantity() > 0 && event.price() > 0;
    }
}
