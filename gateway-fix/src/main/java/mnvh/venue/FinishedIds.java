package mnvh.venue;

import java.util.ArrayDeque;
import org.agrona.collections.LongHashSet;

/**
 * ClOrdIDs of orders that are over, so that duplicates and late cancels are recognised.
 *
 * <p>The latest {@link #CAPACITY} are remembered; older ones are forgotten. One thread.
 */
final class FinishedIds {
    static final int CAPACITY = 1 << 18;

    private final LongHashSet ids = new LongHashSet();
    private final ArrayDeque<Long> inOrder = new ArrayDeque<>();

    void add(long clOrdId) {
        if (ids.add(clOrdId)) {
            inOrder.add(clOrdId);
            if (inOrder.size() > CAPACITY) {
                ids.remove(inOrder.remove().longValue());
            }
        }
    }

    boolean contains(long clOrdId) {
        return ids.contains(clOrdId);
    }
}
