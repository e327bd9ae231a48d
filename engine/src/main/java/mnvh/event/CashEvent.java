package mnvh.event;

import java.nio.ByteBuffer;
import mnvh.units.HotPath;

/**
 * Cash that came, left, or changed its currency.
 *
 * <p>Flyweight: wrap, read, forget. Allocates nothing but the texts that say so.
 */
@HotPath
public final class CashEvent {
    /** Length of the whole record, in bytes. */
    public static final int LENGTH = 112;

    static final int CURRENCY_OFFSET = 48;
    static final int TO_CURRENCY_OFFSET = 52;
    static final int TYPE_OFFSET = 56;
    static final int AMOUNT_OFFSET = 64;
    static final int TO_AMOUNT_OFFSET = 72;
    static final int ID_OFFSET = 80;
    static final int ID_LENGTH = 32;

    private ByteBuffer buffer = EventSlot.EMPTY;
    private int offset;

    /** Points at the record that starts at {@code start}. */
    public CashEvent wrap(ByteBuffer source, int start) {
        this.buffer = source;
        this.offset = start;
        return this;
    }

    /** Starts a record of this kind in {@code slot}: zeroes it, writes the header, and wraps it. */
    public CashEvent begin(EventSlot slot, long timestampNs) {
        slot.begin(EventKind.CASH, LENGTH, timestampNs);
        return wrap(slot.buffer(), 0);
    }

    /** @return currency of the amount: index among the run's currencies */
    public int currency() {
        return buffer.getInt(offset + CURRENCY_OFFSET);
    }

    /** Sets currency of the amount: index among the run's currencies. */
    public CashEvent currency(int value) {
        buffer.putInt(offset + CURRENCY_OFFSET, value);
        return this;
    }

    /** @return currency of what came in a conversion: index among the run's currencies */
    public int toCurrency() {
        return buffer.getInt(offset + TO_CURRENCY_OFFSET);
    }

    /** Sets currency of what came in a conversion: index among the run's currencies. */
    public CashEvent toCurrency(int value) {
        buffer.putInt(offset + TO_CURRENCY_OFFSET, value);
        return this;
    }

    /** @return how it moved */
    public CashType type() {
        return CashType.of(buffer.get(offset + TYPE_OFFSET));
    }

    /** Sets how it moved. */
    public CashEvent type(CashType value) {
        buffer.put(offset + TYPE_OFFSET, (byte) value.ordinal());
        return this;
    }

    /** @return amount at 1e-8; external: positive came in; conversion: what left, positive */
    public long amount() {
        return buffer.getLong(offset + AMOUNT_OFFSET);
    }

    /** Sets amount at 1e-8; external: positive came in; conversion: what left, positive. */
    public CashEvent amount(long value) {
        buffer.putLong(offset + AMOUNT_OFFSET, value);
        return this;
    }

    /** @return what came in a conversion at 1e-8, positive; 0 for external */
    public long toAmount() {
        return buffer.getLong(offset + TO_AMOUNT_OFFSET);
    }

    /** Sets what came in a conversion at 1e-8, positive; 0 for external. */
    public CashEvent toAmount(long value) {
        buffer.putLong(offset + TO_AMOUNT_OFFSET, value);
        return this;
    }

    /** Sets the name of the movement; ASCII, cut at 32 bytes. */
    public CashEvent id(CharSequence value) {
        EventText.put(buffer, offset + ID_OFFSET, ID_LENGTH, value);
        return this;
    }

    /** @return the name of the movement; allocates, for edges and reports */
    public String id() {
        return EventText.get(buffer, offset + ID_OFFSET, ID_LENGTH);
    }

    /** @return 64-bit hash of the name of the movement; allocates nothing */
    public long idHash() {
        return EventText.hash(buffer, offset + ID_OFFSET, ID_LENGTH);
    }
}
