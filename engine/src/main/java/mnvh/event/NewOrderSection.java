package mnvh.event;

import java.nio.ByteBuffer;
import mnvh.units.HotPath;
import mnvh.units.Side;
import mnvh.units.TimeInForce;

/**
 * An order to send: NewOrderSingle(35=D).
 *
 * <p>Flyweight: wrap, read, forget. Allocates nothing but the texts that say so.
 */
@HotPath
public final class NewOrderSection {
    /** Length of the section, header included, in bytes. */
    public static final int LENGTH = 56;

    static final int CL_ORD_ID_OFFSET = 8;
    static final int INSTRUMENT_OFFSET = 16;
    static final int SIDE_OFFSET = 20;
    static final int TIME_IN_FORCE_OFFSET = 21;
    static final int QUANTITY_OFFSET = 24;
    static final int PRICE_OFFSET = 32;
    static final int MARK_PRICE_OFFSET = 40;
    static final int STEP_OFFSET = 48;

    private ByteBuffer buffer = EventSlot.EMPTY;
    private int offset;

    /** Points at the section that starts at {@code start}. */
    public NewOrderSection wrap(ByteBuffer source, int start) {
        this.buffer = source;
        this.offset = start;
        return this;
    }

    /** @return ClOrdID(11) */
    public long clOrdId() {
        return buffer.getLong(offset + CL_ORD_ID_OFFSET);
    }

    /** Sets ClOrdID(11). */
    public NewOrderSection clOrdId(long value) {
        buffer.putLong(offset + CL_ORD_ID_OFFSET, value);
        return this;
    }

    /** @return index in the universe */
    public int instrument() {
        return buffer.getInt(offset + INSTRUMENT_OFFSET);
    }

    /** Sets index in the universe. */
    public NewOrderSection instrument(int value) {
        buffer.putInt(offset + INSTRUMENT_OFFSET, value);
        return this;
    }

    /** @return Side(54) */
    public Side side() {
        return Side.of(buffer.get(offset + SIDE_OFFSET));
    }

    /** Sets Side(54). */
    public NewOrderSection side(Side value) {
        buffer.put(offset + SIDE_OFFSET, (byte) value.ordinal());
        return this;
    }

    /** @return TimeInForce(59) */
    public TimeInForce timeInForce() {
        return TimeInForce.of(buffer.get(offset + TIME_IN_FORCE_OFFSET));
    }

    /** Sets TimeInForce(59). */
    public NewOrderSection timeInForce(TimeInForce value) {
        buffer.put(offset + TIME_IN_FORCE_OFFSET, (byte) value.ordinal());
        return this;
    }

    /** @return OrderQty(38) at 1e-8, positive */
    public long quantity() {
        return buffer.getLong(offset + QUANTITY_OFFSET);
    }

    /** Sets OrderQty(38) at 1e-8, positive. */
    public NewOrderSection quantity(long value) {
        buffer.putLong(offset + QUANTITY_OFFSET, value);
        return this;
    }

    /** @return limit Price(44) at 1e-8 */
    public long price() {
        return buffer.getLong(offset + PRICE_OFFSET);
    }

    /** Sets limit Price(44) at 1e-8. */
    public NewOrderSection price(long value) {
        buffer.putLong(offset + PRICE_OFFSET, value);
        return this;
    }

    /** @return mark at the decision at 1e-8 */
    public long markPrice() {
        return buffer.getLong(offset + MARK_PRICE_OFFSET);
    }

    /** Sets mark at the decision at 1e-8. */
    public NewOrderSection markPrice(long value) {
        buffer.putLong(offset + MARK_PRICE_OFFSET, value);
        return this;
    }

    /** @return number of the step that decided it */
    public long step() {
        return buffer.getLong(offset + STEP_OFFSET);
    }

    /** Sets number of the step that decided it. */
    public NewOrderSection step(long value) {
        buffer.putLong(offset + STEP_OFFSET, value);
        return this;
    }
}
