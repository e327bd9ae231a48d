package mnvh.journal;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One field of a record or section.
 *
 * @param name in snake case, as exports and pages write it
 * @param offset from the start of the record or section
 * @param bytes its length; of {@link FieldType#UTF8}, 0: up to the record's end
 * @param names names of the numbers from 0, empty where they are numbers or named by another room
 * @param note what it is, its unit and sign
 */
public record Field(String name, int offset, FieldType type, int bytes, List<String> names, String note) {
    /** Names the numbers that other rooms give out, such as verdicts and order states. */
    @FunctionalInterface
    public interface Names {
        /** Knows no name. */
        Names NONE = (field, number) -> null;

        /**
         * @param field as {@code denial.reason}
         * @return a name in lower case, null where there is none
         */
        @Nullable
        String name(String field, int number);
    }

    static Field of(String name, int offset, FieldType type, String note) {
        return new Field(name, offset, type, type.bytes(), List.of(), note);
    }

    static Field text(String name, int offset, int bytes, String note) {
        return new Field(name, offset, FieldType.TEXT, bytes, List.of(), note);
    }

    static Field named(String name, int offset, Enum<?>[] constants, String note) {
        List<String> names = Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        return new Field(name, offset, FieldType.NAME8, 1, names, note);
    }

    /** @return the field's bits, sign-extended; 0 for texts */
    long bits(ByteBuffer buffer, int start) {
        int at = start + offset;
        switch (bytes) {
            case 1:
                return buffer.get(at);
            case 2:
                return buffer.getShort(at);
            case 4:
                return buffer.getInt(at);
            case 8:
                return type == FieldType.TEXT ? 0 : buffer.getLong(at);
            default:
                return 0;
        }
    }

    /** @return a text field's text, without its padding */
    String text(ByteBuffer buffer, int start) {
        if (type == FieldType.UTF8) {
            return TextRecord.decode(buffer, start);
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes; i++) {
            char c = (char) (buffer.get(start + offset + i) & 0xFF);
            if (c == 0) {
                break;
            }
            text.append(c);
        }
        return text.toString();
    }
}
