package mnvh.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import mnvh.daemon.Sources.Source;
import org.junit.jupiter.api.Test;

/** Every control and fault of docs/controls.md has a test that bears its number, and the tests it names exist. */
class ControlsPageTest {
    private static final Path PAGE = Path.of(System.getProperty("mnvh.root", ".."), "docs", "controls.md");
    private static final Pattern TEST = Pattern.compile("@Test[^;{]*?\\bvoid (\\w+)\\(");
    private static final Pattern NUMBER = Pattern.compile("(c|fault)(\\d\\d)_");
    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");
    /** What a person does, and no daemon. */
    private static final Set<String> OPERATORS = Set.of("c12", "c16", "c22", "c23");

    private static List<Source> tests() throws IOException {
        List<Source> tests = new ArrayList<>();
        for (Source source : Sources.all()) {
            if (!source.isMain()) {
                tests.add(source);
            }
        }
        return tests;
    }

    @Test
    void everyNumberHasATest() throws IOException {
        Set<String> missing = new TreeSet<>();
        IntStream.rangeClosed(1, 25).forEach(n -> missing.add(String.format("c%02d", n)));
        IntStream.rangeClosed(34, 51).forEach(n -> missing.add(String.format("fault%02d", n)));
        missing.removeAll(OPERATORS);
        int found = 0;
        for (Source source : tests()) {
            for (Matcher test = TEST.matcher(source.code()); test.find(); ) {
                for (Matcher number = NUMBER.matcher(test.group(1)); number.find(); ) {
                    missing.remove(number.group(1) + number.group(2));
                    found++;
                }
            }
        }
        assertTrue(found > 40, "found only " + found);
        assertEquals(Set.of(), missing);
    }

    @Test
    void everyTestThatThePageNamesExists() throws IOException {
        List<String> missing = new ArrayList<>();
        List<Source> tests = tests();
        for (Matcher named = NAMED.matcher(Files.readString(PAGE)); named.find(); ) {
            String file = "/" + named.group(1) + ".java";
            String method = named.group(2) == null ? "" : "void " + named.group(2);
            if (tests.stream()
                    .noneMatch(test -> test.path().endsWith(file) && test.code().contains(method))) {
                missing.add(named.group());
            }
        }
        assertEquals(List.of(), missing);
    }
}
