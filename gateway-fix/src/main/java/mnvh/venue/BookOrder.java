package mnvh.venue;

import mnvh.units.Side;
import org.jspecify.annotations.Nullable;

/** One order in a book: a client's, or a market maker's when {@link #maker} is set. Mutable; one thread. */
final class BookOrder {
    long orderId;
    long clOrdId;
    int instrument;
    Side side = Side.BUY;
    long price;
    long quantity;
    long leaves;
    boolean maker;

    /** The order behind this one on the same side of the book. */
    @Nullable
    BookOrder next;

    BookOrder set(int newInstrument, Side newSide, long newPrice, long newQuantity) {
        instrument = newInstrument;
        side = newSide;
        price = newPrice;
        quantity = newQuantity;
        leaves = newQuantity;
        return this;
    }

    /** @return CumQty(14) */
    long cumQuantity() {
        return quantity - leaves;
    }
}
