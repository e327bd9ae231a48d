package mnvh.event;

import java.nio.ByteBuffer;
import mnvh.units.HotPath;

/**
 * Why the order before it was allowed to leave, and what one size increment more of it would have broken.
 *
 * <p>What it shares with the other orders of its list stands in {@link DecisionSection}.
 *
 * <p>Flyweight: wrap, read, forget. Allocates nothing but the texts that say so.
 */
@HotPath
public final class OrderProofSection {
    /** Length of the section, header included, in bytes. */
    public static final int LENGTH = 120;

    static final int CL_ORD_ID_OFFSET = 8;
    static final int INSTRUMENT_OFFSET = 16;
    static final int CUT_OFFSET = 20;
    static final int REFERENCE_PRICE_OFFSET = 24;
    static final int REFERENCE_AGE_NS_OFFSET = 32;
    static final int PRICE_BOUND_OFFSET = 40;
    static final int NOTIONAL_OFFSET = 48;
    static final int NOTIONAL_LIMIT_OFFSET = 56;
    static final int FEE_OFFSET = 64;
    static final int POSITION_BEFORE_OFFSET = 72;
    static final int POSITION_AFTER_OFFSET = 80;
    static final int POSITION_LIMIT_OFFSET = 88;
    static final int NEXT_OFFSET = 96;
    static final int NEXT_AFTER_OFFSET = 104;
    static final int NEXT_LIMIT_OFFSET = 112;

    private ByteBuffer buffer = EventSlot.EMPTY;
    private int offset;

    /** Points at the section that starts at {@code start}. */
    public OrderProofSection wrap(ByteBuffer source, int start) {
        this.buffer = source;
        this.offset = start;
        return this;
    }

    /** @return ClOrdID(11) of the order */
    public long clOrdId() {
        return buffer.getLong(offset + CL_ORD_ID_OFFSET);
    }

    /** Sets ClOrdID(11) of the order. */
    public OrderProofSection clOrdId(long value) {
        buffer.putLong(offset + CL_ORD_ID_OFFSET, value);
        return this;
    }

    /** @return index in the universe */
    public int instrument() {
        return buffer.getInt(offset + INSTRUMENT_OFFSET);
    }

    /** Sets index in the universe. */
    public OrderProofSection instrument(int value) {
        buffer.putInt(offset + INSTRUMENT_OFFSET, value);
        return this;
    }

    /** @return ordinal of the verdict on the trade: ADMITTED, or what cut it */
    public int cut() {
        return buffer.getInt(offset + CUT_OFFSET);
    }

    /** Sets ordinal of the verdict on the trade: ADMITTED, or what cut it. */
    public OrderProofSection cut(int value) {
        buffer.putInt(offset + CUT_OFFSET, value);
        return this;
    }

    /** @return mark that decided it at 1e-8 */
    public long referencePrice() {
        return buffer.getLong(offset + REFERENCE_PRICE_OFFSET);
    }

    /** Sets mark that decided it at 1e-8. */
    public OrderProofSection referencePrice(long value) {
        buffer.putLong(offset + REFERENCE_PRICE_OFFSET, value);
        return this;
    }

    /** @return age of that price when the step closed, nanoseconds */
    public long referenceAgeNs() {
        return buffer.getLong(offset + REFERENCE_AGE_NS_OFFSET);
    }

    /** Sets age of that price when the step closed, nanoseconds. */
    public OrderProofSection referenceAgeNs(long value) {
        buffer.putLong(offset + REFERENCE_AGE_NS_OFFSET, value);
        return this;
    }

    /** @return furthest limit price from the mark that collar and price deviation allow at 1e-8 */
    public long priceBound() {
        return buffer.getLong(offset + PRICE_BOUND_OFFSET);
    }

    /** Sets furthest limit price from the mark that collar and price deviation allow at 1e-8. */
    public OrderProofSection priceBound(long value) {
        buffer.putLong(offset + PRICE_BOUND_OFFSET, value);
        return this;
    }

    /** @return the order at the mark at 1e-8, signed */
    public long notional() {
        return buffer.getLong(offset + NOTIONAL_OFFSET);
    }

    /** Sets the order at the mark at 1e-8, signed. */
    public OrderProofSection notional(long value) {
        buffer.putLong(offset + NOTIONAL_OFFSET, value);
        return this;
    }

    /** @return largest magnitude of it allowed at 1e-8; the largest number for none */
    public long notionalLimit() {
        return buffer.getLong(offset + NOTIONAL_LIMIT_OFFSET);
    }

    /** Sets largest magnitude of it allowed at 1e-8; the largest number for none. */
    public OrderProofSection notionalLimit(long value) {
        buffer.putLong(offset + NOTIONAL_LIMIT_OFFSET, value);
        return this;
    }

    /** @return taker fee at the mark at 1e-8 */
    public long fee() {
        return buffer.getLong(offset + FEE_OFFSET);
    }

    /** Sets taker fee at the mark at 1e-8. */
    public OrderProofSection fee(long value) {
        buffer.putLong(offset + FEE_OFFSET, value);
        return this;
    }

    /** @return notional at 1e-8 with all that works on the order's side filled */
    public long positionBefore() {
        return buffer.getLong(offset + POSITION_BEFORE_OFFSET);
    }

    /** Sets notional at 1e-8 with all that works on the order's side filled. */
    public OrderProofSection positionBefore(long value) {
        buffer.putLong(offset + POSITION_BEFORE_OFFSET, value);
        return this;
    }

    /** @return the same with the order */
    public long positionAfter() {
        return buffer.getLong(offset + POSITION_AFTER_OFFSET);
    }

    /** Sets the same with the order. */
    public OrderProofSection positionAfter(long value) {
        buffer.putLong(offset + POSITION_AFTER_OFFSET, value);
        return this;
    }

    /** @return largest magnitude allowed at 1e-8; the largest number for none */
    public long positionLimit() {
        return buffer.getLong(offset + POSITION_LIMIT_OFFSET);
    }

    /** Sets largest magnitude allowed at 1e-8; the largest number for none. */
    public OrderProofSection positionLimit(long value) {
        buffer.putLong(offset + POSITION_LIMIT_OFFSET, value);
        return this;
    }

    /** @return ordinal of the verdict with one size increment more of this order; ADMITTED where it passes */
    public int next() {
        return buffer.getInt(offset + NEXT_OFFSET);
    }

    /** Sets ordinal of the verdict with one size increment more of this order; ADMITTED where it passes. */
    public OrderProofSection next(int value) {
        buffer.putInt(offset + NEXT_OFFSET, value);
        return this;
    }

    /** @return what that check would have seen, in its own unit */
    public long nextAfter() {
        return buffer.getLong(offset + NEXT_AFTER_OFFSET);
    }

    /** Sets what that check would have seen, in its own unit. */
    public OrderProofSection nextAfter(long value) {
        buffer.putLong(offset + NEXT_AFTER_OFFSET, value);
        return this;
    }

    /** @return what it would have been held against */
    public long nextLimit() {
        return buffer.getLong(offset + NEXT_LIMIT_OFFSET);
    }

    /** Sets what it would have been held against. */
    public OrderProofSection nextLimit(long value) {
        buffer.putLong(offset + NEXT_LIMIT_OFFSET, value);
        return this;
    }
}
