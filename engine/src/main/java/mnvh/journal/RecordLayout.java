package mnvh.journal;

import java.util.ArrayList;
import java.util.List;
import mnvh.event.EventHeader;
import mnvh.event.OutboundFrame;
import org.jspecify.annotations.Nullable;

/**
 * The fields of every record and section, as data: what inspection, export, comparison and the format's page read.
 *
 * <p>Immutable. Any thread. A test holds it against the flyweights of {@code mnvh.event}.
 *
 * @param name in snake case
 * @param kind number in the header
 * @param length bytes, header included; of the session's texts and frames, the bytes before the variable part
 * @param fields after the header, by offset
 */
public record RecordLayout(String name, int kind, int length, List<Field> fields) {
    /** What every record starts with. */
    public static final RecordLayout HEADER = new RecordLayout(
            "header",
            0,
            EventHeader.LENGTH,
            List.of(
                    Field.of(
                            "length",
                            EventHeader.LENGTH_OFFSET,
                            FieldType.I32,
                            "bytes of the whole record, a multiple of 8"),
                    Field.of("kind", EventHeader.KIND_OFFSET, FieldType.I16, "which record this is"),
                    Field.of("version", EventHeader.VERSION_OFFSET, FieldType.I16, "version of this format"),
                    Field.of(
                            "sequence",
                            EventHeader.SEQUENCE_OFFSET,
                            FieldType.I64,
                            "place in the stream, dense from 1"),
                    Field.of(
                            "cause",
                            EventHeader.CAUSE_OFFSET,
                            FieldType.I64,
                            "inbound sequence that caused a frame, else 0"),
                    Field.of("timestamp", EventHeader.TIMESTAMP_OFFSET, FieldType.TIME, "event time"),
                    Field.of(
                            "crc",
                            EventHeader.CRC_OFFSET,
                            FieldType.HEX32,
                            "CRC32C of the record, crc and chain read as 0"),
                    Field.of("chain", EventHeader.CHAIN_OFFSET, FieldType.HEX64, "chain value after this record")));

    /** What every section starts with. */
    public static final RecordLayout SECTION_HEADER = new RecordLayout(
            "section_header",
            0,
            OutboundFrame.SECTION_HEADER,
            List.of(
                    Field.of("kind", 0, FieldType.I16, "which section this is"),
                    Field.of("count", 2, FieldType.I16, "entries of a column, else 1"),
                    Field.of("length", 4, FieldType.I32, "bytes of the section, a multiple of 8")));

    /** Records of both streams. */
    public static final List<RecordLayout> RECORDS = EventLayouts.all();

    /** Sections of a frame. */
    public static final List<RecordLayout> SECTIONS = SectionLayouts.all();

    /** @return the layout of a kind of record, null for an unknown one */
    public static @Nullable RecordLayout ofRecord(int kind) {
        return find(RECORDS, kind);
    }

    /** @return the layout of a kind of section, null for an unknown one */
    public static @Nullable RecordLayout ofSection(int kind) {
        return find(SECTIONS, kind);
    }

    private static @Nullable RecordLayout find(List<RecordLayout> layouts, int kind) {
        for (RecordLayout layout : layouts) {
            if (layout.kind == kind) {
                return layout;
            }
        }
        return null;
    }

    /** @return the field that holds the byte at {@code at}, null for padding */
    @Nullable
    Field fieldAt(int at) {
        for (Field field : fields) {
            if (at >= field.offset() && (field.bytes() == 0 || at < field.offset() + field.bytes())) {
                return field;
            }
        }
        return null;
    }

    static Builder record(String name, int kind, int length) {
        return new Builder(name, kind, length);
    }

    /** Collects the fields of one layout, in the order of their offsets. */
    static final class Builder {
        private final String name;
        private final int kind;
        private final int length;
        private final List<Field> fields = new ArrayList<>();

        Builder(String name, int kind, int length) {
            this.name = name;
            this.kind = kind;
            this.length = length;
        }

        Builder add(String field, int offset, FieldType type, String note) {
            fields.add(Field.of(field, offset, type, note));
            return this;
        }

        Builder add(String field, int offset, Enum<?>[] constants, String note) {
            fields.add(Field.named(field, offset, constants, note));
            return this;
        }

        Builder text(String field, int offset, int bytes, String note) {
            fields.add(Field.text(field, offset, bytes, note));
            return this;
        }

        RecordLayout build() {
            return new RecordLayout(name, kind, length, List.copyOf(fields));
        }
    }
}
