package mnvh.venue;

import java.util.ArrayDeque;
import mnvh.units.Side;
import org.jspecify.annotations.Nullable;

/**
 * The resting orders of one instrument in price-time priority: the better price first, then the older order.
 *
 * <p>Each side is a linked list from its best order on; books here are some tens of orders deep. One thread. Allocates
 * only while the pool of makers' orders grows.
 */
final class OrderBook {
    private final ArrayDeque<BookOrder> pool = new ArrayDeque<>();
    private @Nullable BookOrder bids;
    private @Nullable BookOrder asks;

    /** @return the order that trades next on {@code side}, or null when the side is empty */
    @Nullable
    BookOrder best(Side side) {
        return side == Side.BUY ? bids : asks;
    }

    /** @return true when {@code price} is at or better than {@code other} for an order of {@code side} */
    static boolean reaches(Side side, long price, long other) {
        return side == Side.BUY ? price >= other : price <= other;
    }

    /** Places an order behind all orders of the same or a better price. */
    void rest(BookOrder order) {
        BookOrder before = null;
        BookOrder at = best(order.side);
        while (at != null && reaches(order.side, at.price, order.price)) {
            before = at;
            at = at.next;
        }
        order.next = at;
        link(order.side, before, order);
    }

    /** Takes an order out; throws {@link IllegalStateException} when it does not rest here. */
    void remove(BookOrder order) {
        BookOrder before = null;
        BookOrder at = best(order.side);
        while (at != null && at != order) {
            before = at;
            at = at.next;
        }
        if (at == null) {
            throw new IllegalStateException("order " + order.orderId + " does not rest in its book");
        }
        link(order.side, before, order.next);
        order.next = null;
        recycle(order);
    }

    /** Takes out everything that market makers posted. */
    void removeMakers(Side side) {
        BookOrder before = null;
        BookOrder at = best(side);
        while (at != null) {
            BookOrder next = at.next;
            if (at.maker) {
                link(side, before, next);
                at.next = null;
                recycle(at);
            } else {
                before = at;
            }
            at = next;
        }
    }

    /** @return an order of a market maker, not yet resting */
    BookOrder maker() {
        BookOrder order = pool.poll();
        if (order == null) {
            order = new BookOrder();
            order.maker = true;
        }
        return order;
    }

    /** Gives a market maker's order back; a client's order is left alone. */
    void recycle(BookOrder order) {
        if (order.maker) {
            pool.push(order);
        }
    }

    /** @return quantity at the best price of {@code side}, 0 when the side is empty */
    long bestQuantity(Side side) {
        BookOrder best = best(side);
        long sum = 0;
        for (BookOrder at = best; at != null && best != null && at.price == best.price; at = at.next) {
            sum += at.leaves;
        }
        return sum;
    }

    private void link(Side side, @Nullable BookOrder before, @Nullable BookOrder after) {
        if (before != null) {
            before.next = after;
        } else if (side == Side.BUY) {
            bids = after;
        } else {
            asks = after;
        }
    }
}
