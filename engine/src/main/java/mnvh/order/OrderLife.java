package mnvh.order;

import mnvh.event.OrderStateSection;
import mnvh.event.OutboundFrame;
import mnvh.event.SectionKind;
import mnvh.risk.WorkingOrders;
import mnvh.units.HotPath;

/**
 * Moves orders on: the state by the table, {@link WorkingOrders} by what may still fill, and a record of each change.
 *
 * <p>Core thread only; allocates nothing after construction.
 */
@HotPath
final class OrderLife {
    private final OrderPool pool;
    private final ClOrdIdChain chain;
    private final WorkingOrders working;
    private final OrderStateSection section = new OrderStateSection();
    private int unknown;

    OrderLife(OrderPool pool, ClOrdIdChain chain, WorkingOrders working) {
        this.pool = pool;
        this.chain = chain;
        this.working = working;
    }

    /** Counts an order that was just opened. */
    void begin(Order order) {
        pool.countWorking(1);
        working.open(order.instrument(), order.side(), order.quantity(), order.limitPrice());
        order.counted(order.quantity(), order.limitPrice());
    }

    /** @return true when an order of that quantity can be counted within 64 bits, whatever it was counted at */
    boolean fits(Order order, long quantity) {
        int i = order.instrument();
        return quantity <= Long.MAX_VALUE - Math.max(working.buys(i), working.sells(i));
    }

    /** Lets a cause act; one that changes nothing is not recorded. @return what {@link Order#transition} said */
    int change(Order order, OrderCause cause, OutboundFrame frame) {
        OrderState from = order.state();
        int next = move(order, cause);
        if (next >= 0) {
            record(order, from, cause, frame);
        }
        return next;
    }

    /** Lets a cause act that changed the order's numbers, and so is recorded whatever becomes of its state. */
    int changed(Order order, OrderCause cause, OutboundFrame frame) {
        OrderState from = order.state();
        int next = move(order, cause);
        record(order, from, cause, frame);
        return next;
    }

    /** Drops an order's open replacement; reports that name it still find the order. */
    void dropReplacement(Order order) {
        if (order.replacementId() != 0) {
            chain.link(order.replacementId(), order.clOrdId());
            pool.release(order);
        }
    }

    private int move(Order order, OrderCause cause) {
        OrderState from = order.state();
        int next = order.transition(cause);
        OrderState to = order.state();
        if (from.working() && !to.working()) {
            dropReplacement(order);
            order.cancelWanted(false);
            pool.countWorking(-1);
        }
        unknown += (to == OrderState.UNKNOWN ? 1 : 0) - (from == OrderState.UNKNOWN ? 1 : 0);
        if (to != OrderState.UNKNOWN) {
            order.notFoundSequence(0);
        }
        count(order);
        return next;
    }

    /** Makes the working orders hold what may still fill. */
    private void count(Order order) {
        long quantity = order.exposedQuantity();
        long price = order.exposedPrice();
        long was = order.countedQuantity();
        long wasPrice = order.countedPrice();
        if (quantity == was && price == wasPrice) {
            return;
        }
        if (price == wasPrice && quantity < was) {
            working.reduce(order.instrument(), order.side(), was - quantity, price);
        } else if (price == wasPrice) {
            working.restore(order.instrument(), order.side(), quantity - was, price);
        } else {
            working.replace(order.instrument(), order.side(), was, wasPrice, quantity, price);
        }
        order.counted(quantity, price);
    }

    private void record(Order order, OrderState from, OrderCause cause, OutboundFrame frame) {
        section.wrap(frame.buffer(), frame.section(SectionKind.ORDER_STATE, OrderStateSection.LENGTH))
                .clOrdId(order.clOrdId())
                .instrument(order.instrument())
                .from((byte) from.ordinal())
                .to((byte) order.state().ordinal())
                .cause((byte) cause.ordinal())
                .cumQuantity(order.cumQuantity())
                .leavesQuantity(order.leavesQuantity());
    }

    /** @return orders of unknown outcome */
    int unknown() {
        return unknown;
    }
}
