package mnvh.fix;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mnvh.units.Side;

/**
 * Orders that the venue says work and that no order of this run is: those of an earlier process, found by
 * OrderMassStatusRequest(35=AF). Any thread; nothing is called under its lock.
 *
 * <p>A cancel that has no answer after {@link #ANSWER_NS} is due again, so that neither a refusal nor a lost session
 * leaves one behind.
 */
final class EarlierOrders {
    /** Time after which a cancel counts as unanswered. */
    static final long ANSWER_NS = 5_000_000_000L;

    /**
     * An order of another process.
     *
     * @param clOrdId its ClOrdID(11)
     * @param orderId its OrderID(37), nothing where the venue gave none
     * @param ours whether its ClOrdID(11) has the form that runs of this program give
     * @param quantity OrderQty(38) at 1e-8
     */
    record Entry(String clOrdId, String orderId, boolean ours, String symbol, Side side, long quantity) {}

    private final Map<String, Entry> orders = new LinkedHashMap<>();
    private final Map<String, Long> askedNs = new LinkedHashMap<>();
    private final Set<String> gone = new HashSet<>();

    /** @return true when it was not known to work */
    synchronized boolean told(Entry order) {
        gone.remove(order.clOrdId());
        return orders.put(order.clOrdId(), order) == null;
    }

    /** @return true for an order that the venue told of, also once it ended: a venue may say that again */
    synchronized boolean knows(String clOrdId) {
        return orders.containsKey(clOrdId) || gone.contains(clOrdId);
    }

    /** Notes that an order does not work any more, if it is one of these. */
    synchronized void ended(String clOrdId) {
        if (orders.remove(clOrdId) != null) {
            gone.add(clOrdId);
        }
        askedNs.remove(clOrdId);
    }

    /** Notes that a cancel never left: it is due again. */
    synchronized void notSent(String clOrdId) {
        askedNs.remove(clOrdId);
    }

    /**
     * Takes what is to be cancelled now.
     *
     * @param all true for every order, false for those of this program
     * @param nowNs {@link System#nanoTime}
     */
    synchronized List<Entry> due(boolean all, long nowNs) {
        List<Entry> due = new ArrayList<>();
        for (Entry order : orders.values()) {
            Long before = askedNs.get(order.clOrdId());
            if ((all || order.ours()) && (before == null || nowNs - before >= ANSWER_NS)) {
                askedNs.put(order.clOrdId(), nowNs);
                due.add(order);
            }
        }
        return due;
    }

    synchronized boolean isEmpty() {
        return orders.isEmpty();
    }
}
