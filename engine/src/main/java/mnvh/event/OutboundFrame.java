package mnvh.event;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import mnvh.units.Component;
import mnvh.units.HotPath;

/**
 * Everything that one inbound event caused, as one record: a header and sections.
 *
 * <p>A section starts with its kind (short), its entry count (short) and its length in bytes (int, header included, a
 * multiple of 8). A column section follows with its id (int), four zero bytes and entries of instrument (int) and value
 * (8 bytes). Core thread only until published. Allocates nothing after construction.
 */
@HotPath
public final class OutboundFrame {
    /** Where the first section starts. */
    public static final int SECTIONS_OFFSET = 56;
    /** Bytes of a section header. */
    public static final int SECTION_HEADER = 8;
    /** Where the entries of a column start, from its section's start. */
    public static final int COLUMN_ENTRIES = 16;
    /** Bytes of a column entry. */
    public static final int COLUMN_ENTRY = 12;

    private static final int SECTION_COUNT_OFFSET = 48;
    private static final int NO_COLUMN = -1;
    /** Bytes of a step's certificate and of every component in one currency's general row. */
    private static final int PER_CURRENCY = CertificateSection.LENGTH + COLUMN_ENTRY * Component.count();
    /** Bytes after an entry that an odd one needs to end on a whole word. */
    private static final int PADDING = 4;
    /** Bytes of all the breaks that one report of the venue may close. */
    private static final int BREAKS = BreakSection.MOST_IN_FRAME * BreakSection.LENGTH;

    /** Bytes of all the variance ratios that a run may ask for. */
    private static final int RATIOS = VarianceRatioSection.MOST_IN_FRAME * VarianceRatioSection.LENGTH;

    private final ByteBuffer buffer;
    private int length;
    private int sections;
    private int column = NO_COLUMN;
    private int columnStart;
    private int columnEnd;
    private long claim;

