package mnvh.journal;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import mnvh.units.DecimalText;

/** Values of fields as text: exact decimals, UTC times, names of instruments and of numbers. One thread. Allocates. */
final class FieldText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.nnnnnnnnn'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final long NS = 1_000_000_000L;

    private final Field.Names names;
    private List<String> symbols = List.of();

    FieldText(Field.Names names) {
        this.names = names;
    }

    /** Takes the symbols of a universe record's text: the first column of each line. */
    void universe(String text) {
        symbols = text.lines()
                .map(line -> line.indexOf('\t') < 0 ? line : line.substring(0, line.indexOf('\t')))
                .toList();
    }

    /** @return the field's value; NaN reads NaN */
    String value(RecordLayout layout, Field field, ByteBuffer buffer, int start) {
        if (field.type() == FieldType.TEXT || field.type() == FieldType.UTF8) {
            return field.text(buffer, start);
        }
        long bits = field.bits(buffer, start);
        switch (field.type()) {
            case NAME8:
            case NAME32:
                return named(layout.name() + "." + field.name(), field, (int) bits);
            case HEX32:
                return hex(bits & 0xFFFF_FFFFL, 8);
            default:
                return value(field.type(), bits);
        }
    }

    /** @return a value of one of the numeric types */
    String value(FieldType type, long bits) {
        switch (type) {
            case DECIMAL:
                return DecimalText.format(bits);
            case RATE:
                return DecimalText.formatRate(bits);
            case F64:
                return Double.toString(Double.longBitsToDouble(bits));
            case TIME:
                return time(bits);
            case INSTRUMENT:
                return instrument((int) bits);
            case HEX64:
                return hex(bits, 16);
            default:
                return Long.toString(bits);
        }
    }

    /** @return the symbol, or the number where the universe is not known or has no such line */
    String instrument(int index) {
        return index >= 0 && index < symbols.size() ? symbols.get(index) : Integer.toString(index);
    }

    /** @return nanoseconds since 1970 as ISO 8601 in UTC with nine decimals */
    static String time(long ns) {
        return TIME.format(Instant.ofEpochSecond(Math.floorDiv(ns, NS), Math.floorMod(ns, NS)));
    }

    private String named(String name, Field field, int number) {
        if (number >= 0 && number < field.names().size()) {
            return field.names().get(number);
        }
        String known = names.name(name, number);
        return known == null ? Integer.toString(number) : known;
    }

    private static String hex(long bits, int digits) {
        String text = Long.toHexString(bits);
        return "0".repeat(digits - text.length()) + text;
    }
}
