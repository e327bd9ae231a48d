package mnvh.venue;

/**
 * A client's order that works, or that arrived and is not decided yet.
 *
 * @param clOrdId the client's number
 * @param orderId the engine's, 0 while nothing is decided
 * @param quantity OrderQty(38) at 10^-8
 * @param cumQuantity what of it was executed, at 10^-8
 * @param price Price(44) at 10^-8
 */
public record WorkingOrder(long clOrdId, long orderId, long quantity, long cumQuantity, long price) {}
