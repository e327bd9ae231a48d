package mnvh.order;

import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.units.HotPath;
import org.jspecify.annotations.Nullable;

/**
 * Preallocated orders, found by ClOrdID without a map: the slot is the id's low bits.
 *
 * <p>Ids rise from 1 and skip a slot whose order still works, so an ended order stays findable for late reports until
 * its slot is needed again. Core thread only; allocates nothing after construction.
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
            Order order = orders[(int) (nextId & mask)];
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

    /** @return the order of that id, or null when none is remembered */
    public @Nullable Order find(long clOrdId) {
        if (clOrdId <= 0) {
            return null;
        }
        Order order = orders[(int) (clOrdId & mask)];
        return order.clOrdId() == clOrdId ? order : null;
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
        Order order = orders[(int) (id & mask)];
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
                Order order = orders[(int) (id & mask)];
                writer.putLong(order.clOrdId());
                writer.putLong(order.cumQuantity());
                writer.putInt(order.state().ordinal());
            }
        }
    }
}
