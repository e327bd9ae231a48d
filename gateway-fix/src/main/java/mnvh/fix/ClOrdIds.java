package mnvh.fix;

import java.util.regex.Pattern;

/**
 * ClOrdID(11) on the wire: {@code <prefix>-<number>}.
 *
 * <p>The prefix tells this run's orders from those of earlier runs and of other sessions; the number is the core's.
 * Any thread.
 */
final class ClOrdIds {
    /** Answer for a text that is none of ours; the core numbers from 1. */
    static final long FOREIGN = 0;

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._]{1,20}-[0-9]{1,18}");

    private final String start;

    /** @param prefix letters, digits, '.' and '_', at most 20 characters */
    ClOrdIds(String prefix) {
        if (prefix.isEmpty() || prefix.length() > 20 || !prefix.matches("[A-Za-z0-9._]+")) {
            throw new IllegalArgumentException(
                    "session prefix must be 1 to 20 letters or digits, got '" + prefix + "'");
        }
        this.start = prefix + "-";
    }

    /** @return the text of a positive id */
    String text(long id) {
        return start + id;
    }

    /** Appends the text of a positive id. */
    void append(WireText text, long id) {
        text.put(start).number(id);
    }

    /** Appends the text of a request of the kill switch, {@code <prefix>-K<round>.<number>}: no id of the core's. */
    void appendKill(WireText text, long round, long orderId) {
        text.put(start).put("K").number(round).put(".").number(orderId);
    }

    /** Appends the text of a cancel of an earlier process's order, {@code <prefix>-KE<number>}. */
    void appendKillOfEarlier(WireText text, long number) {
        text.put(start).put("KE").number(number);
    }

    /** @return true for a text of the form that any run of this program gives an order */
    static boolean formed(String text) {
        return FORM.matcher(text).matches();
    }

    /** @return the id in {@code text}, or {@link #FOREIGN} */
    long parse(String text) {
        int digits = text.length() - start.length();
        if (digits < 1 || digits > 18 || !text.startsWith(start)) {
            return FOREIGN;
        }
        long id = 0;
        for (int i = start.length(); i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return FOREIGN;
            }
            id = id * 10 + (c - '0');
        }
        return id;
    }
}
