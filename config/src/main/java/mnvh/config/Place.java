package mnvh.config;

import org.jspecify.annotations.Nullable;

/**
 * Where a value stands.
 *
 * @param source the file, or null for a flag, a variable or a default
 * @param label the file as the user gave it, or {@code --set section.key}, or {@code environment NAME}
 * @param line from 1; 0 when there is no line
 * @param column from 1, in code points
 * @param width how many code points to underline, at least 1
 */
record Place(@Nullable SourceText source, String label, int line, int column, int width) {
    /** @return a place that is no line of a file */
    static Place of(String label) {
        return new Place(null, label, 0, 0, 1);
    }

    /** @return the place as an origin names it: {@code file:line}, or the label */
    String origin() {
        return line == 0 ? label : label + ":" + line;
    }

    /** @return the place as a message starts with it: {@code file:line:column}, or the label */
    String head() {
        return line == 0 ? label : label + ":" + line + ":" + column;
    }
}
