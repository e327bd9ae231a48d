package mnvh.order;

import static mnvh.order.OrderCause.ACKNOWLEDGED;
import static mnvh.order.OrderCause.CANCEL_PENDING;
import static mnvh.order.OrderCause.CANCEL_REJECTED;
import static mnvh.order.OrderCause.CANCEL_REJECTED_PARTLY_FILLED;
import static mnvh.order.OrderCause.CANCEL_SENT;
import static mnvh.order.OrderCause.COMPLETE_FILL;
import static mnvh.order.OrderCause.CONFIRMED;
import static mnvh.order.OrderCause.NOT_FOUND;
import static mnvh.order.OrderCause.NOT_SENT;
import static mnvh.order.OrderCause.PARTIAL_FILL;
import static mnvh.order.OrderCause.REPLACED;
import static mnvh.order.OrderCause.REPLACE_PENDING;
import static mnvh.order.OrderCause.REPLACE_REJECTED;
import static mnvh.order.OrderCause.REPLACE_SENT;
import static mnvh.order.OrderCause.RESTATED;
import static mnvh.order.OrderCause.SESSION_LOST;
import static mnvh.order.OrderCause.TRADE_CANCELED;
import static mnvh.order.OrderCause.TRADE_CORRECTED;

import java.util.Arrays;
import mnvh.units.HotPath;

/**
 * The FIX order state machine as one table: state and cause give the next state, or say why there is none.
 *
 * <p>A fill is booked whatever the table says: the table only decides what becomes of the order. Immutable; any thread.
 */
@HotPath
public final class OrderTransitions {
    /** The cause changes nothing and is expected, like a late New after a fill. */
    public static final int UNCHANGED = -1;
    /** A fill on an order that had ended: booked, order stays ended, alarm. */
    public static final int LATE_FILL = -2;
    /** The venue contradicts itself or us: alarm and halt. */
    public static final int ILLEGAL = -3;
    /** What is filled decides: all, FILLED; a part, PARTIALLY_FILLED; nothing, NEW; unless a replacement is open. */
    public static final int AS_FILLED = -4;
    /** FILLED when nothing is left, else unchanged. */
    public static final int FILLED_OR_UNCHANGED = -5;

    private static final int[][] TABLE = table();

    private OrderTransitions() {}

    /** @return ordinal of the next state, or one of the constants */
    public static int next(OrderState state, OrderCause cause) {
        return TABLE[state.ordinal()][cause.ordinal()];
    }

