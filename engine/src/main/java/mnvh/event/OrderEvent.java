package mnvh.event;

import java.nio.ByteBuffer;
import mnvh.units.HotPath;

/**
 * What a venue says of an order that is not a fill.
 *
 * <p>Flyweight: wrap, read, forget. Allocates nothing but the texts that say so.
 */
@HotPath
public final class OrderEvent {
    /** Length of the whole record, in bytes. */
    public static final int LENGTH = 232;

    static final int CL_ORD_ID_OFFSET = 48;
    static final int INSTRUMENT_OFFSET = 56;
    static final int TYPE_OFFSET = 60;
    static final int STATUS_OFFSET = 61;
    static final int CUM_QUANTITY_OFFSET = 64;
    static final int LEAVES_QUANTITY_OFFSET = 72;
    static final int REASON_OFFSET = 80;
    static final int ORDER_ID_OFFSET = 88;
    static final int ORDER_ID_LENGTH = 32;
    static final int TEXT_OFFSET = 120;
    static final int TEXT_LENGTH = 96;
    static final int QUANTITY_OFFSET = 216;
    static final int PRICE_OFFSET = 224;

    private ByteBuffer buffer = EventSlot.EMPTY;
    private int offset;

    /** Points at the record that starts at {@code start}. */
    public OrderEvent wrap(ByteBuffer source, int start) {
        this.buffer = source;
        this.offset = start;
        return this;
    }

    /** Starts a record of this kind in {@code slot}: zeroes it, writes the header, and wraps it. */
    public OrderEvent begin(EventSlot slot, long timestampNs) {
        slot.begin(EventKind.ORDER, LENGTH, timestampNs);
        return wrap(slot.buffer(), 0);
    }

    /** @return ClOrdID(11) of the order */
    public long clOrdId() {
        return buffer.getLong(offset + CL_ORD_ID_OFFSET);
    }

    /** Sets ClOrdID(11) of the order. */
    public OrderEvent clOrdId(long value) {
        buffer.putLong(offset + CL_ORD_ID_OFFSET, value);
        return this;
    }

    /** @return index in the universe */
    public int instrument() {
        return buffer.getInt(offset + INSTRUMENT_OFFSET);
    }

    /** Sets index in the universe. */
    public OrderEvent instrument(int value) {
        buffer.putInt(offset + INSTRUMENT_OFFSET, value);
        return this;
    }

    /** @return what happened */
    public OrderEventType type() {
        return OrderEventType.of(buffer.get(offset + TYPE_OFFSET));
    }

    /** Sets what happened. */
    public OrderEvent type(OrderEventType value) {
        buffer.put(offset + TYPE_OFFSET, (byte) value.ordinal());
        return this;
    }

    /** @return OrdStatus(39) of a status report, else NONE */
    public OrderStatus status() {
        return OrderStatus.of(buffer.get(offset + STATUS_OFFSET));
    }

    /** Sets OrdStatus(39) of a status report, else NONE. */
    public OrderEvent status(OrderStatus value) {
        buffer.put(offset + STATUS_OFFSET, (byte) value.ordinal());
        return this;
    }

    /** @return CumQty(14) at 1e-8 */
    public long cumQuantity() {
        return buffer.getLong(offset + CUM_QUANTITY_OFFSET);
    }

    /** Sets CumQty(14) at 1e-8. */
    public OrderEvent cumQuantity(long value) {
        buffer.putLong(offset + CUM_QUANTITY_OFFSET, value);
        return this;
    }

    /** @return LeavesQty(151) at 1e-8 */
    public long leavesQuantity() {
        return buffer.getLong(offset + LEAVES_QUANTITY_OFFSET);
    }

    /** Sets LeavesQty(151) at 1e-8. */
    public OrderEvent leavesQuantity(long value) {
        buffer.putLong(offset + LEAVES_QUANTITY_OFFSET, value);
        return this;
    }

    /** @return OrdRejReason(103), CxlRejReason(102) or BusinessRejectReason(380); 0 for none */
    public int reason() {
        return buffer.getInt(offset + REASON_OFFSET);
    }

    /** Sets OrdRejReason(103), CxlRejReason(102) or BusinessRejectReason(380); 0 for none. */
    public OrderEvent reason(int value) {
        buffer.putInt(offset + REASON_OFFSET, value);
        return this;
    }

    /** Sets the venue's OrderID(37); ASCII, cut at 32 bytes. */
    public OrderEvent orderId(CharSequence value) {
        EventText.put(buffer, offset + ORDER_ID_OFFSET, ORDER_ID_LENGTH, value);
        return this;
    }

    /** @return the venue's OrderID(37); allocates, for edges and reports */
    public String orderId() {
        return EventText.get(buffer, offset + ORDER_ID_OFFSET, ORDER_ID_LENGTH);
    }

    /** @return 64-bit hash of the venue's OrderID(37); allocates nothing */
    public long orderIdHash() {
        return EventText.hash(buffer, offset + ORDER_ID_OFFSET, ORDER_ID_LENGTH);
    }

    /** Sets Text(58); ASCII, cut at 96 bytes. */
    public OrderEvent text(CharSequence value) {
        EventText.put(buffer, offset + TEXT_OFFSET, TEXT_LENGTH, value);
        return this;
    }

    /** @return Text(58); allocates, for edges and reports */
    public String text() {
        return EventText.get(buffer, offset + TEXT_OFFSET, TEXT_LENGTH);
    }

    /** @return 64-bit hash of Text(58); allocates nothing */
    public long textHash() {
        return EventText.hash(buffer, offset + TEXT_OFFSET, TEXT_LENGTH);
    }

    /** @return OrderQty(38) as the venue has it at 1e-8; 0 where the report is silent */
    public long quantity() {
        return buffer.getLong(offset + QUANTITY_OFFSET);
    }

    /** Sets OrderQty(38) as the venue has it at 1e-8; 0 where the report is silent. */
    public OrderEvent quantity(long value) {
        buffer.putLong(offset + QUANTITY_OFFSET, value);
        return this;
    }

    /** @return limit Price(44) as the venue has it at 1e-8; 0 where the report is silent */
    public long price() {
        return buffer.getLong(offset + PRICE_OFFSET);
    }

    /** Sets limit Price(44) as the venue has it at 1e-8; 0 where the report is silent. */
    public OrderEvent price(long value) {
        buffer.putLong(offset + PRICE_OFFSET, value);
        return this;
    }
}
