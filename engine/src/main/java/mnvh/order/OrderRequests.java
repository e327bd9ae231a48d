package mnvh.order;

import mnvh.event.CancelOrderSection;
import mnvh.event.NewOrderSection;
import mnvh.event.OrderProofSection;
import mnvh.event.OutboundFrame;
import mnvh.event.ReplaceOrderSection;
import mnvh.event.SectionKind;
import mnvh.risk.Basket;
import mnvh.risk.Proof;
import mnvh.risk.Verdict;
import mnvh.units.HotPath;

/**
 * What is asked of the venue, as sections of a frame, and how much of it lately.
 *
 * <p>Core thread only; allocates nothing after construction.
 */
@HotPath
final class OrderRequests {
    private static final int COUNTED = 1 << 16;
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long MINUTE_NS = 60 * SECOND_NS;

    private final RecentCount messages = new RecentCount(SECOND_NS, COUNTED);
    private final RecentCount orders = new RecentCount(MINUTE_NS, COUNTED);
    private final OrderProofSection orderProof = new OrderProofSection();
    private final NewOrderSection newOrder = new NewOrderSection();
    private final CancelOrderSection cancelOrder = new CancelOrderSection();
    private final ReplaceOrderSection replaceOrder = new ReplaceOrderSection();

    /** Sends an order: 35=D. */
    void send(Order order, long markPrice, long nowNs, OutboundFrame frame) {
        newOrder.wrap(frame.buffer(), frame.section(SectionKind.NEW_ORDER, NewOrderSection.LENGTH))
                .clOrdId(order.clOrdId())
                .instrument(order.instrument())
                .side(order.side())
                .timeInForce(order.timeInForce())
                .quantity(order.quantity())
                .price(order.limitPrice())
                .markPrice(markPrice)
                .step(order.step());
        messages.count(nowNs);
        orders.count(nowNs);
    }

    /** Writes why an order was allowed to leave, beside it. */
    void prove(Order order, Basket basket, long markPrice, OutboundFrame frame) {
        Proof proof = basket.proof;
        int i = order.instrument();
        Verdict verdict = basket.verdict[i];
        orderProof
                .wrap(frame.buffer(), frame.section(SectionKind.ORDER_PROOF, OrderProofSection.LENGTH))
                .clOrdId(order.clOrdId())
                .instrument(i)
                .cut(verdict.ordinal())
                .referencePrice(markPrice)
                .referenceAgeNs(proof.referenceAgeNs[i])
                .priceBound(proof.priceBound[i])
                .notional(basket.traded(i))
                .notionalLimit(proof.notionalLimit[i])
                .fee(basket.fee[i])
                .positionBefore(proof.positionBefore[i])
                .positionAfter(proof.positionAfter[i])
                .positionLimit(proof.positionLimit)
                .next(proof.next[i].ordinal())
                .nextAfter(proof.nextAfter[i])
                .nextLimit(proof.nextLimit[i]);
    }

    /** Asks for an order's end: 35=F. */
    void cancel(Order order, long requestId, long nowNs, OutboundFrame frame) {
        cancelOrder
                .wrap(frame.buffer(), frame.section(SectionKind.CANCEL_ORDER, CancelOrderSection.LENGTH))
                .clOrdId(requestId)
                .origClOrdId(order.clOrdId())
                .instrument(order.instrument())
                .side(order.side())
                .quantity(order.quantity());
        messages.count(nowNs);
    }

    /** Asks for other terms in the place of an order's: 35=G. */
    void replace(Order order, long quantity, long price, long nowNs, OutboundFrame frame) {
        replaceOrder
                .wrap(frame.buffer(), frame.section(SectionKind.REPLACE_ORDER, ReplaceOrderSection.LENGTH))
                .clOrdId(order.replacementId())
                .origClOrdId(order.clOrdId())
                .instrument(order.instrument())
                .side(order.side())
                .timeInForce(order.timeInForce())
                .quantity(quantity)
                .price(price);
        messages.count(nowNs);
    }

    /** @return requests of the second that ends at {@code nowNs} */
    int messagesLastSecond(long nowNs) {
        return messages.at(nowNs);
    }

    /** @return orders of the minute that ends at {@code nowNs} */
    int ordersLastMinute(long nowNs) {
        return orders.at(nowNs);
    }
}
