package mnvh.config;

import java.util.List;

/**
 * One node of a YAML file, with its place.
 *
 * @param kind what it is
 * @param text of a scalar, exactly as written and unquoted; empty for the other kinds
 * @param quoted whether a scalar stood in quotes and therefore is text, not a number or a truth value
 * @param items of a list
 * @param entries of a section, in order of appearance
 * @param place where it stands
 */
record ConfigNode(Kind kind, String text, boolean quoted, List<ConfigNode> items, List<Entry> entries, Place place) {
    /** What a node is. */
    enum Kind {
        SCALAR,
        LIST,
        SECTION
    }

    /** One key of a section and its value. */
    record Entry(String key, Place keyPlace, ConfigNode value) {}

    /** @return true for what YAML 1.2 core reads as null */
    boolean isNothing() {
        if (kind != Kind.SCALAR || quoted) {
            return false;
        }
        return text.isEmpty() || text.equals("~") || text.equals("null") || text.equals("Null") || text.equals("NULL");
    }

    /** @return true for an unquoted scalar that is {@code word} */
    boolean isWord(String word) {
        return kind == Kind.SCALAR && !quoted && text.equals(word);
    }

    /** @return the value as a message shows what it got */
    String shown() {
        if (kind == Kind.LIST) {
            return "a list";
        }
        if (kind == Kind.SECTION) {
            return "a section";
        }
        if (isNothing()) {
            return "nothing";
        }
        return !quoted && YamlNumber.isNumber(text) ? text : "'" + text + "'";
    }
}
