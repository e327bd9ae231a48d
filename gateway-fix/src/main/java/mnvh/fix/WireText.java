package mnvh.fix;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Text of a message, put together byte by byte.
 *
 * <p>Numbers and times are written as {@code DecimalText} and {@link FixTime} write them. One thread. Allocates where a
 * text is longer than any before it, once a day, and what {@link #text} returns.
 */
final class WireText {
    static final char SOH = '\u0001';

    private static final int ROOM = 256;
    private static final int LONGEST_NUMBER = 24;
    private static final int DATE = 9;
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long DAY_NS = 86_400L * SECOND_NS;
    private static final long ONE = 100_000_000L;
    private static final int DECIMALS = 8;

    private final byte[] digits = new byte[LONGEST_NUMBER];
    private final byte[] date = new byte[DATE];
    private long dateDay = Long.MIN_VALUE;
    private byte[] bytes = new byte[ROOM];
    private int length;

    /** Empties the text. */
    WireText clear() {
        length = 0;
        return this;
    }

    /** @return characters so far */
    int length() {
        return length;
    }

    /** Appends a field's tag, of two digits or more, and its equals sign. */
    WireText tag(int tag) {
        return (tag < 100 ? padded(tag, 2) : number(tag)).put('=');
    }

    /** Appends a field. */
    WireText field(int tag, String value) {
        return tag(tag).put(value).put(SOH);
    }

    /** Appends a field. */
    WireText field(int tag, char value) {
        return tag(tag).put(value).put(SOH);
    }

    /** Appends one character below 256. */
    WireText put(char c) {
        reserve(1);
        bytes[length] = (byte) c;
        length++;
        return this;
    }

    /** Appends characters; one that ISO 8859-1 has not becomes a question mark, never another character. */
    WireText put(String text) {
        int count = text.length();
        reserve(count);
        for (int i = 0; i < count; i++) {
            char c = text.charAt(i);
            bytes[length + i] = (byte) (c < 256 ? c : '?');
        }
        length += count;
        return this;
    }

    /** Appends all of another text. */
    WireText put(WireText other) {
        reserve(other.length);
        System.arraycopy(other.bytes, 0, bytes, length, other.length);
        length += other.length;
        return this;
    }

    /** Appends a number; throws {@link IllegalArgumentException} on a negative one. */
    WireText number(long value) {
        if (value < 0) {
            throw new IllegalArgumentException("a number on the wire must not be negative, got " + value);
        }
        int at = LONGEST_NUMBER;
        long left = value;
        for (; left > Integer.MAX_VALUE; left /= 10) {
            at--;
            digits[at] = (byte) ('0' + left % 10);
        }
        int few = (int) left;
        do {
            at--;
            digits[at] = (byte) ('0' + few % 10);
            few /= 10;
        } while (few > 0);
        reserve(LONGEST_NUMBER - at);
        for (; at < LONGEST_NUMBER; at++) {
            bytes[length] = digits[at];
            length++;
        }
        return this;
    }

    /** Appends a number at 10^-8 in its shortest exact text; refuses a negative one like {@link #number}. */
    WireText decimal(long value) {
        number(value / ONE);
        long rest = value % ONE;
        if (rest == 0) {
            return this;
        }
        put('.');
        padded((int) rest, DECIMALS);
        while (bytes[length - 1] == '0') {
            length--;
        }
        return this;
    }

    /** Appends the UTCTimestamp of {@code ns} since 1970. */
    WireText timestamp(long ns) {
        long day = Math.floorDiv(ns, DAY_NS);
        if (day != dateDay) {
            writeDate(day);
        }
        reserve(DATE);
        System.arraycopy(date, 0, bytes, length, DATE);
        length += DATE;
        long ofDay = Math.floorMod(ns, DAY_NS);
        int seconds = (int) (ofDay / SECOND_NS);
        int fraction = (int) (ofDay % SECOND_NS);
        padded(seconds / 3600, 2).put(':');
        padded(seconds / 60 % 60, 2).put(':');
        padded(seconds % 60, 2).put('.');
        return fraction % 1_000_000 == 0 ? padded(fraction / 1_000_000, 3) : padded(fraction, 9);
    }

    private void writeDate(long day) {
        String text = FixTime.date(day * DAY_NS) + "-";
        for (int i = 0; i < DATE; i++) {
            date[i] = (byte) text.charAt(i);
        }
        dateDay = day;
    }

    private WireText padded(int value, int width) {
        reserve(width);
        int left = value;
        for (int at = length + width - 1; at >= length; at--) {
            bytes[at] = (byte) ('0' + left % 10);
            left /= 10;
        }
        length += width;
        return this;
    }

    /** Appends CheckSum(10) over everything so far. */
    WireText checksum() {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            sum += bytes[i];
        }
        put("10=");
        return padded(sum & 0xFF, 3).put(SOH);
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }

    /** @return the text */
    String text() {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }
}
