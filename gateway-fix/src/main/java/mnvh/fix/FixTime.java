package mnvh.fix;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * UTCTimestamp, UTCDateOnly and UTCTimeOnly to nanoseconds and back.
 *
 * <p>Reads zero to nine decimals of a second; writes three, or nine where three would lose something. A leap second
 * (60) reads as the second after 59. Unreadable text throws {@link DateTimeException} that quotes it. Any thread.
 */
final class FixTime {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long DAY_NS = 86_400L * SECOND_NS;
    private static final int DATE_LENGTH = 8;

    private FixTime() {}

    /** @return nanoseconds since 1970 of {@code YYYYMMDD-HH:MM:SS[.fraction]} */
    static long parseTimestamp(CharSequence text) {
        if (text.length() <= DATE_LENGTH || text.charAt(DATE_LENGTH) != '-') {
            throw unreadable(text);
        }
        return parseDate(text.subSequence(0, DATE_LENGTH))
                + parseTime(text.subSequence(DATE_LENGTH + 1, text.length()));
    }

    /** @return nanoseconds since 1970 of the midnight that starts {@code YYYYMMDD} */
    static long parseDate(CharSequence text) {
        if (text.length() != DATE_LENGTH) {
            throw unreadable(text);
        }
        LocalDate date = LocalDate.of(digits(text, 0, 4), digits(text, 4, 2), digits(text, 6, 2));
        if (date.getYear() < 1971 || date.getYear() > 2260) {
            throw unreadable(text);
        }
        return date.toEpochDay() * DAY_NS;
    }

    /** @return nanoseconds since midnight of {@code HH:MM:SS[.fraction]} */
    static long parseTime(CharSequence text) {
        if (text.length() < 8 || text.charAt(2) != ':' || text.charAt(5) != ':') {
            throw unreadable(text);
        }
        int hour = digits(text, 0, 2);
        int minute = digits(text, 3, 2);
        int second = digits(text, 6, 2);
        if (hour > 23 || minute > 59 || second > 60) {
            throw unreadable(text);
        }
        long fraction = 0;
        if (text.length() > 8) {
            int decimals = text.length() - 9;
            if (text.charAt(8) != '.' || decimals < 1 || decimals > 9) {
                throw unreadable(text);
            }
            fraction = digits(text, 9, decimals);
            for (int i = decimals; i < 9; i++) {
                fraction *= 10;
            }
        }
        return (hour * 3600L + minute * 60L + second) * SECOND_NS + fraction;
    }

    /** @return the UTCTimestamp of {@code ns} since 1970 */
    static String timestamp(long ns) {
        StringBuilder text = new StringBuilder(27);
        appendDate(text, ns);
        text.append('-');
        appendTime(text, ns);
        return text.toString();
    }

    /** @return the UTCDateOnly of {@code ns} since 1970 */
    static String date(long ns) {
        StringBuilder text = new StringBuilder(DATE_LENGTH);
        appendDate(text, ns);
        return text.toString();
    }

    /** @return the UTCTimeOnly of {@code ns} since 1970 */
    static String time(long ns) {
        StringBuilder text = new StringBuilder(18);
        appendTime(text, ns);
        return text.toString();
    }

    private static void appendDate(StringBuilder text, long ns) {
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(ns, DAY_NS));
        append(text, date.getYear(), 4);
        append(text, date.getMonthValue(), 2);
        append(text, date.getDayOfMonth(), 2);
    }

    private static void appendTime(StringBuilder text, long ns) {
        long ofDay = Math.floorMod(ns, DAY_NS);
        long seconds = ofDay / SECOND_NS;
        long fraction = ofDay % SECOND_NS;
        append(text, seconds / 3600, 2);
        text.append(':');
        append(text, seconds / 60 % 60, 2);
        text.append(':');
        append(text, seconds % 60, 2);
        text.append('.');
        if (fraction % 1_000_000 == 0) {
            append(text, fraction / 1_000_000, 3);
        } else {
            append(text, fraction, 9);
        }
    }

    private static void append(StringBuilder text, long value, int width) {
        long divisor = 1;
        for (int i = 1; i < width; i++) {
            divisor *= 10;
        }
        for (; divisor > 0; divisor /= 10) {
            text.append((char) ('0' + value / divisor % 10));
        }
    }

    private static int digits(CharSequence text, int start, int count) {
        int value = 0;
        for (int i = start; i < start + count; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                throw unreadable(text);
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }

    private static DateTimeException unreadable(CharSequence text) {
        return new DateTimeException("not a UTC time: '" + text + "'");
    }
}
