package mnvh.event;

import java.nio.ByteBuffer;
import mnvh.units.HotPath;
import mnvh.units.Side;
import mnvh.units.TimeInForce;

/**
 * A replacement to send: OrderCancelReplaceRequest(35=G).
 *
 * <p>Flyweight: wrap, read, forget. Allocates nothing but the texts that say so.
 */
@HotPath
public final class ReplaceOrderSection {
    /** Length of the section, header included, in bytes. */
    public static final int LENGTH = 48;

    static final int CL_ORD_ID_OFFSET = 8;
    static final int ORIG_CL_ORD_ID_OFFSET = 16;
    static final int INSTRUMENT_OFFSET = 24;
    static final int SIDE_OFFSET = 28;
    static final int TIME_IN_FORCE_OFFSET = 29;
    static final int QUANTITY_OFFSET = 32;
    static final int PRICE_OFFSET = 40;

    private ByteBuffer buffer = EventSlot.EMPTY;
    private int offset;

    /** Points at the section that starts at {@code start}. */
    public ReplaceOrderSection wrap(ByteBuffer source, int start) {
        this.buffer = source;
        this.offset = start;
        return this;
    }

    /** @return ClOrdID(11) of the request, which the order carries on under */
    public long clOrdId() {
        return buffer.getLong(offset + CL_ORD_ID_OFFSET);
    }

    /** Sets ClOrdID(11) of the request, which the order carries on under. */
    public ReplaceOrderSection clOrdId(long value) {
        buffer.putLong(offset + CL_ORD_ID_OFFSET, value);
        return this;
    }

    /** @return OrigClOrdID(41) */
    public long origClOrdId() {
        return buffer.getLong(offset + ORIG_CL_ORD_ID_OFFSET);
    }

    /** Sets OrigClOrdID(41). */
    public ReplaceOrderSection origClOrdId(long value) {
        buffer.putLong(offset + ORIG_CL_ORD_ID_OFFSET, value);
        return this;
    }

    /** @return index in the universe */
    public int instrument() {
        return buffer.getInt(offset + INSTRUMENT_OFFSET);
    }

    /** Sets index in the universe. */
    public ReplaceOrderSection instrument(int value) {
        buffer.putInt(offset + INSTRUMENT_OFFSET, value);
        return this;
    }

    /** @return Side(54) */
    public Side side() {
        return Side.of(buffer.get(offset + SIDE_OFFSET));
    }

    /** Sets Side(54). */
    public ReplaceOrderSection side(Side value) {
        buffer.put(offset + SIDE_OFFSET, (byte) value.ordinal());
        return this;
    }

    /** @return TimeInForce(59) */
    public TimeInForce timeInForce() {
        return TimeInForce.of(buffer.get(offset + TIME_IN_FORCE_OFFSET));
    }

    /** Sets TimeInForce(59). */
    public ReplaceOrderSection timeInForce(TimeInForce value) {
        buffer.put(offset + TIME_IN_FORCE_OFFSET, (byte) value.ordinal());
        return this;
    }

    /** @return new OrderQty(38) at 1e-8, what has filled included */
    public long quantity() {
        return buffer.getLong(offset + QUANTITY_OFFSET);
    }

    /** Sets new OrderQty(38) at 1e-8, what has filled included. */
    public ReplaceOrderSection quantity(long value) {
        buffer.putLong(offset + QUANTITY_OFFSET, value);
        return this;
    }

    /** @return new limit Price(44) at 1e-8 */
    public long price() {
        return buffer.getLong(offset + PRICE_OFFSET);
    }

    /** Sets new limit Price(44) at 1e-8. */
    public ReplaceOrderSection price(long value) {
        buffer.putLong(offset + PRICE_OFFSET, value);
        return this;
    }
}
