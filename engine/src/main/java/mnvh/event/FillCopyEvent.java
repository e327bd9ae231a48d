package mnvh.event;

import java.nio.ByteBuffer;
import mnvh.units.HotPath;
import mnvh.units.Side;

/**
 * One execution as the drop copy tells it: held against the order session's own report, never booked.
 *
 * <p>Flyweight: wrap, read, forget. Allocates nothing but the texts that say so.
 */
@HotPath
public final class FillCopyEvent {
    /** Length of the whole record, in bytes. */
    public static final int LENGTH = 112;

    static final int CL_ORD_ID_OFFSET = 48;
    static final int INSTRUMENT_OFFSET = 56;
    static final int SIDE_OFFSET = 60;
    static final int QUANTITY_OFFSET = 64;
    static final int PRICE_OFFSET = 72;
    static final int EXEC_ID_OFFSET = 80;
    static final int EXEC_ID_LENGTH = 32;

    private ByteBuffer buffer = EventSlot.EMPTY;
    private int offset;

    /** Points at the record that starts at {@code start}. */
    public FillCopyEvent wrap(ByteBuffer source, int start) {
        this.buffer = source;
        this.offset = start;
        return this;
    }

    /** Starts a record of this kind in {@code slot}: zeroes it, writes the header, and wraps it. */
    public FillCopyEvent begin(EventSlot slot, long timestampNs) {
        slot.begin(EventKind.FILL_COPY, LENGTH, timestampNs);
        return wrap(slot.buffer(), 0);
    }

    /** @return ClOrdID(11) of the order; 0 when it names none of ours */
    public long clOrdId() {
        return buffer.getLong(offset + CL_ORD_ID_OFFSET);
    }

    /** Sets ClOrdID(11) of the order; 0 when it names none of ours. */
    public FillCopyEvent clOrdId(long value) {
        buffer.putLong(offset + CL_ORD_ID_OFFSET, value);
        return this;
    }

    /** @return index in the universe */
    public int instrument() {
        return buffer.getInt(offset + INSTRUMENT_OFFSET);
    }

    /** Sets index in the universe. */
    public FillCopyEvent instrument(int value) {
        buffer.putInt(offset + INSTRUMENT_OFFSET, value);
        return this;
    }

    /** @return Side(54) */
    public Side side() {
        return Side.of(buffer.get(offset + SIDE_OFFSET));
    }

    /** Sets Side(54). */
    public FillCopyEvent side(Side value) {
        buffer.put(offset + SIDE_OFFSET, (byte) value.ordinal());
        return this;
    }

    /** @return LastQty(32) at 1e-8, positive */
    public long quantity() {
        return buffer.getLong(offset + QUANTITY_OFFSET);
    }

    /** Sets LastQty(32) at 1e-8, positive. */
    public FillCopyEvent quantity(long value) {
        buffer.putLong(offset + QUANTITY_OFFSET, value);
        return this;
    }

    /** @return LastPx(31) at 1e-8 */
    public long price() {
        return buffer.getLong(offset + PRICE_OFFSET);
    }

    /** Sets LastPx(31) at 1e-8. */
    public FillCopyEvent price(long value) {
        buffer.putLong(offset + PRICE_OFFSET, value);
        return this;
    }

    /** Sets ExecID(17); ASCII, cut at 32 bytes. */
    public FillCopyEvent execId(CharSequence value) {
        EventText.put(buffer, offset + EXEC_ID_OFFSET, EXEC_ID_LENGTH, value);
        return this;
    }

    /** @return ExecID(17); allocates, for edges and reports */
    public String execId() {
        return EventText.get(buffer, offset + EXEC_ID_OFFSET, EXEC_ID_LENGTH);
    }

    /** @return 64-bit hash of ExecID(17); allocates nothing */
    public long execIdHash() {
        return EventText.hash(buffer, offset + EXEC_ID_OFFSET, EXEC_ID_LENGTH);
    }
}
