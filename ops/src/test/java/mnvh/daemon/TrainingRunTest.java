package mnvh.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mnvh.config.ConfigLoader;
import mnvh.config.Mode;
import org.junit.jupiter.api.Test;

/** The run that the launcher makes its class archive from, with the settings that it gives. */
class TrainingRunTest {
    private static final Path ROOT = Path.of(System.getProperty("mnvh.root", ".."));

    @Test
    void isOneThatTheShippedConfigurationAllows() throws IOException {
        String launcher = Files.readString(ROOT.resolve("mnvh"));
        int start = launcher.indexOf("\ntrain() {");
        Matcher set = Pattern.compile("--set \"?([a-z_.]+=[^\" \\n]+)")
                .matcher(launcher.substring(start, launcher.indexOf("\n}\n", start)));
        List<String> sets = set.results()
                .map(found -> found.group(1))
                .filter(given -> !given.contains("$"))
                .toList();
        assertTrue(sets.size() > 6, sets::toString);
        assertEquals(
                Mode.PAPER,
                ConfigLoader.load(ROOT.resolve("config/paper.yaml"), sets, Map.of())
                        .config()
                        .mode());
    }
}
