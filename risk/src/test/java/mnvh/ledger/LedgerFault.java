package mnvh.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A planted fault: one place of a main source of this package, edited.
 *
 * @param what what is wrong with the edited ledger
 * @param place class and method
 * @param text what stands there, once in the source
 * @param edited what stands there instead
 */
record LedgerFault(String what, String place, String text, String edited) {
    private static final Path SOURCES =
            Path.of(System.getProperty("mnvh.root", ".."), "risk", "src", "main", "java", "mnvh", "ledger");

    /** @return name of the edited source */
    String file() {
        return place.substring(0, place.indexOf('.')) + ".java";
    }

    /** @return the edited source; throws {@link IllegalStateException} unless the text is there exactly once */
    String source() throws IOException {
        String source = Files.readString(SOURCES.resolve(file()));
        int at = source.indexOf(text);
        if (at < 0 || source.indexOf(text, at + 1) >= 0) {
            throw new IllegalStateException(
                    what + ": " + file() + " has " + (at < 0 ? "nowhere: " : "more than once: ") + text);
        }
        return source.substring(0, at) + edited + source.substring(at + text.length());
    }
}
