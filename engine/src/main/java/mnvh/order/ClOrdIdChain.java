package mnvh.order;

import mnvh.units.HotPath;
import org.jspecify.annotations.Nullable;

/**
 * Which order an id that is no order's own stands for: a request, or an order before it was replaced.
 *
 * <p>A request's id is younger than the order it names, a replaced order's id older than the one it goes on under.
 * Remembers the newest ids, in slots of their low bits. Core thread only; allocates nothing after construction.
 */
@HotPath
final class ClOrdIdChain {
    private final OrderPool pool;
    private final long[] ids;
    private final long[] targets;
    private final int mask;

    /** @param pool whose orders the ids stand for; as many ids are remembered as orders */
    ClOrdIdChain(OrderPool pool) {
        this.pool = pool;
        ids = new long[pool.capacity()];
        targets = new long[pool.capacity()];
        mask = pool.capacity() - 1;
    }

    /** Notes that {@code id} stands for {@code target}. */
    void link(long id, long target) {
        int slot = (int) (id & mask);
        ids[slot] = id;
        targets[slot] = target;
    }

    /** @return the order that a report's ClOrdID(11) names, whatever it is the id of; null for none of ours */
    @Nullable
    Order order(long clOrdId) {
        Order order = pool.find(clOrdId);
        for (long id = target(clOrdId); order == null && id != 0; id = target(id)) {
            order = pool.find(id);
        }
        return order;
    }

    private long target(long id) {
        int slot = (int) (id & mask);
        return ids[slot] == id ? targets[slot] : 0;
    }

    /** @return true when it is a request's, not an order's */
    boolean isRequest(long id) {
        long target = target(id);
        return target != 0 && target < id;
    }
}
