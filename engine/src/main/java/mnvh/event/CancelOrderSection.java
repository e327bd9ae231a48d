package mnvh.event;

import java.nio.ByteBuffer;
import mnvh.units.HotPath;
import mnvh.units.Side;

/**
 * A cancel to send: OrderCancelRequest(35=F).
 *
 * <p>Flyweight: wrap, read, forget. Allocates nothing but the texts that say so.
 */
@HotPath
public final class CancelOrderSection {
    /** Length of the section, header included, in bytes. */
    public static final int LENGTH = 40;

    static final int CL_ORD_ID_OFFSET = 8;
    static final int ORIG_CL_ORD_ID_OFFSET = 16;
    static final int INSTRUMENT_OFFSET = 24;
    static final int SIDE_OFFSET = 28;
    static final int QUANTITY_OFFSET = 32;

    private ByteBuffer buffer = EventSlot.EMPTY;
    private int offset;

    /** Points at the section that starts at {@code start}. */
    public CancelOrderSection wrap(ByteBuffer source, int start) {
        this.buffer = source;
        this.offset = start;
        return this;
    }

    /** @return ClOrdID(11) of the request */
    public long clOrdId() {
        return buffer.getLong(offset + CL_ORD_ID_OFFSET);
    }

    /** Sets ClOrdID(11) of the request. */
    public CancelOrderSection clOrdId(long value) {
        buffer.putLong(offset + CL_ORD_ID_OFFSET, value);
        return this;
    }

    /** @return OrigClOrdID(41) */
    public long origClOrdId() {
        return buffer.getLong(offset + ORIG_CL_ORD_ID_OFFSET);
    }

    /** Sets OrigClOrdID(41). */
    public CancelOrderSection origClOrdId(long value) {
        buffer.putLong(offset + ORIG_CL_ORD_ID_OFFSET, value);
        return this;
    }

    /** @return index in the universe */
    public int instrument() {
        return buffer.getInt(offset + INSTRUMENT_OFFSET);
    }

    /** Sets index in the universe. */
    public CancelOrderSection instrument(int value) {
        buffer.putInt(offset + INSTRUMENT_OFFSET, value);
        return this;
    }

    /** @return Side(54) */
    public Side side() {
        return Side.of(buffer.get(offset + SIDE_OFFSET));
    }

    /** Sets Side(54). */
    public CancelOrderSection side(Side value) {
        buffer.put(offset + SIDE_OFFSET, (byte) value.ordinal());
        return this;
    }

    /** @return OrderQty(38) of the order at 1e-8 */
    public long quantity() {
        return buffer.getLong(offset + QUANTITY_OFFSET);
    }

    /** Sets OrderQty(38) of the order at 1e-8. */
    public CancelOrderSection quantity(long value) {
        buffer.putLong(offset + QUANTITY_OFFSET, value);
        return this;
    }
}