    private static int[][] table() {
        int[][] table = new int[OrderState.values().length][OrderCause.count()];
        for (int[] row : table) {
            Arrays.fill(row, ILLEGAL);
        }
        for (OrderState state : OrderState.values()) {
            if (state.working()) {
                to(table, state, PARTIAL_FILL, OrderState.PARTIALLY_FILLED);
                to(table, state, COMPLETE_FILL, OrderState.FILLED);
                to(table, state, CANCEL_SENT, OrderState.PENDING_CANCEL);
                to(table, state, CANCEL_PENDING, OrderState.PENDING_CANCEL);
                to(table, state, OrderCause.CANCELED, OrderState.CANCELED);
                to(table, state, OrderCause.EXPIRED, OrderState.EXPIRED);
                to(table, state, OrderCause.REJECTED, OrderState.REJECTED);
                to(table, state, SESSION_LOST, OrderState.UNKNOWN);
                to(table, state, REPLACE_PENDING, OrderState.PENDING_REPLACE);
                set(table, state, RESTATED, AS_FILLED);
                set(table, state, CONFIRMED, FILLED_OR_UNCHANGED);
                to(table, state, NOT_FOUND, OrderState.UNKNOWN);
            } else {
                set(table, state, PARTIAL_FILL, LATE_FILL);
                set(table, state, COMPLETE_FILL, LATE_FILL);
                set(table, state, CANCEL_PENDING, UNCHANGED);
                set(table, state, SESSION_LOST, UNCHANGED);
                set(table, state, ACKNOWLEDGED, UNCHANGED);
                set(table, state, REPLACE_PENDING, UNCHANGED);
                set(table, state, RESTATED, UNCHANGED);
                set(table, state, NOT_FOUND, UNCHANGED);
                set(table, state, OrderCause.CLOSED, UNCHANGED);
            }
            set(table, state, REPLACE_REJECTED, UNCHANGED);
            set(table, state, CANCEL_REJECTED, UNCHANGED);
            set(table, state, CANCEL_REJECTED_PARTLY_FILLED, UNCHANGED);
            set(table, state, TRADE_CANCELED, UNCHANGED);
            set(table, state, TRADE_CORRECTED, UNCHANGED);
        }
        to(table, OrderState.PENDING_NEW, ACKNOWLEDGED, OrderState.NEW);
        to(table, OrderState.PENDING_NEW, NOT_SENT, OrderState.DENIED);
        set(table, OrderState.NEW, ACKNOWLEDGED, UNCHANGED);
        set(table, OrderState.PARTIALLY_FILLED, ACKNOWLEDGED, UNCHANGED);
        set(table, OrderState.PARTIALLY_FILLED, PARTIAL_FILL, UNCHANGED);
        set(table, OrderState.PARTIALLY_FILLED, OrderCause.REJECTED, ILLEGAL);
        // A cancel in flight stays in flight: fills race it, and the venue may still say New first.
        set(table, OrderState.PENDING_CANCEL, ACKNOWLEDGED, UNCHANGED);
        set(table, OrderState.PENDING_CANCEL, PARTIAL_FILL, UNCHANGED);
        set(table, OrderState.PENDING_CANCEL, CANCEL_PENDING, UNCHANGED);
        set(table, OrderState.PENDING_CANCEL, CANCEL_SENT, ILLEGAL);
        to(table, OrderState.PENDING_CANCEL, CANCEL_REJECTED, OrderState.NEW);
        to(table, OrderState.PENDING_CANCEL, CANCEL_REJECTED_PARTLY_FILLED, OrderState.PARTIALLY_FILLED);
        set(table, OrderState.PENDING_CANCEL, REPLACE_PENDING, UNCHANGED);
        set(table, OrderState.PENDING_CANCEL, RESTATED, FILLED_OR_UNCHANGED);
        replacements(table);
        unknown(table);
        // A cancel may be sent before the gateway says that the order never left.
        to(table, OrderState.PENDING_CANCEL, NOT_SENT, OrderState.DENIED);
        // What never left cannot fill, be acknowledged or be restated.
        set(table, OrderState.DENIED, PARTIAL_FILL, ILLEGAL);
        set(table, OrderState.DENIED, COMPLETE_FILL, ILLEGAL);
        set(table, OrderState.DENIED, ACKNOWLEDGED, ILLEGAL);
        set(table, OrderState.DENIED, RESTATED, ILLEGAL);
        // Filled beyond its quantity: the venue is wrong about our order, not late.
        set(table, OrderState.FILLED, PARTIAL_FILL, ILLEGAL);
        set(table, OrderState.FILLED, COMPLETE_FILL, ILLEGAL);
        to(table, OrderState.PARTIALLY_FILLED, TRADE_CANCELED, OrderState.NEW);
        to(table, OrderState.NEW, TRADE_CORRECTED, OrderState.PARTIALLY_FILLED);
        // What had ended stays ended, but it is not all filled any more.
        to(table, OrderState.FILLED, TRADE_CANCELED, OrderState.CANCELED);
        to(table, OrderState.FILLED, TRADE_CORRECTED, OrderState.CANCELED);
        // The same end reported twice is a repetition, not a contradiction.
        set(table, OrderState.CANCELED, OrderCause.CANCELED, UNCHANGED);
        set(table, OrderState.EXPIRED, OrderCause.EXPIRED, UNCHANGED);
        set(table, OrderState.REJECTED, OrderCause.REJECTED, UNCHANGED);
        return table;
    }

    private static void replacements(int[][] table) {
        to(table, OrderState.NEW, REPLACE_SENT, OrderState.PENDING_REPLACE);
        to(table, OrderState.PARTIALLY_FILLED, REPLACE_SENT, OrderState.PENDING_REPLACE);
        set(table, OrderState.PENDING_NEW, CONFIRMED, AS_FILLED);
        // A replacement in flight stays in flight, as a cancel does; one request of an order is in flight at a time.
        OrderState pending = OrderState.PENDING_REPLACE;
        set(table, pending, ACKNOWLEDGED, UNCHANGED);
        set(table, pending, PARTIAL_FILL, UNCHANGED);
        set(table, pending, CANCEL_SENT, ILLEGAL);
        set(table, pending, CANCEL_PENDING, UNCHANGED);
        set(table, pending, REPLACE_PENDING, UNCHANGED);
        set(table, pending, RESTATED, FILLED_OR_UNCHANGED);
        set(table, pending, REPLACED, AS_FILLED);
        set(table, pending, REPLACE_REJECTED, AS_FILLED);
    }

    /** What is unknown is resolved by the venue's word alone; a refused request would make it look alive. */
    private static void unknown(int[][] table) {
        OrderState unknown = OrderState.UNKNOWN;
        set(table, unknown, ACKNOWLEDGED, AS_FILLED);
        set(table, unknown, PARTIAL_FILL, AS_FILLED);
        set(table, unknown, REPLACED, AS_FILLED);
        set(table, unknown, CONFIRMED, AS_FILLED);
        set(table, unknown, CANCEL_SENT, ILLEGAL);
        set(table, unknown, REPLACE_REJECTED, FILLED_OR_UNCHANGED);
        set(table, unknown, SESSION_LOST, UNCHANGED);
        set(table, unknown, NOT_FOUND, UNCHANGED);
        to(table, unknown, OrderCause.CLOSED, OrderState.CANCELED);
        // The session may fall between an order and the gateway's word that it never left.
        to(table, unknown, NOT_SENT, OrderState.DENIED);
    }

    private static void to(int[][] table, OrderState state, OrderCause cause, OrderState next) {
        set(table, state, cause, next.ordinal());
    }

    private static void set(int[][] table, OrderState state, OrderCause cause, int next) {
        table[state.ordinal()][cause.ordinal()] = next;
    }
}
