package mnvh.event;

import java.nio.ByteBuffer;
import mnvh.units.FeeKind;
import mnvh.units.HotPath;

/**
 * A fee that the venue charges after the fill.
 *
 * <p>Flyweight: wrap, read, forget. Allocates nothing but the texts that say so.
 */
@HotPath
public final class FeeEvent {
    /** Length of the whole record, in bytes. */
    public static final int LENGTH = 136;

    static final int INSTRUMENT_OFFSET = 48;
    static final int CURRENCY_OFFSET = 52;
    static final int FEE_KIND_OFFSET = 56;
    static final int AMOUNT_OFFSET = 64;
    static final int EXEC_REF_ID_OFFSET = 72;
    static final int EXEC_REF_ID_LENGTH = 32;
    static final int FEE_ID_OFFSET = 104;
    static final int FEE_ID_LENGTH = 32;

    private ByteBuffer buffer = EventSlot.EMPTY;
    private int offset;

    /** Points at the record that starts at {@code start}. */
    public FeeEvent wrap(ByteBuffer source, int start) {
        this.buffer = source;
        this.offset = start;
        return this;
    }

    /** Starts a record of this kind in {@code slot}: zeroes it, writes the header, and wraps it. */
    public FeeEvent begin(EventSlot slot, long timestampNs) {
        slot.begin(EventKind.FEE, LENGTH, timestampNs);
        return wrap(slot.buffer(), 0);
    }

    /** @return index in the universe */
    public int instrument() {
        return buffer.getInt(offset + INSTRUMENT_OFFSET);
    }

    /** Sets index in the universe. */
    public FeeEvent instrument(int value) {
        buffer.putInt(offset + INSTRUMENT_OFFSET, value);
        return this;
    }

    /** @return index among the run's currencies */
    public int currency() {
        return buffer.getInt(offset + CURRENCY_OFFSET);
    }

    /** Sets index among the run's currencies. */
    public FeeEvent currency(int value) {
        buffer.putInt(offset + CURRENCY_OFFSET, value);
        return this;
    }

    /** @return what it is for */
    public FeeKind feeKind() {
        return FeeKind.of(buffer.get(offset + FEE_KIND_OFFSET));
    }

    /** Sets what it is for. */
    public FeeEvent feeKind(FeeKind value) {
        buffer.put(offset + FEE_KIND_OFFSET, (byte) value.ordinal());
        return this;
    }

    /** @return amount at 1e-8, positive is a cost */
    public long amount() {
        return buffer.getLong(offset + AMOUNT_OFFSET);
    }

    /** Sets amount at 1e-8, positive is a cost. */
    public FeeEvent amount(long value) {
        buffer.putLong(offset + AMOUNT_OFFSET, value);
        return this;
    }

    /** Sets ExecID(17) of the fill; ASCII, cut at 32 bytes. */
    public FeeEvent execRefId(CharSequence value) {
        EventText.put(buffer, offset + EXEC_REF_ID_OFFSET, EXEC_REF_ID_LENGTH, value);
        return this;
    }

    /** @return ExecID(17) of the fill; allocates, for edges and reports */
    public String execRefId() {
        return EventText.get(buffer, offset + EXEC_REF_ID_OFFSET, EXEC_REF_ID_LENGTH);
    }

    /** @return 64-bit hash of ExecID(17) of the fill; allocates nothing */
    public long execRefIdHash() {
        return EventText.hash(buffer, offset + EXEC_REF_ID_OFFSET, EXEC_REF_ID_LENGTH);
    }

    /** Sets the name of the fee itself; ASCII, cut at 32 bytes. */
    public FeeEvent feeId(CharSequence value) {
        EventText.put(buffer, offset + FEE_ID_OFFSET, FEE_ID_LENGTH, value);
        return this;
    }

    /** @return the name of the fee itself; allocates, for edges and reports */
    public String feeId() {
        return EventText.get(buffer, offset + FEE_ID_OFFSET, FEE_ID_LENGTH);
    }

    /** @return 64-bit hash of the name of the fee itself; allocates nothing */
    public long feeIdHash() {
        return EventText.hash(buffer, offset + FEE_ID_OFFSET, FEE_ID_LENGTH);
    }
}
