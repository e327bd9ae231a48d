package mnvh.event;

import java.nio.ByteBuffer;
import mnvh.units.HotPath;

/**
 * Whether the venue lets an instrument trade.
 *
 * <p>Flyweight: wrap, read, forget. Allocates nothing but the texts that say so.
 */
@HotPath
public final class InstrumentStatusEvent {
    /** Length of the whole record, in bytes. */
    public static final int LENGTH = 56;

    static final int INSTRUMENT_OFFSET = 48;
    static final int STATUS_OFFSET = 52;

    private ByteBuffer buffer = EventSlot.EMPTY;
    private int offset;

    /** Points at the record that starts at {@code start}. */
    public InstrumentStatusEvent wrap(ByteBuffer source, int start) {
        this.buffer = source;
        this.offset = start;
        return this;
    }

    /** Starts a record of this kind in {@code slot}: zeroes it, writes the header, and wraps it. */
    public InstrumentStatusEvent begin(EventSlot slot, long timestampNs) {
        slot.begin(EventKind.INSTRUMENT_STATUS, LENGTH, timestampNs);
        return wrap(slot.buffer(), 0);
    }

    /** @return index in the universe */
    public int instrument() {
        return buffer.getInt(offset + INSTRUMENT_OFFSET);
    }

    /** Sets index in the universe. */
    public InstrumentStatusEvent instrument(int value) {
        buffer.putInt(offset + INSTRUMENT_OFFSET, value);
        return this;
    }

    /** @return what the venue says */
    public TradingStatus status() {
        return TradingStatus.of(buffer.get(offset + STATUS_OFFSET));
    }

    /** Sets what the venue says. */
    public InstrumentStatusEvent status(TradingStatus value) {
        buffer.put(offset + STATUS_OFFSET, (byte) value.ordinal());
        return this;
    }
}
