package mnvh.config;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys whose values must never stand in a configuration, and the masking of lines that hold one all the same. */
final class SecretKeys {
    private static final String NAMES =
            "[a-z0-9_-]*(?:password|passwd|passphrase|secret|private_?key|api_?key|access_?key|token)";
    private static final Pattern KEY = Pattern.compile(NAMES);
    /** A username may stand in a configuration, but is shown as little. */
    private static final Pattern ENTRY =
            Pattern.compile("(?i)(?<![a-z0-9_-])[\"']?(?:username|" + NAMES + ")[\"']?\\s*[:=]\\s*");

    private SecretKeys() {}

    /** @return true when a value under {@code key} would be a literal secret */
    static boolean names(String key) {
        return KEY.matcher(key.toLowerCase(Locale.ROOT)).matches();
    }

    /** @return the line up to the first literal secret or username, which becomes stars to the end of the line */
    static String mask(String line) {
        Matcher entry = ENTRY.matcher(line);
        return entry.find() && entry.end() < line.length() ? line.substring(0, entry.end()) + "***" : line;
    }
}
