package mnvh.event;

import java.nio.ByteBuffer;
import mnvh.units.HotPath;

/**
 * A trade that the gate denied or cut, with the numbers that bound it.
 *
 * <p>Flyweight: wrap, read, forget. Allocates nothing but the texts that say so.
 */
@HotPath
public final class DenialSection {
    /** Length of the section, header included, in bytes. */
    public static final int LENGTH = 48;

    static final int INSTRUMENT_OFFSET = 8;
    static final int REASON_OFFSET = 12;
    static final int BEFORE_OFFSET = 16;
    static final int AFTER_OFFSET = 24;
    static final int LIMIT_OFFSET = 32;
    static final int NOTIONAL_OFFSET = 40;

    private ByteBuffer buffer = EventSlot.EMPTY;
    private int offset;

    /** Points at the section that starts at {@code start}. */
    public DenialSection wrap(ByteBuffer source, int start) {
        this.buffer = source;
        this.offset = start;
        return this;
    }

    /** @return index in the universe, -1 for the whole basket */
    public int instrument() {
        return buffer.getInt(offset + INSTRUMENT_OFFSET);
    }

    /** Sets index in the universe, -1 for the whole basket. */
    public DenialSection instrument(int value) {
        buffer.putInt(offset + INSTRUMENT_OFFSET, value);
        return this;
    }

    /** @return ordinal of the verdict */
    public int reason() {
        return buffer.getInt(offset + REASON_OFFSET);
    }

    /** Sets ordinal of the verdict. */
    public DenialSection reason(int value) {
        buffer.putInt(offset + REASON_OFFSET, value);
        return this;
    }

    /** @return the checked value before the trade */
    public long before() {
        return buffer.getLong(offset + BEFORE_OFFSET);
    }

    /** Sets the checked value before the trade. */
    public DenialSection before(long value) {
        buffer.putLong(offset + BEFORE_OFFSET, value);
        return this;
    }

    /** @return the checked value with it */
    public long after() {
        return buffer.getLong(offset + AFTER_OFFSET);
    }

    /** Sets the checked value with it. */
    public DenialSection after(long value) {
        buffer.putLong(offset + AFTER_OFFSET, value);
        return this;
    }

    /** @return the limit */
    public long limit() {
        return buffer.getLong(offset + LIMIT_OFFSET);
    }

    /** Sets the limit. */
    public DenialSection limit(long value) {
        buffer.putLong(offset + LIMIT_OFFSET, value);
        return this;
    }

    /** @return the trade, signed, at 1e-8 */
    public long notional() {
        return buffer.getLong(offset + NOTIONAL_OFFSET);
    }

    /** Sets the trade, signed, at 1e-8. */
    public DenialSection notional(long value) {
        buffer.putLong(offset + NOTIONAL_OFFSET, value);
        return this;
    }
}
