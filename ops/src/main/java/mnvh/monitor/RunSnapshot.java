package mnvh.monitor;

import mnvh.event.OrderEventType;
import mnvh.event.SessionState;

/**
 * The run at one look: both streams as far as they were read. Immutable; the two halves may be a few records apart.
 *
 * @param inbound what came in
 * @param outbound what went out
 */
public record RunSnapshot(InboundReading inbound, OutboundReading outbound) {
    /** @return reports of one type so far */
    public long count(OrderEventType type) {
        return inbound.orderEvents().get(type.ordinal());
    }

    /** @return true while the venue session is logged on */
    public boolean sessionUp() {
        return inbound.session().state() == SessionState.UP;
    }

    /** @return orders sent so far */
    public long ordersSent() {
        return outbound.buysSent() + outbound.sellsSent();
    }

    /** @return trades denied or cut so far */
    public long denied() {
        long sum = 0;
        for (long count : outbound.denials()) {
            sum += count;
        }
        return sum;
    }

    /** @return gross notional over equity at the last step, or NaN before it */
    public double grossLeverage() {
        StepReading step = outbound.step();
        return step == null ? Double.NaN : step.gross() / (double) step.equity();
    }

    /** @return loss from the largest equity so far as a fraction of it, or NaN before the first step */
    public double drawdown() {
        StepReading step = outbound.step();
        if (step == null || step.peakEquity() <= 0) {
            return Double.NaN;
        }
        return Math.max(0, 1 - outbound.equity() / (double) step.peakEquity());
    }
}
