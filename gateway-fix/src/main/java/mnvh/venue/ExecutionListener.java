package mnvh.venue;

import mnvh.units.Liquidity;
import mnvh.units.Side;

/**
 * What a {@link MatchingEngine} reports. Times are simulated nanoseconds since 1970; quantities and prices are at
 * 10^-8.
 *
 * <p>Order and execution ids are dense from 1 within one engine.
 */
public interface ExecutionListener {
    /** The order passed validation: 150=0. Reported before any of its fills. */
    void onAccepted(long timestampNs, long clOrdId, long orderId, int instrument, Side side, long quantity, long price);

    /**
     * One execution: 150=F.
     *
     * @param orderQuantity OrderQty(38)
     * @param lastQuantity LastQty(32), positive
     * @param lastPrice LastPx(31)
     * @param liquidity MAKER when the order was resting
     * @param cumQuantity CumQty(14), this execution included
     * @param leavesQuantity LeavesQty(151)
     */
    void onFill(
            long timestampNs,
            long clOrdId,
            long orderId,
            long execId,
            int instrument,
            Side side,
            long orderQuantity,
            long lastQuantity,
            long lastPrice,
            Liquidity liquidity,
            long cumQuantity,
            long leavesQuantity);

    /**
     * The rest of the order is gone: 150=4.
     *
     * @param clOrdId ClOrdID(11) of the order that was cancelled
     * @param requestClOrdId ClOrdID(11) of the cancel request; 0 when the venue cancelled the rest of an IOC order
     */
    void onCanceled(
            long timestampNs,
            long clOrdId,
            long requestClOrdId,
            long orderId,
            int instrument,
            Side side,
            long orderQuantity,
            long cumQuantity);

    /** The order was resting when the market ended: 150=C. */
    void onExpired(
            long timestampNs,
            long clOrdId,
            long orderId,
            int instrument,
            Side side,
            long orderQuantity,
            long cumQuantity);

    /**
     * The order was refused: 150=8.
     *
     * @param instrument as submitted; may lie outside the universe
     */
    void onRejected(
            long timestampNs,
            long clOrdId,
            int instrument,
            Side side,
            long quantity,
            long price,
            OrderRejection reason);

    /** The cancel was refused: 35=9. */
    void onCancelRejected(long timestampNs, long requestClOrdId, long origClOrdId, CancelRejection reason);
}
