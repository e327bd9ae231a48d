package mnvh.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import mnvh.report.OutputFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Controls C14 and C15 of the daemon: no start without approval where one is required, and none but on paper. */
@Tag("slow")
class ApprovalTest {
    private static final Path CONFIG =
            Path.of(System.getProperty("mnvh.root", ".")).resolve("config/paper.yaml");

    @TempDir
    private Path folder;

    private Path file = Path.of("");
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void name() {
        file = folder.resolve("door/approvals");
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        Screen screen = new Screen(new PrintWriter(out), new PrintWriter(err), OutputFormat.TABLE);
        return CommandShell.execute(Wiring.runs(), screen, arguments);
    }

    private int paper(String... more) {
        return run(with(List.of("paper", "--headless", "--steps", "1", "--speed", "20x"), more));
    }

    private int approve(String... more) {
        return run(with(List.of("approve", "--by", "alice", "--reason", "reviewed twice"), more));
    }

    /** Both verbs name the same configuration, the speed of the market included. */
    private String[] with(List<String> verb, String... more) {
        List<String> all = new ArrayList<>(verb);
        all.addAll(List.of(
                "--config",
                CONFIG.toString(),
                "--set",
                "monitor.http_port=0",
                "--set",
                "journal.dir=" + folder.resolve("journal"),
                "--set",
                "approval.required=true",
                "--set",
                "approval.file=" + file));
        if (verb.get(0).equals("approve")) {
            all.addAll(List.of("--set", "venue.simulator.speed=20.0"));
        }
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    @Test
    void c15_unapprovedStartIsRefusedAndNamesTheCommandThatApproves() throws IOException {
        assertEquals(2, paper());

        String said = err.toString();
        assertTrue(
                said.startsWith("mnvh: not started, for neither this configuration nor this build is approved (" + file
                        + ")\n  configuration "),
                said);
        assertFalse(Files.exists(folder.resolve("journal")), "nothing half-started");

        String command = said.substring(said.indexOf("mnvh approve"))
                .strip()
                .replace("NAME", "alice")
                .replace("TEXT", "reviewed");
        assertEquals(0, run(command.substring("mnvh ".length()).split(" ")), err.toString());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(1, Files.readAllLines(file).size());

        assertEquals(0, paper(), err.toString());
        assertTrue(err.toString().startsWith("approved by alice at "), err.toString());
    }

    @Test
    void c15_otherConfigurationIsRefused() {
        assertEquals(0, approve(), err.toString());

        assertEquals(2, paper("--set", "risk.max_order_notional=50000.01"));

        assertTrue(
                err.toString()
                        .startsWith("mnvh: not started, for this build is approved, but with another configuration: "),
                err.toString());
        assertTrue(err.toString().contains(" by alice at "), err.toString());
        assertTrue(err.toString().contains(": reviewed twice (" + file + ")"), err.toString());
        assertTrue(
                err.toString().contains(" --set risk.max_order_notional=50000.01 --set venue.simulator.speed=20.0"),
                err.toString());
    }

    @Test
    void c15_otherBuildIsRefused() throws IOException {
        assertEquals(0, approve(), err.toString());
        Approval approved = Approval.parse(Files.readAllLines(file).get(0));
        assertEquals(BuildHash.ofThisProgram(), approved.build());
        char first = approved.build().charAt(0) == '0' ? '1' : '0';
        Approval other = new Approval(
                approved.config(), first + approved.build().substring(1), approved.time(), "alice", "another build");
        Files.writeString(file, other.line() + "\n");

        assertEquals(2, paper());

        assertTrue(
                err.toString()
                        .startsWith("mnvh: not started, for this configuration is approved, but with another build: "),
                err.toString());
    }

    @Test
    void c15_approvalsAreAppendedAndAnyOfThemLetsItsOwnStart() throws IOException {
        assertEquals(0, approve(), err.toString());
        Files.writeString(file, Files.readString(file).strip());
        assertEquals(0, approve("--set", "risk.max_order_notional=1"), err.toString());
        assertEquals(2, Files.readAllLines(file).size(), "a line without its end swallows no other");
        assertEquals(0, paper(), err.toString());
    }

    @Test
    void c15_fileThatOthersCanWriteIsRefused() throws IOException {
        assertEquals(0, approve(), err.toString());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw--w----"));
        assertEquals(2, paper());
        assertTrue(err.toString().contains("can be reached by group or others"), err.toString());
        assertEquals(2, approve(), "nor is it added to");
    }

    @Test
    void c15_lineThatIsNoApprovalRefusesEveryStart() throws IOException {
        assertEquals(0, approve(), err.toString());
        Files.writeString(file, Files.readString(file) + "all\tall\tnow\tmallory\tyes\n");
        assertEquals(2, paper());
        assertEquals(file + ":2:1: error: no approval: a time looks like 2026-01-31T12:00:00Z, got now", firstLine());
    }

    private String firstLine() {
        return err.toString().lines().findFirst().orElse("").replace("mnvh: ", "");
    }

    @Test
    void c15_nameAndReasonMustFitTheLine() {
        assertEquals(2, run(with(List.of("approve", "--by", "al\tice", "--reason", "x"))));
        assertTrue(err.toString().contains("a name has 1 to 32 printable ASCII characters"), err.toString());
        assertEquals(2, run(with(List.of("approve", "--by", "alice", "--reason", "x".repeat(97)))));
        assertTrue(err.toString().contains("a reason has 1 to 96 printable ASCII characters"), err.toString());
        assertFalse(Files.exists(file));
    }

    @Test
    void c15_everyByteOfEveryJarCountsInTheBuild() throws IOException {
        Path here = jars(folder.resolve("here"), "one");
        String build = BuildHash.of(List.of(here));

        assertEquals(build, BuildHash.of(List.of(jars(folder.resolve("elsewhere"), "one"))), "wherever it lies");
        assertNotEquals(build, BuildHash.of(List.of(jars(folder.resolve("other"), "two"))), "a library's byte");
        Files.move(here, here.resolveSibling("renamed.jar"));
        assertNotEquals(build, BuildHash.of(List.of(here.resolveSibling("renamed.jar"))));
    }

    /** A jar whose manifest names a library beside it, as a URL. */
    private static Path jars(Path folder, String content) throws IOException {
        Files.createDirectories(folder.resolve("lib"));
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        jar(folder.resolve("lib/a library.jar"), manifest, content);
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, "lib/a%20library.jar lib/absent.jar");
        return jar(folder.resolve("program.jar"), manifest, "program");
    }

