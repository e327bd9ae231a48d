package mnvh.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mnvh.journal.SessionFolder;
import mnvh.report.OutputFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The kill switch of a daemon in a process of its own: pulled every way, killed by force, started again, reset. */
@Timeout(300)
@Tag("slow")
class KillSwitchTest {
    private static final Path CONFIG = Path.of("..", "config", "paper.yaml").toAbsolutePath();
    private static final int LIMIT_S = 60;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void endAll() throws Exception {
        for (Process process : started) {
            process.destroyForcibly().waitFor(LIMIT_S, TimeUnit.SECONDS);
        }
    }

    private Process daemon(String journal) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ProcessHandle.current().info().arguments().ifPresent(own -> {
            for (String argument : own) {
                if (argument.startsWith("--add-") || argument.startsWith("-Dchronicle")) {
                    command.add(argument);
                }
            }
        });
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "mnvh.daemon.Main", "paper"));
        command.addAll(List.of("--config", CONFIG.toString(), "--headless", "--duration", "10m"));
        command.addAll(List.of("--set", "monitor.http_port=0", "--set", "journal.dir=" + folder.resolve(journal)));
        Path log = folder.resolve(journal + ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        started.add(process);
        for (int n = 0; n < 20 * LIMIT_S && execute("status --control " + folder) != 0; n++) {
            assertTrue(process.isAlive(), Files.readString(log));
            Thread.sleep(50);
        }
        await("fix_session", "UP");
        return process;
    }

    private int execute(String line) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        Screen screen = new Screen(new PrintWriter(out), new PrintWriter(err), OutputFormat.TABLE);
        return CommandShell.execute(Wiring.runs(), screen, line.split(" "));
    }

    private int ask(String line) {
        return execute(line + " --reason drill --control " + folder);
    }

    private String status(String column) {
        execute("status -o csv --control " + folder);
        List<String> lines = out.toString().lines().toList();
        return lines.size() < 2
                ? ""
                : lines.get(1).split(",")[List.of(lines.get(0).split(",")).indexOf(column)];
    }

    private void await(String column, String value) throws InterruptedException {
        for (int n = 0; n < 20 * LIMIT_S && !status(column).equals(value); n++) {
            Thread.sleep(50);
        }
        assertEquals(value, status(column), out + err.toString());
    }

    private static void killed(Process process) throws InterruptedException {
        process.destroyForcibly();
        assertTrue(process.waitFor(LIMIT_S, TimeUnit.SECONDS));
    }

    private String commands(int session) throws Exception {
        Path recorded = SessionFolder.sessions(folder.resolve("journal")).get(session);
        execute("journal inspect " + recorded + " --type command");
        return out.toString();
    }

    @Test
    void staysPulledOverKillAndRestartUntilANamedPersonResetsIt() throws Exception {
        Process first = daemon("journal");
        Path file = folder.resolve("KILL");
        assertEquals(0, ask("kill --by alice"), err.toString());
        killed(first);
        assertTrue(Files.readString(file).contains("by alice: drill"), Files.readString(file));
        // A session is named by the second of its start.
        Thread.sleep(1100);
        Process second = daemon("journal");
        await("killed", "true");
        await("state", "HALTED");
        assertEquals(0, ask("resume --by bob"));
        assertEquals("HALTED", status("state"));
        assertEquals(0, ask("kill --by bob"), "twice");
        assertEquals(2, execute("reset --reason drill --control " + folder), "in nobody's name");
        assertEquals("true", status("killed"));
        assertEquals(0, ask("reset --by carol"), err.toString());
        assertEquals("false", status("killed"));
        assertFalse(Files.exists(file));
        assertEquals("HALTED", status("state"), "a reset trades nothing");
        assertEquals(0, ask("resume --by carol"));
        await("state", "ACTIVE");
        killed(second);
        String asked = commands(1);
        assertTrue(asked.lines().findFirst().orElse("").contains("still pulled from before"), asked);
        assertTrue(asked.contains("reset reason=drill operator=carol"), asked);
    }

    @Test
    void isPulledByItsFileAndBySignal() throws Exception {
        Process process = daemon("journal");
        Path file = folder.resolve("KILL");
        Files.createFile(file);
        await("killed", "true");
        await("state", "HALTED");
        assertEquals(0, ask("reset --by carol"), err.toString());
        assertFalse(Files.exists(file));
        Thread.sleep(200);
        assertEquals("false", status("killed"), "the file that is gone pulls nothing");
        assertEquals(
                0,
                new ProcessBuilder("kill", "-" + KillSwitch.SIGNAL, Long.toString(process.pid()))
                        .start()
                        .waitFor());
        await("killed", "true");
        assertTrue(Files.readString(file).contains("SIGUSR2"));
        killed(process);
        assertTrue(commands(0).contains("kill reason=SIGUSR2 operator=signal"), commands(0));
    }
}
