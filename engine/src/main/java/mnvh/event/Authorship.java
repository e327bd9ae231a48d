package mnvh.event;

import java.nio.ByteBuffer;
import mnvh.units.HotPath;

/**
 * Who asks and why: the part that the records of what a person did have in common, wherever it stands in each.
 *
 * <p>Flyweight: wrapped with its record. Allocates nothing but the texts that say so.
 */
@HotPath
public final class Authorship {
    /** Bytes for who asks; more is cut. */
    public static final int OPERATOR_LENGTH = 32;
    /** Bytes for why; more is cut. */
    public static final int REASON_LENGTH = 96;

    private final int operatorOffset;
    private final int reasonOffset;

    private ByteBuffer buffer = EventSlot.EMPTY;
    private int offset;

    /** Both offsets are from the start of the record. */
    Authorship(int operatorOffset, int reasonOffset) {
        this.operatorOffset = operatorOffset;
        this.reasonOffset = reasonOffset;
    }

    void wrap(ByteBuffer source, int start) {
        this.buffer = source;
        this.offset = start;
    }

    void operator(CharSequence value) {
        EventText.put(buffer, offset + operatorOffset, OPERATOR_LENGTH, value);
    }

    String operator() {
        return EventText.get(buffer, offset + operatorOffset, OPERATOR_LENGTH);
    }

    void reason(CharSequence value) {
        EventText.put(buffer, offset + reasonOffset, REASON_LENGTH, value);
    }

    String reason() {
        return EventText.get(buffer, offset + reasonOffset, REASON_LENGTH);
    }
}
