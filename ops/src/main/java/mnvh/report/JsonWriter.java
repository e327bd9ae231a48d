package mnvh.report;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes one JSON document, indented by two spaces, members in the order they are given.
 *
 * <p>Exact decimals go out as strings; doubles as numbers that read back to the same bits, NaN and infinities as null.
 * One thread.
 */
public final class JsonWriter {
    private final PrintWriter out;
    private final boolean compact;
    private int depth;
    private boolean first = true;

    /** @param compact true for one line without blanks */
    public JsonWriter(PrintWriter out, boolean compact) {
        this.out = out;
        this.compact = compact;
    }

    /** Opens the document's own object. */
    public JsonWriter begin() {
        return open('{');
    }

    /** Opens an object as a member. */
    public JsonWriter begin(String name) {
        return member(name).open('{');
    }

    /** Opens an array as a member. */
    public JsonWriter beginArray(String name) {
        return member(name).open('[');
    }

    /** Opens an object as an array's element. */
    public JsonWriter beginElement() {
        separate();
        return open('{');
    }

    /** Closes the object. */
    public JsonWriter end() {
        return close('}');
    }

    /** Closes the array. */
    public JsonWriter endArray() {
        return close(']');
    }

    /** Writes a string member, or null. */
    public JsonWriter field(String name, @Nullable String value) {
        member(name);
        if (value == null) {
            out.print("null");
        } else {
            out.print(quote(value));
        }
        return this;
    }

    /** Writes a whole number member. */
    public JsonWriter field(String name, long value) {
        member(name);
        out.print(value);
        return this;
    }

    /** Writes a number member; null where it is not finite. */
    public JsonWriter field(String name, double value) {
        member(name);
        out.print(Double.isFinite(value) ? Double.toString(value) : "null");
        return this;
    }

    /** Writes a truth value. */
    public JsonWriter field(String name, boolean value) {
        member(name);
        out.print(value);
        return this;
    }

    /** Writes a string as an array's element. */
    public JsonWriter element(String value) {
        separate();
        out.print(quote(value));
        return this;
    }

    /** Writes a number as an array's element; null where it is not finite. */
    public JsonWriter element(double value) {
        separate();
        out.print(Double.isFinite(value) ? Double.toString(value) : "null");
        return this;
    }

    /** @return {@code text} as a JSON string, quotes included */
    public static String quote(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < ' ' || c == 0x7F || Character.isSurrogate(c)) {
                        quoted.append("\\u").append(Integer.toHexString(0x10000 | c), 1, 5);
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }

    private JsonWriter member(String name) {
        separate();
        out.print(quote(name));
        out.print(compact ? ":" : ": ");
        return this;
    }

    private void separate() {
        if (!first) {
            out.print(',');
        }
        first = false;
        line();
    }

    private JsonWriter open(char bracket) {
        out.print(bracket);
        depth++;
        first = true;
        return this;
    }

    private JsonWriter close(char bracket) {
        depth--;
        if (!first) {
            line();
        }
        out.print(bracket);
        first = false;
        if (depth == 0) {
            out.print('\n');
        }
        return this;
    }

    private void line() {
        if (!compact) {
            out.print('\n');
            out.print("  ".repeat(depth));
        }
    }
}
