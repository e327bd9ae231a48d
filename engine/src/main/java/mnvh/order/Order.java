package mnvh.order;

import mnvh.units.HotPath;
import mnvh.units.Side;

/** One order of the pool; reused once it has ended and its id has come round. Core thread only. */
@HotPath
public final class Order {
    private long clOrdId;
    private int instrument;
    private Side side = Side.BUY;
    private long quantity;
    private long limitPrice;
    private long cumQuantity;
    private long step;
    private OrderState state = OrderState.DENIED;

    void open(long id, int instrumentIndex, Side orderSide, long orderQuantity, long price, long decidedIn) {
        clOrdId = id;
        instrument = instrumentIndex;
        side = orderSide;
        quantity = orderQuantity;
        limitPrice = price;
        step = decidedIn;
        cumQuantity = 0;
        state = OrderState.PENDING_NEW;
    }

    /** The only way to change state. @return what {@link OrderTransitions#next} said */
    int transition(OrderCause cause) {
        int next = OrderTransitions.next(state, cause);
        if (next >= 0) {
            state = OrderState.of(next);
        }
        return next;
    }

    void addFill(long filled) {
        cumQuantity = Math.addExact(cumQuantity, filled);
    }

    /** Sets what is filled after a fill was taken back or changed. */
    void cumQuantity(long filled) {
        cumQuantity = filled;
    }

    /** @return ClOrdID(11) */
    public long clOrdId() {
        return clOrdId;
    }

    /** @return index in the universe */
    public int instrument() {
        return instrument;
    }

    /** @return Side(54) */
    public Side side() {
        return side;
    }

    /** @return OrderQty(38) at 1e-8, positive */
    public long quantity() {
        return quantity;
    }

    /** @return limit Price(44) at 1e-8 */
    public long limitPrice() {
        return limitPrice;
    }

    /** @return number of the step that decided it */
    public long step() {
        return step;
    }

    /** @return CumQty(14) at 1e-8 */
    public long cumQuantity() {
        return cumQuantity;
    }

    /** @return what may still fill at 1e-8; 0 once the order has ended */
    public long leavesQuantity() {
        return state.working() ? Math.max(0, quantity - cumQuantity) : 0;
    }

    /** @return where it is in its life */
    public OrderState state() {
        return state;
    }
}
