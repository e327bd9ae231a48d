package mnvh.fix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mnvh.units.Side;

/**
 * The orders that left and have not ended, as the wire tells, ahead of the core. Any thread; its lock is held for a few
 * instructions and nothing is called under it.
 */
final class WorkingAtVenue {
    /**
     * An order that may work.
     *
     * @param quantity OrderQty(38) at 1e-8
     */
    record Entry(long clOrdId, int instrument, Side side, long quantity) {}

    private final Map<Long, Entry> orders = new LinkedHashMap<>();
    private final Map<Long, Entry> cancelling = new LinkedHashMap<>();

    synchronized void add(Entry order) {
        orders.put(order.clOrdId(), order);
    }

    /** Forgets an order that ended, or never left. */
    synchronized void ended(long clOrdId) {
        orders.remove(clOrdId);
        cancelling.remove(clOrdId);
    }

    /** Notes that the kill switch's cancel of an order came to nothing: it was refused, or never left. */
    synchronized void notCancelled(long clOrdId) {
        cancelling.remove(clOrdId);
    }

    /** @return every order, each from now on being cancelled by the kill switch */
    synchronized List<Entry> cancelling() {
        cancelling.putAll(orders);
        return new ArrayList<>(orders.values());
    }

    /** @return true while an order's cancel by the kill switch is under way */
    synchronized boolean cancelling(long clOrdId) {
        return cancelling.containsKey(clOrdId);
    }

    synchronized int size() {
        return orders.size();
    }
}
