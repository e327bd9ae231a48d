package mnvh.venue;

import mnvh.units.Side;
import mnvh.units.TimeInForce;

/**
 * What a client asked of the matching engine.
 *
 * @param arrivalNs simulated time at which it arrived
 * @param cancel true for a cancel, whose remaining fields do not count
 * @param clOrdId ClOrdID(11)
 * @param origClOrdId OrigClOrdID(41) of a cancel
 * @param instrument as submitted; may lie outside the universe
 * @param side Side(54)
 * @param timeInForce TimeInForce(59)
 * @param quantity OrderQty(38) at 10^-8
 * @param price Price(44) at 10^-8
 */
record Request(
        long arrivalNs,
        boolean cancel,
        long clOrdId,
        long origClOrdId,
        int instrument,
        Side side,
        TimeInForce timeInForce,
        long quantity,
        long price) {}
