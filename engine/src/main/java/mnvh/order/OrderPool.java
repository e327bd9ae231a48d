package mnvh.order;

import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.units.HotPath;
import org.jspecify.annotations.Nullable;

/**
 * Preallocated orders, found by ClOrdID without a map: the slot is the id's low bits.
 *
 * <p>Ids rise from 1 and skip a slot whose order still works, so an ended order stays findable for late reports until
 * its slot is needed again. An order whose replacement is open stands in two slots. Core thread only; allocates nothing
 * after construction.
 */
@HotPath
public final class OrderPool implements Stateful {
    private final Order[] orders;
    private final int mask;
    private long nextId = 1;
    private long oldestWorking = 1;
    private int working;

    /** @param maxWorking orders that may work at once; four times as many are remembered */
    public OrderPool(int maxWorking) {
        int capacity = Integer.highestOneBit(Math.max(256, Math.min(maxWorking, 1 << 16)) * 4 - 1) << 1;
        orders = new Order[capacity];
        for (int i = 0; i < capacity; i++) {
            orders[i] = new Order();
        }
        mask = capacity - 1;
    }

    /** @return the next free order under its new id; throws {@link IllegalStateException} when every order works */
    Order take() {
        for (int tries = 0; tries <= mask; tries++) {
            Order order = orders[slot(nextId)];
            if (!order.state().working()) {
                return order;
            }
            nextId++;
        }
        throw new IllegalStateException("all " + orders.length + " orders work");
    }

    /** @return a new id: of the order just taken, or of a request like a cancel that has no order of its own */
    long nextId() {
        return nextId++;
    }

    /** @return the order of that id, or the one whose open replacement has it; null when none is remembered */
    public @Nullable Order find(long clOrdId) {
        if (clOrdId <= 0) {
            return null;
        }
        Order order = orders[slot(clOrdId)];
        return order.clOrdId() == clOrdId || order.replacementId() == clOrdId ? order : null;
    }

    /** @return the order that works under that id of its own, or null */
    @Nullable
    Order working(long clOrdId) {
        return works(clOrdId) ? orders[slot(clOrdId)] : null;
    }

    /** Gives a working order a second id, under which it is found as well while its replacement is open. @return it */
    long reserve(Order order, long newQuantity, long newPrice) {
        Order free = take();
        long id = nextId();
        orders[slot(id)] = order;
        order.askReplacement(id, newQuantity, newPrice, free);
        return id;
    }

    /** The order goes on under its replacement's id alone. */
    void accept(Order order) {
        orders[slot(order.clOrdId())] = order.displaced();
        order.moveToReplacement();
    }

    /** The order goes on, or has ended, under its own id alone. */
    void release(Order order) {
        orders[slot(order.replacementId())] = order.displaced();
        order.noReplacement();
    }

    private int slot(long id) {
        return (int) (id & mask);
    }

    /** @return how many orders are remembered, a power of two */
    int capacity() {
        return orders.length;
    }

    /** @return the smallest id that may still work; walk from here to {@link #endId} */
    long firstWorkingId() {
        while (oldestWorking < nextId && !works(oldestWorking)) {
            oldestWorking++;
        }
        return oldestWorking;
    }

    /** @return the first id not yet given */
    long endId() {
        return nextId;
    }

    private boolean works(long id) {
        Order order = orders[slot(id)];
        return order.clOrdId() == id && order.state().working();
    }

    /** Counts an order in (+1) or out (-1) of work. */
    void countWorking(int change) {
        working += change;
    }

    /** @return orders that work now */
    public int working() {
        return working;
    }

    @Override
    public void writeTo(StateWriter writer) {
        writer.putLong(nextId);
        writer.putInt(working);
        if (working == 0) {
            return;
        }
        for (long id = firstWorkingId(); id < nextId; id++) {
            if (works(id)) {
                orders[slot(id)].writeTo(writer);
            }
        }
    }
}
