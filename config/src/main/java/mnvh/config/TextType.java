package mnvh.config;

import java.util.regex.Pattern;

/** Text: names, addresses, symbols, file names. */
final class TextType implements ValueType {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9._/-]*");

    private final String range;
    private final Pattern pattern;

    private TextType(String range, String pattern) {
        this.range = range;
        this.pattern = Pattern.compile(pattern);
    }

    /** @return text that matches {@code pattern}, which {@code range} describes */
    static TextType of(String range, String pattern) {
        return new TextType(range, pattern);
    }

    /** @return a name without blanks or control characters, at most {@code length} long */
    static TextType name(int length) {
        return of("1 to " + length + " characters without blanks", "[^\\s\\p{Cntrl}]{1," + length + "}");
    }

    /** @return the name of a file or folder */
    static TextType path() {
        return of("the name of a file", "[^\\p{Cntrl}]+");
    }

    @Override
    public Object parse(ConfigNode node) throws Refusal {
        if (node.kind() != ConfigNode.Kind.SCALAR
                || node.isNothing()
                || !pattern.matcher(node.text()).matches()) {
            throw new Refusal();
        }
        return node.text();
    }

    @Override
    public String format(Object value) {
        return quote((String) value);
    }

    @Override
    public String range() {
        return range;
    }

    /** @return YAML for the text: plain where nobody can misread it, else in double quotes */
    static String quote(String text) {
        if (PLAIN.matcher(text).matches() && !isReserved(text)) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\');
            }
            quoted.append(c);
        }
        return quoted.append('"').toString();
    }

    private static boolean isReserved(String text) {
        return text.equalsIgnoreCase("null") || text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
    }
}
