package mnvh.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ContainerTest {
    private static final Path ROOT = Path.of(System.getProperty("mnvh.root", ".."));

    @Test
    void portsAreOpenToThisMachineOnly() throws IOException {
        List<String> ports = compose()
                .lines()
                .map(String::strip)
                .filter(line -> Pattern.matches("- \"?[0-9.]*:?[0-9]+:[0-9]+\"?", line))
                .toList();

        assertEquals(2, ports.size(), ports::toString);
        ports.forEach(port -> assertTrue(port.startsWith("- \"127.0.0.1:"), port));
    }

    @Test
    void servicesRunWithoutRootOnAReadOnlySystem() throws IOException {
        String compose = compose();
        long services =
                compose.lines().filter(line -> line.equals("    image: mnvh")).count();

        assertEquals(2, services);
        assertEquals(
                services,
                compose.lines()
                        .filter(line -> line.equals("    user: \"10001\""))
                        .count());
        assertEquals(
                services,
                compose.lines()
                        .filter(line -> line.equals("    read_only: true"))
                        .count());
        assertEquals(
                services,
                compose.lines()
                        .filter(line -> line.contains("./config:/app/config:ro"))
                        .count());
        assertEquals(
                services,
                compose.lines().filter(line -> line.equals("    healthcheck:")).count());
    }

    @Test
    void imageRunsTheLauncherAsTheSameUser() throws IOException {
        String docker = Files.readString(ROOT.resolve("ops/Dockerfile"));
        assertTrue(docker.contains("--uid 10001"), docker);
        assertTrue(docker.contains("\nUSER mnvh\n"), docker);
        assertTrue(docker.contains("ENTRYPOINT [\"./mnvh\"]"), docker);
    }

    @Test
    void composeFileIsAccepted() throws Exception {
        Process process;
        try {
            process = new ProcessBuilder("docker-compose", "-f", "docker-compose.yml", "config", "-q")
                    .directory(ROOT.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "skipped: docker-compose is not installed");
            return;
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), output);
    }

    @Test
    void composeFileHasNoKeysThatOlderToolsRefuse() throws IOException {
        assertFalse(Pattern.compile("(?m)^(name|version):").matcher(compose()).find());
    }

    private static String compose() throws IOException {
        return Files.readString(ROOT.resolve("docker-compose.yml"));
    }
}
