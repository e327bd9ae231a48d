package mnvh.engine;

import mnvh.event.EventSlot;
import mnvh.event.Notice;
import mnvh.event.OrderEvent;
import mnvh.event.OutboundFrame;
import mnvh.event.PositionReportEvent;
import mnvh.order.Order;
import mnvh.order.OrderManager;
import mnvh.order.OrderState;
import mnvh.units.HotPath;

/**
 * Lets only trades pass that reduce exposure while an order's outcome is unknown, and says when it begins and ends.
 *
 * <p>An order leaves that state on evidence alone: a report of its own, a status report, a fill. That the venue knows
 * no such order is none: it stays until trades were searched or an operator looked, both told as CLOSED, or until the
 * venue says what is held as of a later record and the books agree. Core thread only; allocates nothing after
 * construction.
 */
@HotPath
final class UnknownOrders {
    private final OrderManager orders;
    private final EngineState engine;
    private final PositionReportEvent position = new PositionReportEvent();

    UnknownOrders(OrderManager orders, EngineState engine) {
        this.orders = orders;
        this.engine = engine;
    }

    /** Says what a report did to an order of unknown outcome; {@code before} were unknown when it came. */
    void onReport(OrderEvent event, int before) {
        Order order = orders.order(event.clOrdId());
        if (order == null) {
            return;
        }
        switch (event.type()) {
            case NOT_FOUND:
                begin(Notice.ORDER_NOT_FOUND, order);
                break;
            case UNKNOWN:
                begin(Notice.ORDER_UNKNOWN, order);
                break;
            case CLOSED:
                if (orders.unknown() < before) {
                    engine.alarm(Notice.ORDER_CLOSED, order.instrument(), order.clOrdId(), order.cumQuantity());
                }
                break;
            default:
                break;
        }
    }

    private void begin(Notice reason, Order order) {
        if (order.state() == OrderState.UNKNOWN) {
            engine.ordersUnknown(true, reason, order.instrument(), order.clOrdId());
        }
    }

    /** Closes what the venue does not know, when it has said what is held after that and the books agree. */
    void onAgreedPosition(EventSlot slot, OutboundFrame frame) {
        position.wrap(slot.buffer(), 0);
        int i = position.instrument();
        for (long id = orders.closeNotFound(i, position.asOfSequence(), frame);
                id != 0;
                id = orders.closeNotFound(i, position.asOfSequence(), frame)) {
            engine.alarm(Notice.ORDER_CLOSED, i, id);
        }
    }

    /** Trades freely again once nothing is unknown; asked after every event, for a fill can be the evidence too. */
    void settle() {
        if (engine.ordersUnknown() && orders.unknown() == 0) {
            engine.ordersUnknown(false, Notice.ORDERS_KNOWN, -1, 0);
        }
    }
}
