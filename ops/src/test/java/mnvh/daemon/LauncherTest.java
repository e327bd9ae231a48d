package mnvh.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The real launcher in a made-up project whose build is a script. */
@DisabledOnOs(OS.WINDOWS)
@Tag("slow")
class LauncherTest {
    private static final Path ROOT = Path.of(System.getProperty("mnvh.root", ".."));
    private static final List<String> TOOLS = List.of(
            "sh",
            "awk",
            "sed",
            "head",
            "dirname",
            "find",
            "readlink",
            "mkdir",
            "mv",
            "rm",
            "cat",
            "sleep",
            "cp",
            "echo",
            "env",
            "mktemp",
            "rmdir");

    private static final Map<String, String> ARCHIVE = Map.of("MNVH_ARCHIVE", "on");

    private record Outcome(int status, String output) {}

    @TempDir
    Path folder;

    private Path project;
    private Path elsewhere;

    @BeforeEach
    void makeProject() throws IOException {
        project = Files.createDirectories(folder.resolve("pro ject")).toRealPath();
        elsewhere = Files.createDirectories(folder.resolve("elsewhere")).toRealPath();
        Files.copy(ROOT.resolve("mnvh"), project.resolve("mnvh"));
        LauncherProject.script(
                project.resolve("mvnw"),
                "echo \"$@\" >>builds\nmkdir -p ops/target\ncp probe.jar ops/target/mnvh.jar\n");
        Files.createDirectories(project.resolve("config"));
        Files.writeString(
                project.resolve("config/jvm.options"), "# a comment\n-Dprobe.all=yes\n99-:-Dprobe.newer=yes\n");
        Files.writeString(project.resolve("config/trading.options"), "-Dprobe.trading=yes\n");
        Files.createDirectories(project.resolve("ops/src/main/java"));
        Files.writeString(project.resolve("ops/src/main/java/A.java"), "class A {}");
        Files.writeString(project.resolve("pom.xml"), "<project/>");
        Files.writeString(project.resolve("ops/pom.xml"), "<project/>");
        LauncherProject.past(project);
        LauncherProject.probeJar(project.resolve("probe.jar"));
    }

    @Test
    void buildsOnceAndPassesArgumentsFolderFlagsAndStatus() throws Exception {
        Outcome first = start(Map.of(), "paper", "a b", "*");

        assertEquals(7, first.status(), first.output());
        assertTrue(first.output().contains("arguments [paper, a b, *]\n"), first.output());
        assertTrue(first.output().contains("folder " + elsewhere + "\n"), first.output());
        assertTrue(first.output().contains("home " + project + "\n"), first.output());
        assertTrue(first.output().contains("flag yes null\n"), first.output());

        start(Map.of(), "paper");
        assertEquals(List.of("-q -DskipTests package"), Files.readAllLines(project.resolve("builds")));
    }

    @Test
    void buildsAgainWhenASourceIsNewer() throws Exception {
        start(Map.of());
        Files.setLastModifiedTime(
                project.resolve("ops/src/main/java/A.java"),
                FileTime.from(Instant.now().plusSeconds(5)));
        start(Map.of());

        assertEquals(2, Files.readAllLines(project.resolve("builds")).size());
    }

    @Test
    void packagedCopyWithoutSourcesNeverBuilds() throws Exception {
        Files.createDirectories(project.resolve("ops/target"));
        Files.move(project.resolve("probe.jar"), project.resolve("ops/target/mnvh.jar"));
        Files.delete(project.resolve("pom.xml"));

        assertEquals(7, start(Map.of(), "paper").status());
        assertTrue(Files.notExists(project.resolve("builds")));
    }

    @Test
    void failedBuildIsAnEnvironmentFault() throws Exception {
        LauncherProject.script(project.resolve("mvnw"), "echo compiler says no\nexit 1\n");

        Outcome outcome = start(Map.of(), "paper");

        assertEquals(3, outcome.status());
        assertTrue(outcome.output().contains("compiler says no"), outcome.output());
        assertTrue(Files.notExists(project.resolve("ops/target/building")), "the lock is gone");
    }

