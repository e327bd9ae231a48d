package mnvh.venue;

import java.util.ArrayDeque;
import java.util.function.Consumer;

/**
 * Requests on their way: each takes effect one latency after it arrived, in the order of arrival.
 *
 * <p>A request stamped before an earlier one keeps its place behind it and is due with it. One thread.
 */
final class RequestQueue {
    private final ArrayDeque<Request> requests = new ArrayDeque<>();
    private final long latencyNs;
    private long lastArrivalNs = Long.MIN_VALUE;
    private long headDueNs = Long.MAX_VALUE;

    RequestQueue(long latencyNs) {
        this.latencyNs = latencyNs;
    }

    void add(Request request) {
        requests.add(request);
        if (requests.size() == 1) {
            headDueNs = dueNs(request);
        }
    }

    boolean isEmpty() {
        return requests.isEmpty();
    }

    /** @return when the next request is due, {@link Long#MAX_VALUE} when none waits */
    long nextDueNs() {
        return headDueNs;
    }

    /** @return the next request; there must be one */
    Request remove() {
        Request request = requests.remove();
        Request next = requests.peek();
        headDueNs = next == null ? Long.MAX_VALUE : dueNs(next);
        return request;
    }

    /** Shows the orders that wait, oldest first. */
    void orders(Consumer<Request> seen) {
        for (Request request : requests) {
            if (!request.cancel()) {
                seen.accept(request);
            }
        }
    }

    /** Forgets what waits. */
    void clear() {
        requests.clear();
        headDueNs = Long.MAX_VALUE;
    }

    private long dueNs(Request request) {
        lastArrivalNs = Math.max(lastArrivalNs, request.arrivalNs());
        return Math.addExact(lastArrivalNs, latencyNs);
    }
}
