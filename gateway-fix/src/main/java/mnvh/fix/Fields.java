package mnvh.fix;

import java.time.DateTimeException;
import mnvh.event.Refusal;
import mnvh.units.DecimalText;
import mnvh.units.FixedPoint;
import org.jspecify.annotations.Nullable;
import quickfix.FieldMap;
import quickfix.FieldNotFound;

/**
 * Reads the fields of a received message as the core's numbers, straight from their text.
 *
 * <p>What is missing, unreadable, not positive or absurdly large throws {@link MalformedField} naming tag and value.
 */
final class Fields {
    /** Prices from here on are absurd: one billion. */
    static final long PRICE_MAX = 1_000_000_000L * FixedPoint.SCALE;
    /** Quantities from here on are absurd: ten billion. */
    static final long SIZE_MAX = 10_000_000_000L * FixedPoint.SCALE;

    private Fields() {}

    /** @return the field's text, or null when the message has none */
    static @Nullable String optional(FieldMap message, int tag) {
        if (!message.isSetField(tag)) {
            return null;
        }
        try {
            return message.getString(tag);
        } catch (FieldNotFound e) {
            return null;
        }
    }

    /** @return the field's text */
    static String text(FieldMap message, int tag, String name) throws MalformedField {
        String value = optional(message, tag);
        if (value == null || value.isEmpty()) {
            throw new MalformedField(Refusal.MALFORMED, name + "(" + tag + ") is missing");
        }
        return value;
    }

    /** @return the field's text, {@code absent} when the message has none */
    static String textOr(FieldMap message, int tag, String absent) {
        String value = optional(message, tag);
        return value == null ? absent : value;
    }

    /** @return a positive price at 10^-8 */
    static long price(FieldMap message, int tag, String name) throws MalformedField {
        return positive(message, tag, name, Refusal.BAD_PRICE, PRICE_MAX);
    }

    /** @return a positive quantity at 10^-8 */
    static long size(FieldMap message, int tag, String name) throws MalformedField {
        return positive(message, tag, name, Refusal.BAD_SIZE, SIZE_MAX);
    }

    /** @return a price at 10^-8, or 0 where the message has none or says zero */
    static long priceOrZero(FieldMap message, int tag, String name) throws MalformedField {
        String text = textOr(message, tag, "0");
        long value = decimal(text, tag, name, Refusal.BAD_PRICE);
        if (value < 0 || value >= PRICE_MAX) {
            throw refused(Refusal.BAD_PRICE, tag, name, text);
        }
        return value;
    }

    /** @return a quantity at 10^-8 that may be zero */
    static long sizeOrZero(FieldMap message, int tag, String name) throws MalformedField {
        String text = text(message, tag, name);
        long value = decimal(text, tag, name, Refusal.BAD_SIZE);
        if (value < 0 || value >= SIZE_MAX) {
            throw refused(Refusal.BAD_SIZE, tag, name, text);
        }
        return value;
    }

    /** @return an amount of money at 10^-8, of either sign */
    static long amount(FieldMap message, int tag, String name) throws MalformedField {
        return decimal(text(message, tag, name), tag, name, Refusal.MALFORMED);
    }

    /** @return a rate at 10^-12, of either sign, between -1 and 1 */
    static long rate(FieldMap message, int tag, String name) throws MalformedField {
        String text = text(message, tag, name);
        try {
            long rate = DecimalText.parseRate(text);
            if (rate > -FixedPoint.RATE_SCALE && rate < FixedPoint.RATE_SCALE) {
                return rate;
            }
        } catch (NumberFormatException e) {
            throw refused(Refusal.MALFORMED, tag, name, text);
        }
        throw refused(Refusal.MALFORMED, tag, name, text);
    }

    /** @return the number in an int field, {@code absent} when the message has none */
    static int intOr(FieldMap message, int tag, String name, int absent) throws MalformedField {
        String text = optional(message, tag);
        if (text == null) {
            return absent;
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw refused(Refusal.MALFORMED, tag, name, text);
        }
    }

    /** @return nanoseconds since 1970 of a UTCTimestamp field */
    static long timestampNs(FieldMap message, int tag, String name) throws MalformedField {
        String text = text(message, tag, name);
        try {
            return FixTime.parseTimestamp(text);
        } catch (DateTimeException e) {
            throw refused(Refusal.MALFORMED, tag, name, text);
        }
    }

    private static long positive(FieldMap message, int tag, String name, Refusal refusal, long limit)
            throws MalformedField {
        String text = text(message, tag, name);
        long value = decimal(text, tag, name, refusal);
        if (value <= 0 || value >= limit) {
            throw refused(refusal, tag, name, text);
        }
        return value;
    }

    private static long decimal(String text, int tag, String name, Refusal refusal) throws MalformedField {
        try {
            return DecimalText.parse(text);
        } catch (NumberFormatException e) {
            throw refused(refusal, tag, name, text);
        }
    }

    static MalformedField refused(Refusal refusal, int tag, String name, String value) {
        return new MalformedField(refusal, name + "(" + tag + ")='" + value + "'");
    }
}
