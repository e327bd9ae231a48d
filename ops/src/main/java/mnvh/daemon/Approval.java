package mnvh.daemon;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import mnvh.event.Authorship;

/**
 * Somebody's consent to start one build with one configuration: a line of the file of approvals, its parts apart by
 * tabs.
 *
 * @param config the configuration's fingerprint, 64 hexadecimal digits
 * @param build the program's, 64 hexadecimal digits
 * @param time when
 * @param by who, 1 to 32 printable ASCII characters
 * @param reason why, 1 to 96 printable ASCII characters
 */
record Approval(String config, String build, Instant time, String by, String reason) {
    private static final String TAB = "\t";
    private static final int PARTS = 5;
    private static final int LONGEST_NAME = Authorship.OPERATOR_LENGTH;
    private static final int LONGEST_REASON = Authorship.REASON_LENGTH;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern PRINTABLE = Pattern.compile("[ -~]+");

    /** Throws {@link IllegalArgumentException} that names the part that does not fit. */
    Approval {
        require(HASH.matcher(config).matches() && HASH.matcher(build).matches(), "a hash has 64 hexadecimal digits");
        require(fits(by, LONGEST_NAME), "a name has 1 to " + LONGEST_NAME + " printable ASCII characters");
        require(fits(reason, LONGEST_REASON), "a reason has 1 to " + LONGEST_REASON + " printable ASCII characters");
    }

    private static boolean fits(String text, int most) {
        return !text.isBlank()
                && text.length() <= most
                && PRINTABLE.matcher(text).matches();
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(what);
        }
    }

    /** @return the approval that {@link #line} wrote; throws {@link IllegalArgumentException} for what is none */
    static Approval parse(String line) {
        String[] parts = line.split(TAB, -1);
        require(parts.length == PARTS, "an approval has " + PARTS + " parts, got " + parts.length);
        try {
            return new Approval(parts[0], parts[1], Instant.parse(parts[2]), parts[3], parts[4]);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("a time looks like 2026-01-31T12:00:00Z, got " + parts[2], e);
        }
    }

    /** @return the line, without its end */
    String line() {
        return String.join(TAB, config, build, time.toString(), by, reason);
    }

    /** @return who, when and why, for people */
    String said() {
        return by + " at " + time + ": " + reason;
    }
}
