package mnvh.monitor;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import mnvh.units.DecimalText;

/** The fields of a request, {@code application/x-www-form-urlencoded}; whatever does not fit is refused by its name. */
final class ControlForm {
    private static final int DECIMALS = 8;
    private static final Pattern PRINTABLE = Pattern.compile("[ -~]+");
    private static final int BAD_REQUEST = 400;

    private final TreeMap<String, String> fields = new TreeMap<>();

    /** @param names the fields that there may be */
    ControlForm(String body, Set<String> names) {
        for (String pair : body.isEmpty() ? new String[0] : body.split("&")) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            if (!names.contains(name)) {
                throw new ControlRefusal(BAD_REQUEST, "unknown field '" + name + "'; there are " + names);
            }
            if (fields.put(name, equals < 0 ? "" : decoded(pair.substring(equals + 1))) != null) {
                throw new ControlRefusal(BAD_REQUEST, name + " is there twice");
            }
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new ControlRefusal(BAD_REQUEST, "not form-encoded: " + text);
        }
    }

    /** @return true where the field is there */
    boolean has(String name) {
        return fields.containsKey(name);
    }

    /** @return a field of 1 to {@code most} printable ASCII characters: what the record holds, uncut */
    String text(String name, int most) {
        String text = fields.getOrDefault(name, "").strip();
        if (text.isEmpty()) {
            throw new ControlRefusal(BAD_REQUEST, name + " is missing");
        }
        if (text.length() > most || !PRINTABLE.matcher(text).matches()) {
            throw new ControlRefusal(BAD_REQUEST, name + " must be 1 to " + most + " printable ASCII characters");
        }
        return text;
    }

    /** @return a whole positive number */
    long number(String name) {
        String text = text(name, 19);
        try {
            long number = Long.parseLong(text);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, as what is no positive number.
        }
        throw new ControlRefusal(BAD_REQUEST, name + " must be a positive whole number, got '" + text + "'");
    }

    /** @return a decimal at 1e-8, never rounded */
    long decimal(String name) {
        String text = text(name, 32);
        try {
            return DecimalText.parse(text, DECIMALS);
        } catch (NumberFormatException e) {
            throw new ControlRefusal(BAD_REQUEST, name + " must be a decimal of at most 8 places, got '" + text + "'");
        }
    }

    /** @return the fields in one text, the same for the same fields */
    String content() {
        return fields.toString();
    }
}
