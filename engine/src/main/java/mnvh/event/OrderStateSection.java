package mnvh.event;

import java.nio.ByteBuffer;
import mnvh.units.HotPath;

/**
 * A change of an order's state.
 *
 * <p>Flyweight: wrap, read, forget. Allocates nothing but the texts that say so.
 */
@HotPath
public final class OrderStateSection {
    /** Length of the section, header included, in bytes. */
    public static final int LENGTH = 40;

    static final int CL_ORD_ID_OFFSET = 8;
    static final int INSTRUMENT_OFFSET = 16;
    static final int FROM_OFFSET = 20;
    static final int TO_OFFSET = 21;
    static final int CAUSE_OFFSET = 22;
    static final int CUM_QUANTITY_OFFSET = 24;
    static final int LEAVES_QUANTITY_OFFSET = 32;

    private ByteBuffer buffer = EventSlot.EMPTY;
    private int offset;

    /** Points at the section that starts at {@code start}. */
    public OrderStateSection wrap(ByteBuffer source, int start) {
        this.buffer = source;
        this.offset = start;
        return this;
    }

    /** @return ClOrdID(11) */
    public long clOrdId() {
        return buffer.getLong(offset + CL_ORD_ID_OFFSET);
    }

    /** Sets ClOrdID(11). */
    public OrderStateSection clOrdId(long value) {
        buffer.putLong(offset + CL_ORD_ID_OFFSET, value);
        return this;
    }

    /** @return index in the universe */
    public int instrument() {
        return buffer.getInt(offset + INSTRUMENT_OFFSET);
    }

    /** Sets index in the universe. */
    public OrderStateSection instrument(int value) {
        buffer.putInt(offset + INSTRUMENT_OFFSET, value);
        return this;
    }

    /** @return ordinal of the state before */
    public byte from() {
        return buffer.get(offset + FROM_OFFSET);
    }

    /** Sets ordinal of the state before. */
    public OrderStateSection from(byte value) {
        buffer.put(offset + FROM_OFFSET, value);
        return this;
    }

    /** @return ordinal of the state after */
    public byte to() {
        return buffer.get(offset + TO_OFFSET);
    }

    /** Sets ordinal of the state after. */
    public OrderStateSection to(byte value) {
        buffer.put(offset + TO_OFFSET, value);
        return this;
    }

    /** @return ordinal of what caused it */
    public byte cause() {
        return buffer.get(offset + CAUSE_OFFSET);
    }

    /** Sets ordinal of what caused it. */
    public OrderStateSection cause(byte value) {
        buffer.put(offset + CAUSE_OFFSET, value);
        return this;
    }

    /** @return filled so far at 1e-8 */
    public long cumQuantity() {
        return buffer.getLong(offset + CUM_QUANTITY_OFFSET);
    }

    /** Sets filled so far at 1e-8. */
    public OrderStateSection cumQuantity(long value) {
        buffer.putLong(offset + CUM_QUANTITY_OFFSET, value);
        return this;
    }

    /** @return still open at 1e-8 */
    public long leavesQuantity() {
        return buffer.getLong(offset + LEAVES_QUANTITY_OFFSET);
    }

    /** Sets still open at 1e-8. */
    public OrderStateSection leavesQuantity(long value) {
        buffer.putLong(offset + LEAVES_QUANTITY_OFFSET, value);
        return this;
    }
}
