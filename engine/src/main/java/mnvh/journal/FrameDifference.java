package mnvh.journal;

import java.nio.ByteBuffer;
import mnvh.event.EventHeader;
import mnvh.event.FrameReader;
import mnvh.event.OutboundFrame;
import mnvh.event.SectionKind;
import org.jspecify.annotations.Nullable;

/** Says in words where two frames differ: sequence, offset, section, field, and what stands there on each side. */
final class FrameDifference {
    private static final FieldText TEXT = new FieldText(Field.Names.NONE);

    private FrameDifference() {}

    /** @param at first differing byte of the records, their common length where one only goes on */
    static String describe(
            long sequence, int at, ByteBuffer journal, int start, int length, ByteBuffer replay, int replayLength) {
        String frame = "frame " + sequence + " (cause " + EventHeader.cause(journal, start) + ") differs at byte " + at;
        if (at >= Math.min(length, replayLength)) {
            return frame + ": the journal has " + length + " bytes, the replay " + replayLength;
        }
        if (at < EventHeader.LENGTH) {
            return frame + ", header" + field(RecordLayout.HEADER, at, journal, start, replay, 0);
        }
        if (at < OutboundFrame.SECTIONS_OFFSET) {
            return frame + ", section count" + sides(journal.getInt(start + 48) + "", replay.getInt(48) + "");
        }
        FrameReader sections = new FrameReader();
        int number = 0;
        for (sections.wrap(journal, start); sections.next(); number++) {
            int from = sections.start() - start;
            if (at < from + journal.getInt(sections.start() + 4)) {
                return frame + ", section " + number + section(sections, at - from, journal, replay, from);
            }
        }
        return frame + ", behind the last section";
    }

    private static String section(FrameReader sections, int at, ByteBuffer journal, ByteBuffer replay, int from) {
        RecordLayout layout = RecordLayout.ofSection(sections.kind());
        String name = " " + (layout == null ? "of kind " + sections.kind() : layout.name()) + ", byte " + at;
        if (at < OutboundFrame.SECTION_HEADER) {
            return name + field(RecordLayout.SECTION_HEADER, at, journal, sections.start(), replay, from);
        }
        if (sections.kind() == SectionKind.COLUMN && at >= OutboundFrame.COLUMN_ENTRIES) {
            ColumnLayout column = ColumnLayout.of(sections.column());
            int entry = (at - OutboundFrame.COLUMN_ENTRIES) / OutboundFrame.COLUMN_ENTRY;
            int entryStart = from + OutboundFrame.COLUMN_ENTRIES + entry * OutboundFrame.COLUMN_ENTRY;
            String place =
                    name + ", " + (column == null ? "column " + sections.column() : column.name()) + " of instrument ";
            if (entry >= sections.count()) {
                return name + ", padding";
            }
            int other = replay.getInt(entryStart);
            if (other != sections.instrument(entry)) {
                return place + sections.instrument(entry) + " against one of instrument " + other;
            }
            FieldType type = column == null ? FieldType.I64 : column.type();
            return place
                    + sections.instrument(entry)
                    + sides(
                            TEXT.value(type, sections.value(entry)),
                            TEXT.value(type, replay.getLong(entryStart + Integer.BYTES)));
        }
        return name + field(layout, at, journal, sections.start(), replay, from);
    }

    private static String field(
            @Nullable RecordLayout layout, int at, ByteBuffer journal, int start, ByteBuffer replay, int replayStart) {
        Field field = layout == null ? null : layout.fieldAt(at);
        if (layout == null || field == null) {
            return sides(Integer.toString(journal.get(start + at)), Integer.toString(replay.get(replayStart + at)));
        }
        return ", " + field.name()
                + sides(TEXT.value(layout, field, journal, start), TEXT.value(layout, field, replay, replayStart));
    }

    private static String sides(String journal, String replay) {
        return ": the journal has " + journal + ", the replay " + replay;
    }
}
