package mnvh.event;

import java.nio.ByteBuffer;
import mnvh.units.HotPath;
import mnvh.units.Liquidity;
import mnvh.units.Side;

/**
 * One execution.
 *
 * <p>Flyweight: wrap, read, forget. Allocates nothing but the texts that say so.
 */
@HotPath
public final class FillEvent {
    /** Length of the whole record, in bytes. */
    public static final int LENGTH = 168;

    static final int CL_ORD_ID_OFFSET = 48;
    static final int INSTRUMENT_OFFSET = 56;
    static final int SIDE_OFFSET = 60;
    static final int LIQUIDITY_OFFSET = 61;
    static final int HAS_COMMISSION_OFFSET = 62;
    static final int COMMISSION_CURRENCY_OFFSET = 63;
    static final int QUANTITY_OFFSET = 64;
    static final int PRICE_OFFSET = 72;
    static final int COMMISSION_OFFSET = 80;
    static final int CUM_QUANTITY_OFFSET = 88;
    static final int LEAVES_QUANTITY_OFFSET = 96;
    static final int EXEC_ID_OFFSET = 104;
    static final int EXEC_ID_LENGTH = 32;
    static final int ORDER_ID_OFFSET = 136;
    static final int ORDER_ID_LENGTH = 32;

    private ByteBuffer buffer = EventSlot.EMPTY;
    private int offset;

    /** Points at the record that starts at {@code start}. */
    public FillEvent wrap(ByteBuffer source, int start) {
        this.buffer = source;
        this.offset = start;
        return this;
    }

    /** Starts a record of this kind in {@code slot}: zeroes it, writes the header, and wraps it. */
    public FillEvent begin(EventSlot slot, long timestampNs) {
        slot.begin(EventKind.FILL, LENGTH, timestampNs);
        return wrap(slot.buffer(), 0);
    }

    /** @return ClOrdID(11) of the order; 0 when it names none of ours */
    public long clOrdId() {
        return buffer.getLong(offset + CL_ORD_ID_OFFSET);
    }

    /** Sets ClOrdID(11) of the order; 0 when it names none of ours. */
    public FillEvent clOrdId(long value) {
        buffer.putLong(offset + CL_ORD_ID_OFFSET, value);
        return this;
    }

    /** @return index in the universe */
    public int instrument() {
        return buffer.getInt(offset + INSTRUMENT_OFFSET);
    }

    /** Sets index in the universe. */
    public FillEvent instrument(int value) {
        buffer.putInt(offset + INSTRUMENT_OFFSET, value);
        return this;
    }

    /** @return Side(54) */
    public Side side() {
        return Side.of(buffer.get(offset + SIDE_OFFSET));
    }

    /** Sets Side(54). */
    public FillEvent side(Side value) {
        buffer.put(offset + SIDE_OFFSET, (byte) value.ordinal());
        return this;
    }

    /** @return LastLiquidityInd(851) */
    public Liquidity liquidity() {
        return Liquidity.of(buffer.get(offset + LIQUIDITY_OFFSET));
    }

    /** Sets LastLiquidityInd(851). */
    public FillEvent liquidity(Liquidity value) {
        buffer.put(offset + LIQUIDITY_OFFSET, (byte) value.ordinal());
        return this;
    }

    /** @return 1 when the venue reported Commission(12), else 0 */
    public byte hasCommission() {
        return buffer.get(offset + HAS_COMMISSION_OFFSET);
    }

    /** Sets 1 when the venue reported Commission(12), else 0. */
    public FillEvent hasCommission(byte value) {
        buffer.put(offset + HAS_COMMISSION_OFFSET, value);
        return this;
    }

    /** @return currency of the commission: index among the run's currencies */
    public byte commissionCurrency() {
        return buffer.get(offset + COMMISSION_CURRENCY_OFFSET);
    }

    /** Sets currency of the commission: index among the run's currencies. */
    public FillEvent commissionCurrency(byte value) {
        buffer.put(offset + COMMISSION_CURRENCY_OFFSET, value);
        return this;
    }

    /** @return LastQty(32) at 1e-8, positive */
    public long quantity() {
        return buffer.getLong(offset + QUANTITY_OFFSET);
    }

    /** Sets LastQty(32) at 1e-8, positive. */
    public FillEvent quantity(long value) {
        buffer.putLong(offset + QUANTITY_OFFSET, value);
        return this;
    }

    /** @return LastPx(31) at 1e-8 */
    public long price() {
        return buffer.getLong(offset + PRICE_OFFSET);
    }

    /** Sets LastPx(31) at 1e-8. */
    public FillEvent price(long value) {
        buffer.putLong(offset + PRICE_OFFSET, value);
        return this;
    }

    /** @return Commission(12) at 1e-8, positive is a cost; 0 unless reported */
    public long commission() {
        return buffer.getLong(offset + COMMISSION_OFFSET);
    }

    /** Sets Commission(12) at 1e-8, positive is a cost; 0 unless reported. */
    public FillEvent commission(long value) {
        buffer.putLong(offset + COMMISSION_OFFSET, value);
        return this;
    }

    /** @return CumQty(14) at 1e-8 */
    public long cumQuantity() {
        return buffer.getLong(offset + CUM_QUANTITY_OFFSET);
    }

    /** Sets CumQty(14) at 1e-8. */
    public FillEvent cumQuantity(long value) {
        buffer.putLong(offset + CUM_QUANTITY_OFFSET, value);
        return this;
    }

    /** @return LeavesQty(151) at 1e-8 */
    public long leavesQuantity() {
        return buffer.getLong(offset + LEAVES_QUANTITY_OFFSET);
    }

    /** Sets LeavesQty(151) at 1e-8. */
    public FillEvent leavesQuantity(long value) {
        buffer.putLong(offset + LEAVES_QUANTITY_OFFSET, value);
        return this;
    }

    /** Sets ExecID(17); ASCII, cut at 32 bytes. */
    public FillEvent execId(CharSequence value) {
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

    /** Sets the venue's OrderID(37); ASCII, cut at 32 bytes. */
    public FillEvent orderId(CharSequence value) {
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
}
