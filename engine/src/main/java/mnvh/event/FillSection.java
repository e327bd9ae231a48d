package mnvh.event;

import java.nio.ByteBuffer;
import mnvh.units.HotPath;
import mnvh.units.Liquidity;
import mnvh.units.Side;

/**
 * What a fill did to the books; its components stand in the columns beside it.
 *
 * <p>Flyweight: wrap, read, forget. Allocates nothing but the texts that say so.
 */
@HotPath
public final class FillSection {
    /** Length of the section, header included, in bytes. */
    public static final int LENGTH = 104;

    static final int CL_ORD_ID_OFFSET = 8;
    static final int INSTRUMENT_OFFSET = 16;
    static final int SIDE_OFFSET = 20;
    static final int LIQUIDITY_OFFSET = 21;
    static final int FEE_REPORTED_OFFSET = 22;
    static final int FEE_CURRENCY_OFFSET = 23;
    static final int QUANTITY_OFFSET = 24;
    static final int PRICE_OFFSET = 32;
    static final int MARK_PRICE_OFFSET = 40;
    static final int FEE_OFFSET = 48;
    static final int REALISED_OFFSET = 56;
    static final int POSITION_OFFSET = 64;
    static final int CASH_OFFSET = 72;
    static final int EQUITY_OFFSET = 80;
    static final int SCHEDULED_FEE_OFFSET = 88;
    static final int FEE_DIFFERENCE_OFFSET = 96;

    private ByteBuffer buffer = EventSlot.EMPTY;
    private int offset;

    /** Points at the section that starts at {@code start}. */
    public FillSection wrap(ByteBuffer source, int start) {
        this.buffer = source;
        this.offset = start;
        return this;
    }

    /** @return ClOrdID(11) */
    public long clOrdId() {
        return buffer.getLong(offset + CL_ORD_ID_OFFSET);
    }

    /** Sets ClOrdID(11). */
    public FillSection clOrdId(long value) {
        buffer.putLong(offset + CL_ORD_ID_OFFSET, value);
        return this;
    }

    /** @return index in the universe */
    public int instrument() {
        return buffer.getInt(offset + INSTRUMENT_OFFSET);
    }

    /** Sets index in the universe. */
    public FillSection instrument(int value) {
        buffer.putInt(offset + INSTRUMENT_OFFSET, value);
        return this;
    }

    /** @return Side(54) */
    public Side side() {
        return Side.of(buffer.get(offset + SIDE_OFFSET));
    }

    /** Sets Side(54). */
    public FillSection side(Side value) {
        buffer.put(offset + SIDE_OFFSET, (byte) value.ordinal());
        return this;
    }

    /** @return LastLiquidityInd(851) */
    public Liquidity liquidity() {
        return Liquidity.of(buffer.get(offset + LIQUIDITY_OFFSET));
    }

    /** Sets LastLiquidityInd(851). */
    public FillSection liquidity(Liquidity value) {
        buffer.put(offset + LIQUIDITY_OFFSET, (byte) value.ordinal());
        return this;
    }

    /** @return 1 when the fee is the venue's Commission(12), 0 when it is the schedule's */
    public byte feeReported() {
        return buffer.get(offset + FEE_REPORTED_OFFSET);
    }

    /** Sets 1 when the fee is the venue's Commission(12), 0 when it is the schedule's. */
    public FillSection feeReported(byte value) {
        buffer.put(offset + FEE_REPORTED_OFFSET, value);
        return this;
    }

    /** @return currency of the fee: index among the run's currencies */
    public byte feeCurrency() {
        return buffer.get(offset + FEE_CURRENCY_OFFSET);
    }

    /** Sets currency of the fee: index among the run's currencies. */
    public FillSection feeCurrency(byte value) {
        buffer.put(offset + FEE_CURRENCY_OFFSET, value);
        return this;
    }

    /** @return LastQty(32) at 1e-8 */
    public long quantity() {
        return buffer.getLong(offset + QUANTITY_OFFSET);
    }

    /** Sets LastQty(32) at 1e-8. */
    public FillSection quantity(long value) {
        buffer.putLong(offset + QUANTITY_OFFSET, value);
        return this;
    }

    /** @return LastPx(31) at 1e-8 */
    public long price() {
        return buffer.getLong(offset + PRICE_OFFSET);
    }

    /** Sets LastPx(31) at 1e-8. */
    public FillSection price(long value) {
        buffer.putLong(offset + PRICE_OFFSET, value);
        return this;
    }

    /** @return mark in force at 1e-8 */
    public long markPrice() {
        return buffer.getLong(offset + MARK_PRICE_OFFSET);
    }

    /** Sets mark in force at 1e-8. */
    public FillSection markPrice(long value) {
        buffer.putLong(offset + MARK_PRICE_OFFSET, value);
        return this;
    }

    /** @return fee charged at 1e-8, positive is a cost */
    public long fee() {
        return buffer.getLong(offset + FEE_OFFSET);
    }

    /** Sets fee charged at 1e-8, positive is a cost. */
    public FillSection fee(long value) {
        buffer.putLong(offset + FEE_OFFSET, value);
        return this;
    }

    /** @return profit realised on the closed lots before fees, at 1e-8 */
    public long realised() {
        return buffer.getLong(offset + REALISED_OFFSET);
    }

    /** Sets profit realised on the closed lots before fees, at 1e-8. */
    public FillSection realised(long value) {
        buffer.putLong(offset + REALISED_OFFSET, value);
        return this;
    }

    /** @return position after, signed, at 1e-8 */
    public long position() {
        return buffer.getLong(offset + POSITION_OFFSET);
    }

    /** Sets position after, signed, at 1e-8. */
    public FillSection position(long value) {
        buffer.putLong(offset + POSITION_OFFSET, value);
        return this;
    }

    /** @return cash after (wallet plus financing) at 1e-8 */
    public long cash() {
        return buffer.getLong(offset + CASH_OFFSET);
    }

    /** Sets cash after (wallet plus financing) at 1e-8. */
    public FillSection cash(long value) {
        buffer.putLong(offset + CASH_OFFSET, value);
        return this;
    }

    /** @return equity after at 1e-8 */
    public long equity() {
        return buffer.getLong(offset + EQUITY_OFFSET);
    }

    /** Sets equity after at 1e-8. */
    public FillSection equity(long value) {
        buffer.putLong(offset + EQUITY_OFFSET, value);
        return this;
    }

    /** @return what the schedule charges, in the settlement currency at 1e-8, positive is a cost */
    public long scheduledFee() {
        return buffer.getLong(offset + SCHEDULED_FEE_OFFSET);
    }

    /** Sets what the schedule charges, in the settlement currency at 1e-8, positive is a cost. */
    public FillSection scheduledFee(long value) {
        buffer.putLong(offset + SCHEDULED_FEE_OFFSET, value);
        return this;
    }

    /** @return fee charged less scheduled, in the reporting currency at 1e-8; 0 where that is not known */
    public long feeDifference() {
        return buffer.getLong(offset + FEE_DIFFERENCE_OFFSET);
    }

    /** Sets fee charged less scheduled, in the reporting currency at 1e-8; 0 where that is not known. */
    public FillSection feeDifference(long value) {
        buffer.putLong(offset + FEE_DIFFERENCE_OFFSET, value);
        return this;
    }
}