    /** @param capacity bytes the largest frame may take, a multiple of 8 */
    public OutboundFrame(int capacity) {
        this.buffer = ByteBuffer.allocateDirect(capacity).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * @param instruments size of the universe
     * @param workingOrders orders that may work at once, all of which one event may cancel or replace
     * @return bytes that hold a step with an order, a fill, a break and denials on each instrument, and all those
     *     requests
     */
    public static int capacityFor(int instruments, int workingOrders) {
        return capacityFor(instruments, workingOrders, 1);
    }

    /**
     * @param instruments size of the universe
     * @param workingOrders orders that may work at once, all of which one event may cancel
     * @param currencies of the run, each of which a step certifies
     * @return as the shorter one, with a certificate and every component for each currency
     */
    public static int capacityFor(int instruments, int workingOrders, int currencies) {
        int perInstrument = 20 * COLUMN_ENTRY
                + 2 * NewOrderSection.LENGTH
                + OrderProofSection.LENGTH
                + 2 * OrderStateSection.LENGTH
                + 8 * DenialSection.LENGTH
                + 2 * (BreakSection.LENGTH + NoticeSection.LENGTH);
        int perOrder = Math.max(CancelOrderSection.LENGTH, ReplaceOrderSection.LENGTH) + OrderStateSection.LENGTH;
        return (SECTIONS_OFFSET
                        + StepSection.LENGTH
                        + DecisionSection.LENGTH
                        + 4096
                        + instruments * perInstrument
                        + workingOrders * perOrder
                        + currencies * PER_CURRENCY
                        + BREAKS
                        + RATIOS
                        + 7)
                / 8
                * 8;
    }

    /** Empties the frame and writes its header. */
    public void begin(long causeSequence, long timestampNs) {
        length = 0;
        sections = 0;
        column = NO_COLUMN;
        reserve(SECTIONS_OFFSET);
        EventHeader.write(buffer, 0, EventKind.FRAME, SECTIONS_OFFSET, timestampNs);
        EventHeader.cause(buffer, 0, causeSequence);
    }

    /** @return the bytes; the record starts at 0 */
    public ByteBuffer buffer() {
        return buffer;
    }

    /** @return bytes of the concluded record */
    public int length() {
        return length;
    }

    /** @return sections so far; a column being written counts */
    public int sections() {
        return sections;
    }

    /** @return place in the outbound stream */
    public long sequence() {
        return EventHeader.sequence(buffer, 0);
    }

    /** Sets the place in the outbound stream. */
    public void sequence(long value) {
        EventHeader.sequence(buffer, 0, value);
    }

    /** @return inbound sequence that caused the frame */
    public long cause() {
        return EventHeader.cause(buffer, 0);
    }

    /** @return event time of the cause, nanoseconds since 1970 */
    public long timestampNs() {
        return EventHeader.timestampNs(buffer, 0);
    }

    /** @return where the zeroed section of {@code bytes} starts; throws {@link IllegalStateException} when full */
    public int section(int kind, int bytes) {
        endColumn();
        int start = reserve(bytes);
        buffer.putShort(start, (short) kind);
        buffer.putShort(start + 2, (short) 1);
        buffer.putInt(start + 4, bytes);
        sections++;
        return start;
    }

    /** Appends one value to a column; consecutive values of the same column share one section. */
    public void column(int id, int instrument, long value) {
        if (column != id) {
            endColumn();
            column = id;
            columnStart = length;
            columnEnd = length + COLUMN_ENTRIES;
            sections++;
        }
        requireRoom(columnEnd + COLUMN_ENTRY + PADDING);
        entry(columnEnd, instrument, value);
        columnEnd += COLUMN_ENTRY;
    }

    /** Appends one double to a column. */
    public void column(int id, int instrument, double value) {
        column(id, instrument, EventText.canonicalBits(value));
    }

    /** Appends, as one column, the values of {@code after} that differ from those of {@code before}. */
    public void columnOfChanges(int id, long[] before, long[] after) {
        int at = beginWhole(after.length);
        for (int i = 0; i < after.length; i++) {
            if (before[i] != after[i]) {
                entry(at, i, after[i]);
                at += COLUMN_ENTRY;
            }
        }
        endWhole(id, at);
    }

    /** Appends, as one column, the values of the instruments that are present. */
    public void columnOfPresent(int id, boolean[] present, long[] values) {
        int at = beginWhole(values.length);
        for (int i = 0; i < values.length; i++) {
            if (present[i]) {
                entry(at, i, values[i]);
                at += COLUMN_ENTRY;
            }
        }
        endWhole(id, at);
    }

    /** Appends, as one column, the doubles of the instruments that are present. */
    public void columnOfPresent(int id, boolean[] present, double[] values) {
        int at = beginWhole(values.length);
        for (int i = 0; i < values.length; i++) {
            if (present[i]) {
                entry(at, i, EventText.canonicalBits(values[i]));
                at += COLUMN_ENTRY;
            }
        }
        endWhole(id, at);
    }

    /** The int after the entry is its padding, or the next entry's first. */
    private void entry(int at, int instrument, long value) {
        buffer.putInt(at, instrument);
        buffer.putLong(at + 4, value);
        buffer.putInt(at + COLUMN_ENTRY, 0);
    }

    private int beginWhole(int entries) {
        endColumn();
        requireRoom(length + COLUMN_ENTRIES + entries * COLUMN_ENTRY + PADDING);
        return length + COLUMN_ENTRIES;
    }

    private void endWhole(int id, int end) {
        if (end > length + COLUMN_ENTRIES) {
            column = id;
            columnStart = length;
            columnEnd = end;
            sections++;
        }
    }

    /** Appends one component's change; -1 - currency stands for an instrument where it belongs to none. */
    public void component(Component component, int instrument, int currency, long amount) {
        column(component.ordinal(), instrument >= 0 ? instrument : -1 - currency, amount);
    }

    /** Writes the final length and section count; the frame is then ready for the journal. */
    public void conclude() {
        endColumn();
        buffer.putInt(EventHeader.LENGTH_OFFSET, length);
        buffer.putInt(SECTION_COUNT_OFFSET, sections);
    }

    /** Copies a concluded record of another buffer, as readers do. */
    public void copyFrom(ByteBuffer source, int start, int bytes) {
        buffer.put(0, source, start, bytes);
        length = bytes;
        sections = buffer.getInt(SECTION_COUNT_OFFSET);
        column = NO_COLUMN;
    }

    /** @return what the egress noted when the frame was claimed */
    public long claim() {
        return claim;
    }

    /** Notes the egress's own handle of a claimed frame; not part of the record. */
    public void claim(long value) {
        claim = value;
    }

    private void endColumn() {
        if (column != NO_COLUMN) {
            int end = (columnEnd + 7) & ~7;
            buffer.putShort(columnStart, (short) SectionKind.COLUMN);
            buffer.putShort(columnStart + 2, (short) ((columnEnd - columnStart - COLUMN_ENTRIES) / COLUMN_ENTRY));
            buffer.putInt(columnStart + 4, end - columnStart);
            buffer.putInt(columnStart + SECTION_HEADER, column);
            buffer.putInt(columnStart + SECTION_HEADER + 4, 0);
            column = NO_COLUMN;
            length = end;
        }
    }

    private void requireRoom(int end) {
        if (end > buffer.capacity()) {
            throw new IllegalStateException("frame of " + buffer.capacity() + " bytes is full");
        }
    }

    /** Zeroes what it hands out, so that nothing of the buffer's last use survives. */
    private int reserve(int bytes) {
        int start = length;
        requireRoom(start + bytes);
        for (int i = start; i < start + bytes; i += Long.BYTES) {
            buffer.putLong(i, 0);
        }
        length = start + bytes;
        return start;
    }
}
