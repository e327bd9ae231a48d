package mnvh.event;

import java.nio.ByteBuffer;
import mnvh.units.HotPath;

/**
 * The end of an instrument at its final price.
 *
 * <p>Flyweight: wrap, read, forget. Allocates nothing but the texts that say so.
 */
@HotPath
public final class SettlementEvent {
    /** Length of the whole record, in bytes. */
    public static final int LENGTH = 64;

    static final int INSTRUMENT_OFFSET = 48;
    static final int TYPE_OFFSET = 52;
    static final int PRICE_OFFSET = 56;

    private ByteBuffer buffer = EventSlot.EMPTY;
    private int offset;

    /** Points at the record that starts at {@code start}. */
    public SettlementEvent wrap(ByteBuffer source, int start) {
        this.buffer = source;
        this.offset = start;
        return this;
    }

    /** Starts a record of this kind in {@code slot}: zeroes it, writes the header, and wraps it. */
    public SettlementEvent begin(EventSlot slot, long timestampNs) {
        slot.begin(EventKind.SETTLEMENT, LENGTH, timestampNs);
        return wrap(slot.buffer(), 0);
    }

    /** @return index in the universe */
    public int instrument() {
        return buffer.getInt(offset + INSTRUMENT_OFFSET);
    }

    /** Sets index in the universe. */
    public SettlementEvent instrument(int value) {
        buffer.putInt(offset + INSTRUMENT_OFFSET, value);
        return this;
    }

    /** @return why it ends */
    public SettlementType type() {
        return SettlementType.of(buffer.get(offset + TYPE_OFFSET));
    }

    /** Sets why it ends. */
    public SettlementEvent type(SettlementType value) {
        buffer.put(offset + TYPE_OFFSET, (byte) value.ordinal());
        return this;
    }

    /** @return final settlement price at 1e-8 */
    public long price() {
        return buffer.getLong(offset + PRICE_OFFSET);
    }

    /** Sets final settlement price at 1e-8. */
    public SettlementEvent price(long value) {
        buffer.putLong(offset + PRICE_OFFSET, value);
        return this;
    }
}