    @Test
    void missingJavaIsSaidWithWhatToDo() throws Exception {
        Map<String, String> none = Map.of("PATH", onlyTools(), "JAVA_HOME", "", "MNVH_JAVA_FOLDERS", "nowhere");

        Outcome outcome = start(none, "paper");

        assertEquals(3, outcome.status(), outcome.output());
        assertTrue(outcome.output().contains("Java 17 or newer was not found"), outcome.output());
        assertTrue(outcome.output().contains("set JAVA_HOME"), outcome.output());
    }

    @Test
    void tooOldJavaIsPassedOver() throws Exception {
        Path old = javaOf("old", "openjdk version \\\"11.0.2\\\" 2019");
        Path ancient = javaOf("ancient", "java version \\\"1.8.0_402\\\"");
        Path good = javaOf("good", "Picked up JAVA_TOOL_OPTIONS: -Xmx1g\\nopenjdk version \\\"21.0.1\\\" 2023");

        Outcome outcome = function(
                Map.of("JAVA_HOME", old.toString(), "MNVH_JAVA_FOLDERS", ancient + " " + good, "PATH", onlyTools()),
                "find_java");

        assertEquals(good + "\n", outcome.output());
    }

    @Test
    void onlyTradingVerbsGetTheFlagsOfTrading() throws Exception {
        assertTrue(start(Map.of(), "paper", "--headless").output().contains("trading yes\n"));
        assertTrue(start(Map.of(), "simulate").output().contains("trading yes\n"));
        assertTrue(start(Map.of(), "replay", "paper").output().contains("trading null\n"));
        assertTrue(start(Map.of(), "paper", "--help").output().contains("trading null\n"));
        assertTrue(start(Map.of()).output().contains("trading null\n"));
    }

    @Test
    void archiveIsMadeOnceAfterABuildAndUsed() throws Exception {
        // Java 17 finds no archived class of a program whose path holds a blank.
        project = Files.move(project, project.resolveSibling("project"));
        Outcome first = start(ARCHIVE, "paper", "a b");
        assertEquals(7, first.status(), first.output());
        assertTrue(first.output().contains("making a class archive"), first.output());
        assertTrue(first.output().contains("arguments [paper, a b]\n"), first.output());
        Path archive = archive();
        FileTime made = Files.getLastModifiedTime(archive);

        Outcome second = start(ARCHIVE, "paper");
        assertEquals(7, second.status(), second.output());
        assertFalse(second.output().contains("archive"), second.output());
        assertEquals(made, Files.getLastModifiedTime(archive));
        Outcome loaded = start(Map.of("MNVH_ARCHIVE", "on", "MNVH_JAVA_OPTS", "-Xlog:class+load=info"), "paper");
        assertTrue(
                loaded.output().lines().anyMatch(line -> line.contains("LauncherProbe source: shared objects file")),
                loaded.output());
    }

    @Test
    void archiveOlderThanTheProgramIsMadeAgain() throws Exception {
        start(ARCHIVE, "paper");
        Path archive = archive();
        Files.setLastModifiedTime(archive, FileTime.from(Instant.now().minusSeconds(7200)));

        assertTrue(start(ARCHIVE, "paper").output().contains("making a class archive"));
        assertTrue(Files.getLastModifiedTime(archive)
                .toInstant()
                .isAfter(Instant.now().minusSeconds(3600)));
    }

    @Test
    void archiveThatIsRubbishDoesNotHinder() throws Exception {
        start(ARCHIVE, "paper");
        Path archive = archive();
        assertTrue(archive.toFile().setWritable(true));
        Files.writeString(archive, "rubbish");

        Outcome outcome = start(ARCHIVE, "paper");
        assertEquals(7, outcome.status(), outcome.output());
        assertTrue(outcome.output().startsWith("arguments [paper]\n"), outcome.output());
    }

