package mnvh.fix;

import java.util.Arrays;

/**
 * The latest order messages by MsgSeqNum(34), so that a Reject(35=3) finds the order it speaks of.
 *
 * <p>A ring: after {@link #CAPACITY} further messages a request is forgotten. Any thread.
 */
final class SentRequests {
    static final int CAPACITY = 1 << 13;

    /** What was sent; {@code origClOrdId} is 0 for a new order. */
    record Request(int sequence, long clOrdId, long origClOrdId, int instrument) {
        /** @return ClOrdID(11) of the order, not of the cancel request */
        long orderId() {
            return origClOrdId == 0 ? clOrdId : origClOrdId;
        }

        boolean cancel() {
            return origClOrdId != 0;
        }
    }

    private static final Request NONE = new Request(0, 0, 0, -1);

    private final Request[] requests = new Request[CAPACITY];

    SentRequests() {
        clear();
    }

    synchronized void add(Request request) {
        requests[request.sequence & (CAPACITY - 1)] = request;
    }

    /** @return the request sent under {@code sequence}; one with sequence 0 when it was none of ours or is forgotten */
    synchronized Request find(int sequence) {
        Request request = requests[sequence & (CAPACITY - 1)];
        return request.sequence == sequence ? request : NONE;
    }

    /** Forgets everything: sequence numbers start again. */
    synchronized void clear() {
        Arrays.fill(requests, NONE);
    }
}