    private static Path jar(Path file, Manifest manifest, String content) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out)) {
            put(jar, "META-INF/MANIFEST.MF");
            manifest.write(jar);
            put(jar, "content");
            jar.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private static void put(JarOutputStream jar, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        jar.putNextEntry(entry);
    }

    @Test
    void c15_withoutTheKeyNobodyAsks() {
        assertEquals(0, paper("--set", "approval.required=false"), err.toString());
        assertFalse(Files.exists(file));
    }

    @Test
    void c14_paperTradesInNoOtherMode() {
        for (String mode : List.of("live", "shadow", "backtest")) {
            assertEquals(2, paper("--set", "mode=" + mode, "--set", "venue.fix.host=fix.exchange.com"));
            assertEquals(
                    "mnvh: mode is " + mode + ", but paper trades with a simulator alone; say mode: paper",
                    err.toString().strip());
        }
        assertFalse(Files.exists(folder.resolve("journal")), "nothing half-started");
    }

    @Test
    void c14_paperReachesNoRealVenueAndTakesNoCredentials() {
        assertEquals(2, paper("--set", "venue.fix.host=fix.exchange.com", "--set", "venue.fix.username=key-1234"));
        assertTrue(err.toString().contains("venue.fix.host must be this machine"), err.toString());
        assertTrue(err.toString().contains("venue.fix.username must be none in mode paper"), err.toString());
        assertFalse(err.toString().contains("key-1234"), err.toString());
        assertFalse(Files.exists(folder.resolve("journal")), "nothing half-started");
    }

    @Test
    void c14_onlyThisMachineAndPrivateNetworksAreNear() throws IOException {
        for (String near : List.of(
                "127.0.0.1", "::1", "0.0.0.0", "10.1.2.3", "172.18.0.2", "192.168.1.9", "169.254.3.4", "fd12::7")) {
            assertTrue(NearHost.isNear(InetAddress.getByName(near)), near);
        }
        for (String far : List.of("203.0.113.7", "8.8.8.8", "172.32.0.1", "100.64.0.1", "2001:db8::1", "fe00::1")) {
            assertFalse(NearHost.isNear(InetAddress.getByName(far)), far);
        }
        RunFailure refused = assertThrows(RunFailure.class, () -> NearHost.require("203.0.113.7"));
        assertEquals(ExitCode.USAGE, refused.exitCode());
        NearHost.require("localhost");
    }
}