    @Test
    void archiveThatCannotBeMadeIsTriedOnceAndCostsNothingElse() throws Exception {
        Files.writeString(
                project.resolve("mnvh"),
                Files.readString(project.resolve("mnvh")).replace("-Dmnvh.training=true", "-Dmnvh.training=no"));

        Outcome first = start(ARCHIVE, "paper");
        assertEquals(7, first.status(), first.output());
        assertTrue(first.output().contains("no archive, see "), first.output());
        assertFalse(start(ARCHIVE, "paper").output().contains("archive"), "not tried again");
        assertTrue(archives().isEmpty());
    }

    @Test
    void archiveCanBeSwitchedOffAndShortVerbsNeedNone() throws Exception {
        assertFalse(start(Map.of("MNVH_ARCHIVE", "off"), "paper").output().contains("archive"));
        assertFalse(start(ARCHIVE, "--version").output().contains("archive"));
        assertTrue(archives().isEmpty());
    }

    private Path archive() throws IOException {
        List<Path> all = archives();
        assertEquals(1, all.size(), all::toString);
        return all.get(0);
    }

    private List<Path> archives() throws IOException {
        try (Stream<Path> files = Files.list(project.resolve("ops/target"))) {
            return files.filter(file -> file.toString().endsWith(".archive")).toList();
        }
    }

    @Test
    void shippedLimitOfStalledRequestsReachesEveryProgram() throws Exception {
        Files.copy(
                ROOT.resolve("config/jvm.options"),
                project.resolve("config/jvm.options"),
                StandardCopyOption.REPLACE_EXISTING);
        for (String verb : List.of("paper", "status")) {
            String output = start(Map.of(), verb).output();
            assertTrue(output.contains("stalled requests 5 s, answers 5 s\n"), output);
        }
    }

    @Test
    void flagsAreThoseOfTheVersion() throws Exception {
        Path options = Files.writeString(
                folder.resolve("jvm.options"), "# all\n-Da=1\n\n17-21:-Db=2\n24-:--c=3:x\n11-16:-Dd=4\n");

        assertEquals(
                "-Da=1\n-Db=2\n",
                function(Map.of(), "filter_flags 17 '" + options + "'").output());
        assertEquals(
                "-Da=1\n-Db=2\n",
                function(Map.of(), "filter_flags 21 '" + options + "'").output());
        assertEquals(
                "-Da=1\n",
                function(Map.of(), "filter_flags 22 '" + options + "'").output());
        assertEquals(
                "-Da=1\n--c=3:x\n",
                function(Map.of(), "filter_flags 25 '" + options + "'").output());
    }

    /** @return a path on which everything the launcher needs is found, but no Java */
    private String onlyTools() throws IOException {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : TOOLS) {
            Files.createSymbolicLink(tools.resolve(tool), LauncherProject.which(tool));
        }
        return tools.toString();
    }

    private Path javaOf(String name, String version) throws IOException {
        Path bin = Files.createDirectories(folder.resolve(name).resolve("bin"));
        LauncherProject.script(bin.resolve("java"), "printf '%b\\n' \"" + version + "\" >&2\n");
        return folder.resolve(name);
    }

    private Outcome start(Map<String, String> environment, String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("sh", project.resolve("mnvh").toString()));
        command.addAll(List.of(arguments));
        return execute(environment, command);
    }

    private Outcome function(Map<String, String> environment, String call) throws Exception {
        return execute(
                environment, List.of("sh", "-c", "MNVH_SOURCED=1; . '" + project.resolve("mnvh") + "'; " + call));
    }

    private Outcome execute(Map<String, String> environment, List<String> command) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(elsewhere.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("MNVH_ARCHIVE", "off");
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        return new Outcome(process.exitValue(), output);
    }
}
