package mnvh.event;

import java.nio.ByteBuffer;
import mnvh.units.HotPath;

/**
 * The variance ratio of relative returns over one horizon of those that a run asks for beside the throttle's own.
 *
 * <p>Flyweight: wrap, read, forget. Allocates nothing but the texts that say so.
 */
@HotPath
public final class VarianceRatioSection {
    /** Length of the section, header included, in bytes. */
    public static final int LENGTH = 24;
    /** Horizons that a run can ask for at most. */
    public static final int MOST_IN_FRAME = 8;

    static final int HORIZON_STEPS_OFFSET = 8;
    static final int RATIO_OFFSET = 16;

    private ByteBuffer buffer = EventSlot.EMPTY;
    private int offset;

    /** Points at the section that starts at {@code start}. */
    public VarianceRatioSection wrap(ByteBuffer source, int start) {
        this.buffer = source;
        this.offset = start;
        return this;
    }

    /** @return h, in steps */
    public int horizonSteps() {
        return buffer.getInt(offset + HORIZON_STEPS_OFFSET);
    }

    /** Sets h, in steps. */
    public VarianceRatioSection horizonSteps(int value) {
        buffer.putInt(offset + HORIZON_STEPS_OFFSET, value);
        return this;
    }

    /** @return VR(h); NaN while not ready */
    public double ratio() {
        return buffer.getDouble(offset + RATIO_OFFSET);
    }

    /** Sets VR(h); NaN while not ready. */
    public VarianceRatioSection ratio(double value) {
        buffer.putLong(offset + RATIO_OFFSET, EventText.canonicalBits(value));
        return this;
    }
}
