package mnvh.event;

import java.nio.ByteBuffer;
import mnvh.units.Component;
import mnvh.units.HotPath;

/**
 * Walks the sections of a concluded frame.
 *
 * <p>{@code for (reader.wrap(buffer, start); reader.next(); ) switch (reader.kind()) ...} with the section flyweights
 * wrapped at {@link #start()}. Allocates nothing.
 */
@HotPath
public final class FrameReader {
    private ByteBuffer buffer = EventSlot.EMPTY;
    private int end;
    private int start;
    private int next;

    /** Starts before the first section of the frame at {@code frameStart}. */
    public FrameReader wrap(ByteBuffer source, int frameStart) {
        buffer = source;
        end = frameStart + EventHeader.length(source, frameStart);
        next = frameStart + OutboundFrame.SECTIONS_OFFSET;
        start = next;
        return this;
    }

    /**
     * @return false after the last section; throws {@link IllegalStateException} on a section that overruns the frame
     */
    public boolean next() {
        if (next >= end) {
            return false;
        }
        start = next;
        int length = buffer.getInt(start + 4);
        if (length < OutboundFrame.SECTION_HEADER || length > end - start) {
            throw new IllegalStateException("section of " + length + " bytes at " + start + " overruns its frame");
        }
        next = start + length;
        return true;
    }

    /** @return one of {@link SectionKind} */
    public int kind() {
        return buffer.getShort(start);
    }

    /** @return where the section starts, for a flyweight's {@code wrap} */
    public int start() {
        return start;
    }

    /** @return entries of a column */
    public int count() {
        return buffer.getShort(start + 2);
    }

    /** @return one of {@link Column}, or a {@link Component} ordinal */
    public int column() {
        return buffer.getInt(start + OutboundFrame.SECTION_HEADER);
    }

    /** @return instrument of entry {@code i} of a column; of a component -1 - currency where it belongs to none */
    public int instrument(int i) {
        return buffer.getInt(entry(i));
    }

    /** @return value of entry {@code i} of a column */
    public long value(int i) {
        return buffer.getLong(entry(i) + 4);
    }

    /** @return value of entry {@code i} of a column of doubles */
    public double doubleValue(int i) {
        return Double.longBitsToDouble(value(i));
    }

    private int entry(int i) {
        return start + OutboundFrame.COLUMN_ENTRIES + i * OutboundFrame.COLUMN_ENTRY;
    }
}
