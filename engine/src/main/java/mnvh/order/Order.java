package mnvh.order;

import java.util.Objects;
import mnvh.state.StateWriter;
import mnvh.units.HotPath;
import mnvh.units.Side;
import mnvh.units.TimeInForce;
import org.jspecify.annotations.Nullable;

/**
 * One order of the pool; reused once it has ended and its id has come round.
 *
 * <p>While a replacement is open it may fill on the old terms or on the new ones, and is exposed to the worse of both.
 * Core thread only; allocates nothing after construction.
 */
@HotPath
public final class Order {
    private long clOrdId;
    private int instrument;
    private Side side = Side.BUY;
    private TimeInForce timeInForce = TimeInForce.IOC;
    private long quantity;
    private long limitPrice;
    private long cumQuantity;
    private long step;
    private OrderState state = OrderState.DENIED;

    private long replacementId;
    private long replacementQuantity;
    private long replacementPrice;
    private @Nullable Order displaced;

    private boolean cancelWanted;
    private long notFoundSequence;
    private long countedQuantity;
    private long countedPrice;

    void open(long id, int instrumentIndex, Side orderSide, TimeInForce tif, long orderQuantity, long price, long in) {
        clOrdId = id;
        instrument = instrumentIndex;
        side = orderSide;
        timeInForce = tif;
        quantity = orderQuantity;
        limitPrice = price;
        step = in;
        cumQuantity = 0;
        state = OrderState.PENDING_NEW;
        noReplacement();
        cancelWanted = false;
        notFoundSequence = 0;
        countedQuantity = 0;
        countedPrice = 0;
    }

    /** The only way to change state. @return ordinal of the next state, or why there is none */
    int transition(OrderCause cause) {
        int next = OrderTransitions.next(state, cause);
        if (next == OrderTransitions.AS_FILLED) {
            next = asFilled().ordinal();
        } else if (next == OrderTransitions.FILLED_OR_UNCHANGED) {
            next = nothingLeft() ? OrderState.FILLED.ordinal() : OrderTransitions.UNCHANGED;
        }
        if (next >= 0) {
            state = OrderState.of(next);
        }
        return next;
    }

    private OrderState asFilled() {
        if (nothingLeft()) {
            return OrderState.FILLED;
        }
        if (replacementId != 0) {
            // On which terms it works is as open as before.
            return state;
        }
        return cumQuantity > 0 ? OrderState.PARTIALLY_FILLED : OrderState.NEW;
    }

    void addFill(long filled) {
        cumQuantity = Math.addExact(cumQuantity, filled);
    }

    /** Sets what is filled after a fill was taken back or changed. */
    void cumQuantity(long filled) {
        cumQuantity = filled;
    }

    /** @return true when neither its terms nor those of an open replacement leave anything to fill */
    boolean nothingLeft() {
        return cumQuantity >= mostQuantity();
    }

    /** @return OrderQty(38) at 1e-8, the larger one while a replacement is open; beyond it nothing may fill */
    long mostQuantity() {
        return Math.max(quantity, replacementQuantity);
    }

    /** Notes a replacement that was asked for, and whose place in the pool it takes meanwhile. */
    void askReplacement(long id, long newQuantity, long newPrice, Order inItsPlace) {
        replacementId = id;
        replacementQuantity = newQuantity;
        replacementPrice = newPrice;
        displaced = inItsPlace;
    }

    /** @return the order whose place in the pool the open replacement takes */
    Order displaced() {
        return Objects.requireNonNull(displaced, "no replacement is open");
    }

    /** Goes on under the replacement's id. */
    void moveToReplacement() {
        clOrdId = replacementId;
        noReplacement();
    }

    /** Forgets the open replacement. */
    void noReplacement() {
        replacementId = 0;
        replacementQuantity = 0;
        replacementPrice = 0;
        displaced = null;
    }

    /** Takes over what the venue says that it works on. */
    void terms(long newQuantity, long newPrice) {
        quantity = newQuantity;
        limitPrice = newPrice;
    }

    /** Notes whether a cancel was asked for and is not answered yet; one that had to wait is sent when it can be. */
    void cancelWanted(boolean wanted) {
        cancelWanted = wanted;
    }

    boolean cancelWanted() {
        return cancelWanted;
    }

    /** Notes the inbound sequence at which the venue said that it knows no such order, 0 for never. */
    void notFoundSequence(long sequence) {
        notFoundSequence = sequence;
    }

    long notFoundSequence() {
        return notFoundSequence;
    }

    /** Notes what the working orders hold for it. */
    void counted(long newQuantity, long price) {
        countedQuantity = newQuantity;
        countedPrice = price;
    }

    long countedQuantity() {
        return countedQuantity;
    }

    long countedPrice() {
        return countedPrice;
    }

    /** @return ClOrdID(11), after a replacement that of the replacement */
    public long clOrdId() {
        return clOrdId;
    }

    /** @return ClOrdID(11) of the replacement that the venue has not answered, 0 for none */
    public long replacementId() {
        return replacementId;
    }

    /** @return index in the universe */
    public int instrument() {
        return instrument;
    }

    /** @return Side(54) */
    public Side side() {
        return side;
    }

    /** @return TimeInForce(59) */
    public TimeInForce timeInForce() {
        return timeInForce;
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

    /** @return what may still fill on its terms at 1e-8; 0 once the order has ended */
    public long leavesQuantity() {
        return state.working() ? Math.max(0, quantity - cumQuantity) : 0;
    }

    /** @return what may still fill at 1e-8, on its terms or on those of an open replacement */
    public long exposedQuantity() {
        return state.working() ? Math.max(0, mostQuantity() - cumQuantity) : 0;
    }

    /** @return the worse limit of its terms and those of an open replacement at 1e-8 */
    public long exposedPrice() {
        if (replacementId == 0) {
            return limitPrice;
        }
        return side == Side.BUY ? Math.max(limitPrice, replacementPrice) : Math.min(limitPrice, replacementPrice);
    }

    /** @return where it is in its life */
    public OrderState state() {
        return state;
    }

    void writeTo(StateWriter writer) {
        writer.putLong(clOrdId);
        writer.putLong(quantity);
        writer.putLong(limitPrice);
        writer.putLong(cumQuantity);
        writer.putLong(replacementId);
        writer.putLong(replacementQuantity);
        writer.putLong(replacementPrice);
        writer.putLong(notFoundSequence);
        writer.putInt(state.ordinal() << 1 | (cancelWanted ? 1 : 0));
    }
}
